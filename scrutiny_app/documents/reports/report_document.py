"""A report, drawn by its template: the head, then numbered sections under fixed headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    Paragraph,
    Run,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.reports.prose import line_of, prose_blocks
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.meeting import ContactOfficer
from scrutiny_app.domain.minutes.minutes import Resolution, resolution_lines
from scrutiny_app.domain.report import (
    FieldKind,
    HeadKind,
    HeadPart,
    PointStyle,
    Report,
    ReportField,
    ReportSection,
)
from scrutiny_app.domain.wording import long_date

_LABEL_SHARE, _VALUE_SHARE = 34, 66
_TEXT_SHARE, _MARK_SHARE = 80, 20


def report_document(report: Report, style: HouseStyle) -> Document:
    """Compose a report, as blocks.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the field.
    """
    return Document(
        title=filled(report.template.file_title, report, style),
        author=report.council,
        blocks=tuple(_held_together(_Composer(report, style).blocks())),
        language=style.language,
        page_numbers=True,
    )


def _held_together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Keep together on a page what would look lost at the foot of one or the head of the next."""
    return _with_end_kept(tuple(_with_leads_kept(blocks)))


def _with_end_kept(blocks: Sequence[Block]) -> Iterator[Block]:
    """Let the last section take the one before it along, where that is a single paragraph."""
    headings = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    for place, block in enumerate(blocks):
        alone = headings[-2:] == [place - 1, place + 1]
        if alone and isinstance(block, Paragraph | NumberedParagraph):
            yield replace(block, keep_with_next=True)
        else:
            yield block


def _with_leads_kept(blocks: Iterable[Block]) -> Iterator[Block]:
    """Keep the line that leads a list or a table in on the page where that begins."""
    for block, following in pairwise((*blocks, None)):
        leads = isinstance(following, ListBlock | Table)
        if isinstance(block, Paragraph | NumberedParagraph) and leads:
            yield replace(block, keep_with_next=True)
        elif block is not None:
            yield block


def report_body(report: Report, style: HouseStyle) -> tuple[Block, ...]:
    """Return all of a report below its head, as blocks.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the field.
    """
    return tuple(_held_together(_Composer(report, style).body()))


def field_blocks(report: Report, key: str, style: HouseStyle) -> tuple[Block, ...]:
    """Return a field as it is drawn under a heading without a number.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the field.
    """
    return tuple(_Composer(report, style).content(report.template.field(key)))


def report_sections(
    report: Report, style: HouseStyle
) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
    """Give the sections of a report below its head: number, heading and blocks.

    Raises:
        WrongInput: a text holds what cannot be drawn; the sentence names the field.
    """
    return _Composer(report, style).sections()


def filled(pattern: str, report: Report, style: HouseStyle) -> str:
    """Return a template's pattern with the report's own words in its braces."""
    words = {field.key: _words(report, field, style) for field in report.template.fields}
    return pattern.format(council=report.council, **words)


def _words(report: Report, field: ReportField, style: HouseStyle) -> str:
    """Return a field of one line as it is printed."""
    day = report.day(field.key)
    return long_date(day, style.minutes_date) if day else report.text(field.key)


