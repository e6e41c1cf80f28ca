"""A table in a Word file: headings that repeat, rows that stay whole, columns in proportion."""

from __future__ import annotations

from collections.abc import Callable

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from scrutiny_app.documents.blocks import Align, Cell, Inline, Table
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.docx.styles import CELL
from scrutiny_app.documents.manners import CELL_GAP, CELL_POINT_INDENT

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}
_HEADS, _SIDES, _NO_BANDS = 0x0020, 0x0080, 0x0600
WriteRuns = Callable[[Paragraph, Inline, bool], None]
MarkPoint = Callable[[Paragraph], None]


def fill_table(
    word: WordTable, table: Table, measure: float, write: WriteRuns, mark: MarkPoint
) -> None:
    """Fill a new Word table. ``measure`` is the width of the text in points.

    ``write`` puts runs into a paragraph, all of them bold when its last argument says so; ``mark``
    makes a paragraph a point of a list.
    """
    word.alignment = WD_TABLE_ALIGNMENT.LEFT
    word.autofit = False
    _describe(word, table)
    _set_widths(word, table, measure)
    for place, (row, cells) in enumerate(zip(word.rows, table.rows, strict=True)):
        heads = place < table.header_rows
        _mark_row(row, heads=heads)
        for word_cell, cell, column in zip(row.cells, cells, table.columns, strict=True):
            filled = _fill(word_cell, cell, write, bold=heads or cell.bold)
            _stand_in(filled, cell, mark)
            for paragraph in filled:
                paragraph.alignment = ALIGNMENTS[column.align]
                # Headings stay with the first row below them
                paragraph.paragraph_format.keep_with_next = heads or None


def _fill(word: _Cell, cell: Cell, write: WriteRuns, *, bold: bool) -> list[Paragraph]:
    made = [word.paragraphs[0], *(word.add_paragraph() for _ in cell.paragraphs[1:])]
    for paragraph, text in zip(made, cell.paragraphs, strict=False):
        paragraph.style = CELL
        write(paragraph, text, bold)
    return made


def _stand_in(paragraphs: list[Paragraph], cell: Cell, mark: MarkPoint) -> None:
    """Give a cell's lists their marks and let what belongs to a point stand in with it."""
    for paragraph, level in zip(paragraphs, cell.levels, strict=False):
        if level > 0:
            mark(paragraph)
            paragraph.paragraph_format.first_line_indent = Pt(-CELL_POINT_INDENT)
        if level:
            paragraph.paragraph_format.left_indent = Pt(abs(level) * CELL_POINT_INDENT)


def _set_widths(word: WordTable, table: Table, measure: float) -> None:
    """Share the width out; each column but the last holds the gap to the next one."""
    free = measure - CELL_GAP * (len(table.columns) - 1)
    whole = sum(column.width for column in table.columns)
    last = len(table.columns) - 1
    for place, column in enumerate(table.columns):
        gap = CELL_GAP if place != last else 0.0
        width = Pt(round(free * column.width / whole + gap, 1))
        word.columns[place].width = width
        for row in word.rows:
            row.cells[place].width = width
    for row in word.rows:
        _end_flush(row.cells[last])


def _end_flush(cell: _Cell) -> None:
    """Let the last column end where the text does."""
    margins = OxmlElement("w:tcMar")
    right = OxmlElement("w:right")
    right.set(qn("w:w"), "0")
    right.set(qn("w:type"), "dxa")
    margins.append(right)
    element_of(cell).get_or_add_tcPr().append(margins)


def _mark_row(row: _Row, *, heads: bool) -> None:
    properties = element_of(row).get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if heads:
        properties.append(OxmlElement("w:tblHeader"))


def _describe(word: WordTable, table: Table) -> None:
    """Tell screen readers what the table is for and which cells are headings."""
    properties = element_of(word).tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    look.attrib.clear()
    heads, sides = table.header_rows > 0, table.row_headers
    # Said twice: LibreOffice and Word before 2010 read the bits, Word since then the flags
    bits = _HEADS * heads | _SIDES * sides | _NO_BANDS
    look.set(qn("w:val"), f"{bits:04X}")
    look.set(qn("w:firstRow"), str(int(heads)))
    look.set(qn("w:firstColumn"), str(int(sides)))
    look.set(qn("w:noHBand"), "1")
    look.set(qn("w:noVBand"), "1")
    if table.summary:
        told = OxmlElement("w:tblDescription")
        told.set(qn("w:val"), table.summary)
        properties.append(told)
