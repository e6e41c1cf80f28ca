"""The agenda of one meeting: its items in order, each with its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.committee import Committee, Council, Membership
from scrutiny_app.domain.errors import NotFound, WrongInput
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
    whose report it is, without "Report of the". Where ``title`` itself is not for publication,
    ``public_title`` is what the public reads instead; everything else of an item is public.

    ``added_on`` is the day a later item was published, None for one that was on the agenda from
    the start. ``urgency_reason`` and ``chair_agreed_on`` are what an item needs that was added
    too late (see ``publication.py``). ``education`` marks business on education functions, on
    which education co-optees vote.
    """

    id: ItemId
    title: str
    kind: ItemKind = ItemKind.BUSINESS
    purpose: str = ""
    report_of: str = ""
    papers: tuple[Paper, ...] = ()
    added_on: date | None = None
    urgency_reason: str = ""
    chair_agreed_on: date | None = None
    education: bool = False
    public_title: str = ""

    @property
    def shown_title(self) -> str:
        """The title that anybody may read."""
        return self.public_title or self.title


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


def insert_item(agenda: Agenda, item: AgendaItem, *, number: int) -> Agenda:
    """Put an item on the agenda under a number; what stood there and after moves down.

    Raises:
        WrongInput: the agenda has no such place, or has the item already.
    """
    items = list(agenda.items)
    if any(one.id == item.id for one in items):
        raise WrongInput(f'"{item.title}" is on this agenda already. Move it instead.')
    items.insert(_place(number, len(items) + 1), item)
    return replace(agenda, items=tuple(items))


def remove_item(agenda: Agenda, item: ItemId) -> Agenda:
    """Take an item off the agenda; those after it move up.

    Raises:
        NotFound: it is not on the agenda.
    """
    taken = item_on(agenda, item)
    return replace(agenda, items=tuple(one for one in agenda.items if one is not taken))


def move_item(agenda: Agenda, item: ItemId, *, to: int) -> Agenda:
    """Give an item another number; the others keep their order.

    Raises:
        NotFound: it is not on the agenda.
        WrongInput: the agenda has no such place.
    """
    taken = item_on(agenda, item)
    _place(to, len(agenda.items))
    return insert_item(remove_item(agenda, item), taken, number=to)


def item_on(agenda: Agenda, item: ItemId) -> AgendaItem:
    """Return the item with a key.

    Raises:
        NotFound: it is not on the agenda.
    """
    for one in agenda.items:
        if one.id == item:
            return one
    raise NotFound(f"Item {item} is not on this agenda. List the agenda again and choose from it.")


def _place(number: int, places: int) -> int:
    """Return the place, counting from 0, of an item's number, counting from 1."""
    if not 1 <= number <= places:
        raise WrongInput(f"There is no place {number} on this agenda; choose from 1 to {places}.")
    return number - 1