class _Composer:
    """Turns the parts of one report into blocks, in printed order."""

    def __init__(self, report: Report, style: HouseStyle) -> None:
        self._report = report
        self._style = style
        self._template = report.template

    def blocks(self) -> Iterator[Block]:
        """Give every block of the report."""
        for part in self._template.head:
            yield from self._head(part)
        yield from self.body()

    def body(self) -> Iterator[Block]:
        """Give every section under its heading."""
        for number, heading, blocks in self.sections():
            yield Heading(1, plain(heading), number=number)
            yield from blocks

    def sections(self) -> Iterator[tuple[str, str, tuple[Block, ...]]]:
        """Give every section with its number, empty for none, and its heading."""
        for place, own in enumerate(self._report.own_sections, start=1):
            where = f'section "{own.heading}"'
            blocks = prose_blocks(own.text, where, number=self._number(place))
            yield str(self._number(place) or ""), own.heading, blocks
        start = len(self._report.own_sections) + 1
        for place, section in enumerate(self._report.sections, start=start):
            heading = filled(section.heading, self._report, self._style)
            blocks = tuple(self._section(section, place))
            yield str(self._number(place) or ""), heading, blocks

    def _number(self, place: int) -> int | None:
        return place if self._template.numbered else None

    def _head(self, part: HeadPart) -> Iterator[Block]:
        text = plain(filled(part.text, self._report, self._style))
        match part.kind:
            case HeadKind.LABEL:
                yield Paragraph(text, tone=Tone.LABEL)
            case HeadKind.COUNCIL:
                yield Paragraph(text, tone=Tone.COUNCIL, keep_with_next=True)
            case HeadKind.TITLE:
                yield Title(text)
            case HeadKind.LINE:
                yield Paragraph((Run(text[0].text, bold=True),), keep_with_next=True)
            case HeadKind.BOX:
                yield self._box(part.fields)
            case HeadKind.SECTION:
                for field in map(self._template.field, part.fields):
                    yield Heading(1, plain(field.label))
                    yield from self.content(field)

    def _box(self, keys: Iterable[str]) -> Table:
        fields = [self._template.field(key) for key in keys]
        shown = [one for one in fields if one.key in self._report.values or one.empty]
        return Table(
            columns=(Column(_LABEL_SHARE), Column(_VALUE_SHARE)),
            rows=tuple(
                (Cell((plain(field.label),), bold=True), Cell(tuple(self._lines(field))))
                for field in shown
            ),
            header_rows=0,
            row_headers=True,
            boxed=True,
            summary=", ".join(field.label for field in shown),
        )

    def _lines(self, field: ReportField) -> Iterator[Inline]:
        """The lines of a field in a box."""
        report = self._report
        if field.kind is FieldKind.CONTACTS:
            for person in report.contacts(field.key):
                yield plain(", ".join(one for one in (person.name, person.role) if one))
                if reach := _reach(person):
                    yield reach
        elif texts := report.texts(field.key):
            yield from (line_of(text, field.key) for text in texts)
        else:
            yield plain(_words(report, field, self._style) or field.empty)

    def content(self, field: ReportField) -> Iterator[Block]:
        """Give the blocks of a field under a heading without a number."""
        report = self._report
        match field.kind:
            case FieldKind.PROSE:
                yield from prose_blocks(report.text(field.key), field.key)
            case FieldKind.MARKS:
                yield self._marks(field)
            case FieldKind.TEXTS:
                points = tuple(line_of(text, field.key) for text in report.texts(field.key))
                yield ListBlock(Marker.NUMBER, points) if points else Paragraph(plain(field.empty))
            case _:
                yield from (Paragraph(line) for line in self._lines(field))

    def _marks(self, field: ReportField) -> Table:
        template = self._template
        return Table(
            columns=(Column(_TEXT_SHARE), Column(_MARK_SHARE, Align.CENTRE)),
            rows=(
                tuple(Cell((plain(heading),)) for heading in template.mark_headings),
                *(
                    (
                        Cell((line_of(one.text, field.key),)),
                        Cell((plain(template.marked if one.marked else template.unmarked),)),
                    )
                    for one in self._report.marks(field.key)
                ),
            ),
            row_headers=True,
            summary=field.label,
        )

    def _section(self, section: ReportSection, place: int) -> Iterator[Block]:
        field = self._template.field(section.field)
        number = self._number(place)
        if field.kind is FieldKind.PROSE:
            yield from prose_blocks(self._report.text(field.key), field.key, number=number)
        elif section.points is PointStyle.LETTERS:
            yield from self._asked(section, number)
        elif section.points is PointStyle.NUMBERS:
            yield from self.content(field)
        else:
            yield from _paragraphs(self._section_lines(field), number)

    def _section_lines(self, field: ReportField) -> Iterator[Inline]:
        """The lines of a field in a section, where a contact takes one line."""
        if field.kind is FieldKind.CONTACTS:
            for person in self._report.contacts(field.key):
                name = ", ".join(one for one in (person.name, person.role) if one)
                reach = _reach(person)
                yield (Run(f"{name}, " if reach else name), *reach)
        else:
            yield from self._lines(field)

    def _asked(self, section: ReportSection, number: int | None) -> Iterator[Block]:
        """What is asked for: one action runs on from the lead, more are lettered below it."""
        texts = self._report.texts(section.field)
        stopped = resolution_lines([Resolution(n, text) for n, text in enumerate(texts, start=1)])
        if len(stopped) == 1:
            whole = f"{section.lead.rstrip(':')} {_lower(stopped[0])}"
            yield from _paragraphs([line_of(whole, section.field)], number)
            return
        yield from _paragraphs([plain(section.lead)], number)
        points = tuple(line_of(_lower(text), section.field) for text in stopped)
        yield ListBlock(Marker.LETTER, points, level=0 if number is None else 1)


def _paragraphs(lines: Iterable[Inline], number: int | None) -> Iterator[Block]:
    for place, line in enumerate(lines, start=1):
        yield Paragraph(line) if number is None else NumberedParagraph(f"{number}.{place}", line)


def _reach(person: ContactOfficer) -> Inline:
    """How to reach somebody: the telephone as text, the email as a link."""
    email = (Run(person.email, link=f"mailto:{person.email}"),) if person.email else ()
    # A number broken at the end of a line is easily misread
    telephone = person.telephone.replace(" ", "\u00a0")
    if not telephone:
        return email
    return (Run(f"{telephone}, " if email else telephone), *email)


def _lower(text: str) -> str:
    """Begin what follows a lead in the middle of its sentence: "To note" as "to note"."""
    return f"t{text[1:]}" if text.startswith("To ") else text
