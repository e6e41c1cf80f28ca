"""A work programme as the appendix of a report: a table by meeting, what waits, and the notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    ListBlock,
    Marker,
    Paragraph,
    Run,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.domain.programme.moves import change_note, move_note
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem
from scrutiny_app.domain.programme.recurrence import recurrence_note
from scrutiny_app.domain.wording import long_date

_DATE_SHARE, _ITEMS_SHARE = 1.6, 10.0
_DAY_AND_MONTH = "{day} {month}"
_POINT, _GOES_ON, _BELOW = 1, -1, 2


@dataclass(frozen=True, slots=True)
class ProgrammeOrder:
    """A work programme to be printed: whose it is, in which house style, and how much of it.

    ``moves`` prints what was moved and why; ``waiting`` the parked list; ``turned_down`` what was
    referred or rejected, with the reasons.
    """

    programme: Programme
    committee: str
    council: str
    house_style: str
    moves: bool = True
    waiting: bool = True
    turned_down: bool = False

    @property
    def title(self) -> str:
        """What is printed above it."""
        return f"{self.committee} {self.programme.municipal_year} Work Programme"


def programme_document(order: ProgrammeOrder) -> Document:
    """Return a work programme as a document, landscape, one row a meeting."""
    return Document(
        order.title,
        order.council,
        tuple(_blocks(order)),
        landscape=True,
        page_numbers=True,
        running_head=order.title,
    )


def _blocks(order: ProgrammeOrder) -> Iterator[Block]:
    programme = order.programme
    yield Title(plain(order.title))
    if programme.days:
        yield _table(order)
    else:
        yield Paragraph(plain("No meetings are planned yet."))
    for note in programme.footnotes:
        yield Paragraph(plain(note), Tone.LINE)
    if order.waiting and programme.parked:
        yield Heading(1, plain("To be scheduled"))
        yield ListBlock(Marker.BULLET, tuple(_waiting(item) for item in programme.parked))
    if order.turned_down and programme.closed:
        yield Heading(1, plain("Not taken into the programme"))
        yield ListBlock(Marker.BULLET, tuple(_turned_down(item) for item in programme.closed))


def _table(order: ProgrammeOrder) -> Table:
    programme = order.programme
    rows = (
        (
            Cell((plain(long_date(day, _DAY_AND_MONTH)),), bold=True),
            _items_cell(programme.on(day), moves=order.moves),
        )
        for day in programme.days
    )
    heads = (Cell((plain("Date"),)), Cell((plain("Items"),)))
    return Table(
        (Column(_DATE_SHARE), Column(_ITEMS_SHARE)),
        (heads, *rows),
        row_headers=True,
        summary=f"The items of each meeting of the {order.committee} in {programme.municipal_year}",
    )


def _items_cell(items: Iterable[ProgrammeItem], *, moves: bool) -> Cell:
    paragraphs: list[Inline] = []
    levels: list[int] = []
    for item in items:
        for text, level in _item(item, moves=moves):
            paragraphs.append(text)
            levels.append(level)
    if not paragraphs:
        return Cell((plain("Nothing is planned yet."),))
    return Cell(tuple(paragraphs), levels=tuple(levels))


def _item(item: ProgrammeItem, *, moves: bool) -> Iterator[tuple[Inline, int]]:
    yield plain(item.title, bold=True), _POINT
    if item.purpose:
        yield plain(item.purpose), _GOES_ON
    for point in item.sub_points:
        yield plain(point), _BELOW
    note = move_note(item) if moves else ""
    if note:
        yield (Run(f"{note[0].upper()}{note[1:]}.", italic=True),), _GOES_ON


def _waiting(item: ProgrammeItem) -> Inline:
    when = item.window or recurrence_note(item)
    told = (f": {item.purpose}" if item.purpose else "", f" ({when})" if when else "")
    note = move_note(item)
    moved = (Run(f" {note[0].upper()}{note[1:]}.", italic=True),) if note else ()
    return (Run(item.title, bold=True), Run("".join(told)), *moved)


def _turned_down(item: ProgrammeItem) -> Inline:
    last = f" {change_note(item.changes[-1])}" if item.changes else f" {item.stage}."
    to = f" To: {item.referred_to}." if item.referred_to else ""
    return (Run(item.title, bold=True), Run(f".{last}{to}"))
