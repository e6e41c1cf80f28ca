"""Meetings say where their packs have withheld papers; what is published stays as it is."""

from __future__ import annotations

from sqlite_utils import Database


def m0005_withheld_papers_last(db: Database) -> None:
    """Meetings say where their packs have withheld papers; what is published stays as it is."""
    db.execute(
        "alter table meeting add column withheld_papers text not null default '' "
        "check (withheld_papers in ('', 'last', 'as listed'))"
    )
    db.execute(
        "update meeting set withheld_papers = 'as listed' where id in (select meeting from issue)"
    )
