"""The items that open and close every ordinary agenda of a council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import takewhile

from scrutiny_app.domain.agenda import AgendaItem, ItemKind
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.wording import DAY_DATE, long_date


class StandingPlace(StrEnum):
    """Whether a standing item opens the meeting or closes it."""

    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class StandingItem:
    """One line that every ordinary agenda carries. ``purpose`` may hold {previous_meeting}."""

    title: str
    kind: ItemKind
    place: StandingPlace
    purpose: str = ""


def ordinary_agenda(
    standing: Sequence[StandingItem],
    business: Iterable[AgendaItem],
    *,
    previous_meeting: date | None,
    new_key: Callable[[], str],
) -> tuple[AgendaItem, ...]:
    """Return the items of an ordinary agenda: those that open it, the business, those that close.

    A standing item whose kind ``business`` brings itself (other than plain business) is not added
    again. Without a previous meeting (the first of a committee) there are no minutes to confirm,
    so that item is left out.

    Source: practice: apologies, declarations of interest and minutes first, the work programme
    last, in the packs of real councils. The house style says which.
    """
    given = tuple(business)
    brought = {item.kind for item in given} - {ItemKind.BUSINESS}
    made = {
        place: tuple(
            _item(line, previous_meeting, new_key)
            for line in standing
            if line.place is place
            and line.kind not in brought
            and (previous_meeting is not None or line.kind is not ItemKind.MINUTES)
        )
        for place in StandingPlace
    }
    return made[StandingPlace.OPENING] + given + made[StandingPlace.CLOSING]


def with_business_of(
    planned: Sequence[AgendaItem],
    last: Iterable[AgendaItem],
    standing: Sequence[StandingItem],
    new_key: Callable[[], str],
) -> tuple[AgendaItem, ...]:
    """Return the items of a planned agenda with the business of another meeting among them.

    It stands before the standing items that close the meeting. Each comes with its title, purpose
    and author, without papers and without what was true of that day alone.

    Source: practice: an agenda is begun from the one before.
    """
    known = {line.title for line in standing} | {item.title for item in planned}
    closing = {line.title for line in standing if line.place is StandingPlace.CLOSING}
    business = tuple(
        AgendaItem(
            ItemId(new_key()),
            item.title,
            item.kind,
            item.purpose,
            item.report_of,
            education=item.education,
            public_title=item.public_title,
        )
        for item in last
        if item.kind is ItemKind.BUSINESS and item.title not in known
    )
    opens = tuple(item for item in planned if item.title not in closing)
    closes = tuple(item for item in planned if item.title in closing)
    return opens + business + closes


def place_of_new(
    items: Sequence[AgendaItem], item: AgendaItem, standing: Sequence[StandingItem]
) -> int:
    """Return the number a new item takes where nobody says where: the end of the business.

    That is before the standing items that close the meeting, and before the exclusion of the
    public with all that follows it. The exclusion goes before the first item that is taken in
    private, a standing item to its own place.

    Source: practice: what is taken in private and the work programme stand last, in the packs of
    real councils.
    """
    if item.kind is ItemKind.EXCLUSION:
        return sum(1 for _ in takewhile(lambda one: not _in_private(one), items)) + 1
    if item.kind is ItemKind.EXEMPT_MINUTES:
        return len(items) + 1
    opening = [line for line in standing if line.place is StandingPlace.OPENING]
    if _stands_in(item, opening):
        before = tuple(takewhile(lambda line: not _is_from(item, line), opening))
        return sum(1 for _ in takewhile(lambda one: _stands_in(one, before), items)) + 1
    public = list(takewhile(lambda one: one.kind is not ItemKind.EXCLUSION, items))
    closing = [line for line in standing if line.place is StandingPlace.CLOSING]
    if not _stands_in(item, closing):
        while public and _stands_in(public[-1], closing):
            public.pop()
    return len(public) + 1


def _in_private(item: AgendaItem) -> bool:
    withheld = any(not paper.public for paper in item.papers)
    return withheld or item.kind is ItemKind.EXEMPT_MINUTES


def _stands_in(item: AgendaItem, lines: Iterable[StandingItem]) -> bool:
    return any(_is_from(item, line) for line in lines)


def _is_from(item: AgendaItem, line: StandingItem) -> bool:
    """Whether an item is what a standing line makes: its title may have been changed since."""
    plain = item.kind is ItemKind.BUSINESS
    return item.kind is line.kind and (not plain or item.title == line.title)


def _item(line: StandingItem, previous: date | None, new_key: Callable[[], str]) -> AgendaItem:
    said = long_date(previous, DAY_DATE) if previous else "…"
    purpose = line.purpose.format(previous_meeting=said)
    return AgendaItem(ItemId(new_key()), line.title, kind=line.kind, purpose=purpose)
