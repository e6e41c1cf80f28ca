"""The agenda of one meeting: its items in order, each with its papers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.committee import Committee, Council, Membership
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.paper import Paper


class ItemKind(StrEnum):
    """What sort of business an item is; the minutes outline follows from it."""

    APOLOGIES = "apologies"
    INTERESTS = "interests"
    PARTY_WHIP = "party_whip"
    MINUTES = "minutes"
    BUSINESS = "business"
    WORK_PROGRAMME = "work_programme"
    EXCLUSION = "exclusion"
    EXEMPT_MINUTES = "exempt_minutes"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One numbered line of business.

    ``purpose`` is the line below the title ("To confirm the Minutes of …"); ``report_of`` names
    whose report it is, without "Report of the".
    """

    id: ItemId
    title: str
    kind: ItemKind = ItemKind.BUSINESS
    purpose: str = ""
    report_of: str = ""
    papers: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """An item with the number it has at this meeting, counting from 1."""

    number: int
    item: AgendaItem


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that a meeting's documents are drawn from. ``items`` are in agenda order."""

    council: Council
    committee: Committee
    meeting: Meeting
    members: tuple[Membership, ...]
    items: tuple[AgendaItem, ...]

    @property
    def numbered(self) -> tuple[NumberedItem, ...]:
        """The items with their numbers, which start at 1 at every meeting.

        Source: practice of real councils (the sample pack and its minutes number them so).
        """
        return tuple(NumberedItem(number, item) for number, item in enumerate(self.items, start=1))
