"""What was published is kept, with every page number, and cannot be changed by anything."""

from __future__ import annotations

from sqlite_utils import Database


def m0002_issues(db: Database) -> None:
    """What was published is kept, with every page number, and cannot be changed by anything."""
    db.executescript("""
create table issue (
    id text primary key check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    number integer not null check (number > 0),
    published_at text not null,
    clear_days integer not null check (clear_days >= 0),
    needed integer not null check (needed >= 0),
    latest_day text not null,
    urgency text not null,
    chair_agreed_on text,
    short_notice text not null,
    held_on text not null,
    starts_at text not null,
    place text not null,
    last_page integer not null check (last_page > 0),
    holds text not null check (json_valid(holds)),
    unique (meeting, number)
) strict;

create trigger issue_stands before update on issue begin
    select raise(abort, 'an issue never changes');
end;

create trigger issue_stays before delete on issue begin
    select raise(abort, 'an issue never goes');
end;
""")
