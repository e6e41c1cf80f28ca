"""Reports are kept as their authors write them, before they are drawn."""

from __future__ import annotations

from sqlite_utils import Database


def m0003_reports(db: Database) -> None:
    """Reports are kept as their authors write them, before they are drawn."""
    db.executescript("""
create table report (
    id text primary key check (length(id) = 36),
    kind text not null check (kind <> ''),
    title text not null,
    meeting text references meeting (id) deferrable initially deferred,
    item text references agenda_item (id) deferrable initially deferred,
    holds text not null check (json_valid(holds)),
    removed_at text
) strict;
create index report_by_meeting on report (meeting);
""")
