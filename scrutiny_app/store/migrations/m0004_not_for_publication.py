"""Items gain a title for the public; papers the day of review, and who opened them and why."""

from __future__ import annotations

from sqlite_utils import Database


def m0004_not_for_publication(db: Database) -> None:
    """Items gain a title for the public; papers the day of review, and who opened them and why."""
    db.execute("alter table agenda_item add column public_title text not null default ''")
    db.execute("alter table paper add column review_on text")
    db.execute("alter table paper add column made_public_by text not null default ''")
