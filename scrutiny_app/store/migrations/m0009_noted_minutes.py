"""Minutes are taken in the workspace: who came and when, what each item was about and decided."""

from __future__ import annotations

from sqlite_utils import Database

_MEETING = """
create table noted_meeting (
    meeting text primary key references meeting (id) deferrable initially deferred,
    presiding text not null,
    started_at text,
    ended_at text,
    approved_on text,
    signed_by text not null,
    removed_at text
) strict
"""

_ATTENDANCE = """
create table noted_attendance (
    meeting text not null references meeting (id) deferrable initially deferred,
    membership text not null references membership (id) deferrable initially deferred,
    attendance text not null,
    substitute text references person (id) deferrable initially deferred,
    reason text not null,
    publish_reason integer not null check (publish_reason in (0, 1)),
    remote integer not null check (remote in (0, 1)),
    arrived text,
    gone text,
    removed_at text,
    primary key (meeting, membership)
) strict
"""

_ATTENDEE = """
create table noted_attendee (
    id text primary key check (length(id) = 36),
    meeting text not null references meeting (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    name text not null check (name <> ''),
    title text not null,
    role text not null,
    removed_at text
) strict
"""

_MINUTE = """
create table noted_minute (
    meeting text not null references meeting (id) deferrable initially deferred,
    item text not null references agenda_item (id) deferrable initially deferred,
    text text not null,
    highlighted text not null check (json_valid(highlighted)),
    raised text not null check (json_valid(raised)),
    resolutions text not null check (json_valid(resolutions)),
    adjournments text not null check (json_valid(adjournments)),
    interests text not null check (json_valid(interests)),
    votes text not null check (json_valid(votes)),
    closing text not null,
    letters_run_on integer not null check (letters_run_on in (0, 1)),
    withheld integer not null check (withheld in (0, 1)),
    removed_at text,
    primary key (meeting, item)
) strict
"""


def m0009_noted_minutes(db: Database) -> None:
    """Minutes are taken in the workspace: who came and when, what each item was about and decided.

    Points and what hangs on one item stand in its row as JSON: they are written and read with it.
    """
    for table in (_MEETING, _ATTENDANCE, _ATTENDEE, _MINUTE):
        db.execute(table)
    db.execute("create index noted_attendee_by_meeting on noted_attendee (meeting)")
