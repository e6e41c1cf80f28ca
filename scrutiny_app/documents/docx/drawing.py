"""A document drawn as a Word file with named styles."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Document,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.docx import styles
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.docx.furniture import furnish, set_up_sheet
from scrutiny_app.documents.docx.numbering import Lists, embolden_mark, number_point
from scrutiny_app.documents.docx.package import finished
from scrutiny_app.documents.docx.pictures import put_picture
from scrutiny_app.documents.docx.tables import ALIGNMENTS, fill_table
from scrutiny_app.documents.held_words import held_together
from scrutiny_app.documents.manners import (
    BOX_INSET,
    HANG,
    POINT_INDENT,
    TABLE_ROOM,
    manners,
)
from scrutiny_app.documents.pdf.column_widths import column_widths, shared_widths
from scrutiny_app.documents.pdf.type_case import TypeCase
from scrutiny_app.documents.plain_text import settled
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.house_style import HouseStyle


def draw_docx(document: Document, style: HouseStyle) -> bytes:
    """Draw a document as DOCX: every paragraph in a style named "Scrutiny …", no dates in it.

    The same document and style give the same bytes. Links to pages of a pack become plain text,
    for a Word file stands outside the pack.

    Raises:
        WrongInput: a letter in a picture is in none of our fonts.
    """
    word = docx.Document()
    measure = set_up_sheet(word, style.page, landscape=document.landscape)
    styles.add_styles(word, style, measure)
    write_blocks(word, document.blocks, style, measure)
    furnish(word, document, measure)
    return finished(word, document)


def write_blocks(
    word: WordDocument, blocks: Iterable[Block], style: HouseStyle, measure: float
) -> None:
    """Write blocks at the end of a Word file that has our styles.

    ``measure`` is the width of the text in points.
    """
    writer = _Writer(word, style, measure)
    for block in blocks:
        writer.write(block)
    writer.close()


class _Writer:
    """Writes blocks one after another, and remembers what the last one asks of the next."""

    def __init__(self, word: WordDocument, style: HouseStyle, measure: float) -> None:
        self._word = word
        self._body, self._cell = manners(style).body, manners(style).cell
        self._measure = measure
        self._family = style.type.family
        self._case = TypeCase(style.type.family)
        self._lists = Lists(word)
        self._new_page = False
        self._after_table = False
        self._last: WordParagraph | None = None

    @singledispatchmethod
    def write(self, block: Block) -> None:
        """Write one block."""
        raise TypeError(block)

    @write.register
    def _(self, block: Title) -> None:
        _write_runs(self._paragraph(styles.TITLE), block.text)

    @write.register
    def _(self, block: Heading) -> None:
        level = min(block.level, styles.DEEPEST)
        if block.number:
            made = self._paragraph(styles.NUMBERED_HEADING.format(level=level))
            made.add_run(f"{block.number}\t")
        else:
            made = self._paragraph(styles.HEADING.format(level=level))
        _write_runs(made, block.text)

    @write.register
    def _(self, block: Paragraph) -> None:
        made = self._paragraph(styles.TONES[block.tone])
        if block.align is not Align.LEFT:
            made.alignment = ALIGNMENTS[block.align]
        if block.leads_on:
            made.paragraph_format.keep_with_next = True
        _write_runs(made, block.text)

    @write.register
    def _(self, block: NumberedParagraph) -> None:
        made = self._paragraph(styles.NUMBERED)
        if block.number:
            made.add_run(f"{block.number}\t")
        else:
            made.paragraph_format.first_line_indent = Pt(0)
        if block.leads_on:
            made.paragraph_format.keep_with_next = True
        _write_runs(made, block.text)

    @write.register
    def _(self, block: ListBlock) -> None:
        number = self._lists.new(block.marker, block.start)
        made = [self._paragraph(styles.POINT) for _ in block.points]
        for paragraph, point in zip(made, block.points, strict=True):
            number_point(paragraph, number)
            if block.level:
                paragraph.paragraph_format.left_indent = Pt(block.level * HANG + POINT_INDENT)
                paragraph.paragraph_format.first_line_indent = Pt(-POINT_INDENT)
            if all(run.bold for run in point):
                embolden_mark(paragraph)
            _write_runs(paragraph, point)
        for paragraph in made[:-1] if block.whole else ():
            paragraph.paragraph_format.keep_with_next = True
        if len(made) > 1:  # neither the first point nor the last stands alone on a page
            for paragraph in (made[0], made[-2]):
                paragraph.paragraph_format.keep_with_next = True
        if block.keep_with_next:
            made[-1].paragraph_format.keep_with_next = True
        else:
            made[-1].paragraph_format.space_after = Pt(self._body.after)

    @write.register
    def _(self, block: Table) -> None:
        if self._after_table:
            # Word would make one table of two neighbours
            self._paragraph(styles.GAP).paragraph_format.space_before = Pt(self._room)
        elif self._last:
            self._last.paragraph_format.space_after = Pt(self._room)
        word = self._word.add_table(len(block.rows), len(block.columns))
        ruled = styles.BOX if block.boxed else styles.TABLE
        word.style = ruled if block.ruled else styles.PLAIN_TABLE
        number = self._lists.new(Marker.BULLET) if _has_lists(block) else 0
        fill_table(
            word, block, self._widths(block), _write_cell, lambda point: number_point(point, number)
        )
        if self._new_page:
            word.cell(0, 0).paragraphs[0].paragraph_format.page_break_before = True
        self._new_page, self._after_table = False, True

    @write.register
    def _(self, block: Figure) -> None:
        made = self._paragraph(styles.GAP)
        put_picture(made, block, self._family, self._measure)
        made.paragraph_format.space_after = Pt(self._body.after)

    @write.register
    def _(self, block: Signature) -> None:
        if self._last and not self._after_table and not self._new_page:
            self._last.paragraph_format.keep_with_next = True
        label = block.label
        if block.label_above:
            above = self._paragraph(styles.TONES[Tone.BODY])
            above.paragraph_format.keep_with_next = True
            _write_runs(above, plain(label))
            label = ""
        made = self._paragraph(styles.SIGNATURE)
        _write_runs(made, plain(label))
        made.add_run(" \t\t" if label else "\t\t")
        _write_runs(made, plain(f"{block.date_label} "))
        made.add_run("\t")

    @write.register
    def _(self, _block: PageBreak) -> None:
        self._new_page = True

    def close(self) -> None:
        """End the text: after a table Word wants one more paragraph."""
        if self._after_table:
            self._word.add_paragraph(style=styles.GAP)

    def _paragraph(self, style: str) -> WordParagraph:
        made = self._word.add_paragraph(style=style)
        if self._new_page:
            made.paragraph_format.page_break_before = True
        elif self._after_table and style != styles.GAP:
            usual = made.style.paragraph_format.space_before if made.style else None
            made.paragraph_format.space_before = max(Pt(self._room), usual or 0)
        self._new_page = self._after_table = False
        self._last = made
        return made

    def _widths(self, table: Table) -> list[float]:
        """Return the widths of a table's columns; Word may have a letter that our fonts lack."""
        measure = self._measure - (2 * BOX_INSET if table.boxed else 0.0)
        try:
            return column_widths(table, self._cell, self._case, measure)
        except WrongInput:
            return shared_widths(table, measure)

    @property
    def _room(self) -> float:
        """Points of space above and below a table; Word has no such thing of its own."""
        return self._body.leading * TABLE_ROOM


def _has_lists(table: Table) -> bool:
    return any(cell.levels for row in table.rows for cell in row)


def _write_cell(paragraph: WordParagraph, text: Inline, bold: bool) -> None:  # noqa: FBT001 - see WriteRuns
    _write_runs(paragraph, text, bold=bold)


def _write_runs(paragraph: WordParagraph, text: Inline, *, bold: bool = False) -> None:
    for run in text:
        made = paragraph.add_run(held_together(settled(run.text)))
        made.bold = run.bold or bold or None
        made.italic = run.italic or None
        if run.link and not run.link.startswith("#"):
            _link(paragraph, made, run)


def _link(paragraph: WordParagraph, word: WordRun, run: Run) -> None:
    """Make a run that has just been added a link."""
    key = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    word.style = styles.LINK_STYLE
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    element = element_of(word)
    element.addprevious(link)
    link.append(element)
