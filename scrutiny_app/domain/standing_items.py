"""The items that open and close every ordinary agenda of a council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


def _item(line: StandingItem, previous: date | None, new_key: Callable[[], str]) -> AgendaItem:
    said = long_date(previous, DAY_DATE) if previous else "…"
    purpose = line.purpose.format(previous_meeting=said)
    return AgendaItem(ItemId(new_key()), line.title, kind=line.kind, purpose=purpose)
