"""Committees keep their own standing items, deadlines and longer notice; papers may be drafts."""

from __future__ import annotations

from sqlite_utils import Database

_STANDING_ITEM = """
create table standing_item (
    id text primary key check (length(id) = 36),
    committee text not null references committee (id) deferrable initially deferred,
    place integer not null check (place >= 0),
    stands text not null check (stands in ('opening', 'closing')),
    title text not null check (title <> ''),
    kind text not null,
    purpose text not null,
    removed_at text
) strict
"""

_DEADLINE = """
create table deadline (
    committee text not null references committee (id) deferrable initially deferred,
    kind text not null,
    working_days integer not null check (working_days >= 0),
    removed_at text,
    primary key (committee, kind)
) strict
"""


def m0007_standing_items(db: Database) -> None:
    """Committees keep their own standing items, deadlines and longer notice; papers may be drafts.

    Of what was there before, no paper is a draft and every committee goes by its house style.
    """
    db.execute(
        "alter table paper add column draft integer not null default 0 check (draft in (0, 1))"
    )
    db.execute(
        "alter table committee add column extra_notice integer not null default 0 "
        "check (extra_notice >= 0)"
    )
    db.execute(_STANDING_ITEM)
    db.execute("create index standing_item_by_committee on standing_item (committee)")
    db.execute(_DEADLINE)
