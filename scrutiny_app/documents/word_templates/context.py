"""What a council's template may name: the fields of a report or of minutes, ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from scrutiny_app.documents.minutes_document import membership_lines, others_blocks
from scrutiny_app.documents.plain_text import settled
from scrutiny_app.documents.reports.prose import prose_blocks
from scrutiny_app.documents.reports.report_document import (
    field_blocks,
    report_body,
    report_sections,
)
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.minutes.minutes import Attendee, MinutesOutline, point_label
from scrutiny_app.domain.report import FieldKind, HeadKind, Report, ReportField

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
class Passage:
    """A text of several paragraphs: ``parts`` to loop over, ``blocks`` as it is drawn whole."""

    parts: tuple[object, ...]
    blocks: tuple[Block, ...]

    def __iter__(self) -> Iterator[object]:
        """Give the parts."""
        return iter(self.parts)

    def __len__(self) -> int:
        """Return how many parts there are; none is false in a template."""
        return len(self.parts)

    def __getitem__(self, place: int) -> object:
        """Return one part."""
        return self.parts[place]

    def __str__(self) -> str:
        """Return the parts, a paragraph each."""
        return _NEXT_PARAGRAPH.join(map(str, self.parts))


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
    parts: Passage

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
    headed = {key for part in template.head if part.kind is HeadKind.SECTION for key in part.fields}
    fields: dict[str, object] = {}
    for one in template.fields:
        value = _value(report, one, numbers.get(one.key))
        if one.key in headed and isinstance(value, Several):
            value = Passage(tuple(value), field_blocks(report, one.key, style))
        fields[one.key] = value
    parts = tuple(
        Section(number, heading, _passage(blocks))
        for number, heading, blocks in report_sections(report, style)
    )
    sections = Passage(parts, report_body(report, style))
    return {"council": report.council, **fields, SECTIONS: sections}


def minutes_context(outline: MinutesOutline, style: HouseStyle) -> Context:
    """Return what a template of minutes may name.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the minute.
    """
    agenda = outline.agenda
    here, gone = membership_lines(outline, style)
    minutes = [tuple(minute_blocks(one, outline, style)) for one in outline.minutes]
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
        "others": Passage(
            tuple(
                Contact(one.full_name, one.role if isinstance(one, Attendee) else "")
                for one in outline.others
            ),
            tuple(others_blocks(outline, style)),
        ),
        "minutes": Passage(
            tuple(map(_minute, minutes)), tuple(block for blocks in minutes for block in blocks)
        ),
    }


def _minute(blocks: Sequence[Block]) -> Section:
    heading, *rest = blocks
    if not isinstance(heading, Heading):
        raise TypeError(heading)
    return Section(heading.number, _said(heading.text), _passage(rest))


def _passage(blocks: Iterable[Block]) -> Passage:
    kept = tuple(blocks)
    return Passage(tuple(_parts(kept)), kept)


def _value(report: Report, field: ReportField, number: int | None) -> object:
    """Return a field; ``number`` is that of the section it fills."""
    key = field.key
    match field.kind:
        case FieldKind.DAY:
            return report.day(key)
        case FieldKind.PROSE:
            return _passage(prose_blocks(report.text(key), key, number=number))
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
