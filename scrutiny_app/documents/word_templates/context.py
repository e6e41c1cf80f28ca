"""What a council's template may name: the fields of a report or of minutes, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    Paragraph,
    Table,
)
from scrutiny_app.documents.minute_blocks import minute_blocks
from scrutiny_app.documents.minutes_document import membership_lines
from scrutiny_app.documents.plain_text import settled
from scrutiny_app.documents.reports.prose import prose_blocks
from scrutiny_app.documents.reports.report_document import report_sections
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.minutes.minutes import Attendee, MinutesOutline, point_label
from scrutiny_app.domain.report import FieldKind, Report, ReportField

_NEXT_PARAGRAPH = "\a"  # docxtpl begins a new paragraph of the same style at it
_TAB = "\t"
_NEXT_CELL = " | "

SECTIONS = "sections"  # the whole of a report below its head
Context = Mapping[str, object]


class Several(tuple[object, ...]):
    """A list that prints as one paragraph for each of its entries."""

    __slots__ = ()

    def __str__(self) -> str:
        """Return the entries, a paragraph each."""
        return _NEXT_PARAGRAPH.join(str(one) for one in self)


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a text: a "heading", "paragraph", "point" or "row". ``mark`` numbers it."""

    kind: str
    text: str
    mark: str = ""

    def __str__(self) -> str:
        """Return the mark, a tab and the text."""
        return f"{self.mark}{_TAB}{self.text}" if self.mark else self.text


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report, or one minute: its number, its heading and its paragraphs."""

    number: str
    heading: str
    parts: Several

    def __str__(self) -> str:
        """Return heading and paragraphs."""
        heading = f"{self.number}{_TAB}{self.heading}" if self.number else self.heading
        return _NEXT_PARAGRAPH.join((heading, str(self.parts)))


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who came, or whom a reader may ask."""

    name: str
    role: str = ""
    telephone: str = ""
    email: str = ""

    def __str__(self) -> str:
        """Return all of it on one line."""
        told = (self.name, self.role, self.telephone, self.email)
        return ", ".join(one for one in told if one)


@dataclass(frozen=True, slots=True)
class Objective:
    """A line that applies, or does not."""

    text: str
    marked: bool

    def __str__(self) -> str:
        """Return the line."""
        return self.text


def report_context(report: Report, style: HouseStyle) -> Context:
    """Return what a template may name: every field of the kind, written or not.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the field.
    """
    template = report.template
    start = len(report.own_sections) + 1
    places = {one.field: place for place, one in enumerate(report.sections, start=start)}
    numbers = places if template.numbered else {}
    fields = {one.key: _value(report, one, numbers.get(one.key)) for one in template.fields}
    sections = Several(
        Section(number, heading, Several(_parts(blocks)))
        for number, heading, blocks in report_sections(report, style)
    )
    return {"council": report.council, **fields, SECTIONS: sections}


def minutes_context(outline: MinutesOutline, style: HouseStyle) -> Context:
    """Return what a template of minutes may name.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the minute.
    """
    agenda = outline.agenda
    here, gone = membership_lines(outline, style)
    return {
        "council": agenda.council.name,
        "committee": agenda.committee.name,
        "date": agenda.meeting.held_on,
        "place": agenda.meeting.place,
        "start": outline.started_at or agenda.meeting.starts_at,
        "end": outline.ended_at,
        "presiding": outline.presiding,
        "present": Several(here),
        "absent": Several(gone),
        "others": Several(
            Contact(one.full_name, one.role if isinstance(one, Attendee) else "")
            for one in outline.others
        ),
        "minutes": Several(_minute(blocks) for blocks in _each_minute(outline, style)),
    }


def _each_minute(outline: MinutesOutline, style: HouseStyle) -> Iterator[list[Block]]:
    for minute in outline.minutes:
        yield list(minute_blocks(minute, outline, style))


def _minute(blocks: list[Block]) -> Section:
    heading, *rest = blocks
    if not isinstance(heading, Heading):
        raise TypeError(heading)
    return Section(heading.number, _said(heading.text), Several(_parts(rest)))


def _value(report: Report, field: ReportField, number: int | None) -> object:
    """Return a field; ``number`` is that of the section it fills."""
    key = field.key
    match field.kind:
        case FieldKind.DAY:
            return report.day(key)
        case FieldKind.PROSE:
            return Several(_parts(prose_blocks(report.text(key), key, number=number)))
        case FieldKind.TEXTS:
            return Several(report.texts(key) or ([field.empty] if field.empty else ()))
        case FieldKind.CONTACTS:
            return Several(
                Contact(one.name, one.role, one.telephone, one.email)
                for one in report.contacts(key)
            )
        case FieldKind.MARKS:
            return Several(Objective(one.text, one.marked) for one in report.marks(key))
        case _:
            return report.text(key)


def _parts(blocks: Iterable[Block]) -> Iterator[Part]:
    """Give blocks as paragraphs; bold words and links become plain text."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for place, point in enumerate(block.points, start=block.start):
                yield Part("point", _said(point), _mark(block.marker, place))
        elif isinstance(block, Table):
            yield from (Part("row", _row(row)) for row in block.rows)
        elif isinstance(block, Heading):
            yield Part("heading", _said(block.text), block.number)
        elif isinstance(block, NumberedParagraph):
            yield Part("paragraph", _said(block.text), block.number)
        elif isinstance(block, Paragraph):
            yield Part("paragraph", _said(block.text))


def _row(cells: Iterable[Cell]) -> str:
    return _NEXT_CELL.join(" ".join(map(_said, cell.paragraphs)) for cell in cells)


def _mark(marker: Marker, place: int) -> str:
    if marker is Marker.BULLET:
        return "•"
    return f"{point_label(place - 1) if marker is Marker.LETTER else place})"


def _said(text: Inline) -> str:
    return settled("".join(run.text for run in text))
