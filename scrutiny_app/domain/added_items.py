"""The day on which a later item came before the public."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.issue import Issue


def with_days_added(agenda: Agenda, before: Agenda, first: Issue, *, today: date) -> Agenda:
    """Return an agenda whose later items say when they were added.

    ``first`` is the issue that published it, ``before`` the agenda as it stood; an item without a
    day of its own keeps the one it had, and a new one gets ``today``, until a supplement has it.

    Source: Local Government Act 1972 s.100B(3)-(4): an item added to the agenda is open from then.
    """
    days = {item.id: item.added_on for item in before.items}
    published = {item.id for item in first.items}

    def day_of(item: AgendaItem) -> date | None:
        if item.id in published:
            return item.added_on
        return item.added_on or days.get(item.id) or today

    return replace(
        agenda, items=tuple(replace(item, added_on=day_of(item)) for item in agenda.items)
    )


def with_days_issued(agenda: Agenda, latest: Issue, *, issued_on: date) -> Agenda:
    """Return an agenda whose items that ``latest`` lacks were added no earlier than ``issued_on``.

    Source: as ``with_days_added``: before its supplement came out, nobody could see an item.
    """
    known: set[ItemId] = {item.id for item in latest.items}
    items = (
        item
        if item.id in known
        else replace(item, added_on=max(item.added_on or issued_on, issued_on))
        for item in agenda.items
    )
    return replace(agenda, items=tuple(items))
