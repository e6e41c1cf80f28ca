"""A table in a Word file: headings that repeat, rows that stay whole, columns in proportion."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from scrutiny_app.documents.blocks import Align, Cell, Inline, Table, ends_in_bracket
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.docx.styles import CELL
from scrutiny_app.documents.manners import (
    CELL_GAP,
    CELL_POINT_INDENT,
    CELL_POINT_ROOM,
    FIGURES_ROOM,
    is_short,
)

ALIGNMENTS = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.FIGURES: WD_ALIGN_PARAGRAPH.RIGHT,
}
_SHORT_ROW = 200  # letters in a cell, some three lines; it never stands alone on a page
_BRACKET = 0.333  # of the type size, in Arial and its like
_HEADS, _SIDES, _NO_BANDS = 0x0020, 0x0080, 0x0600
WriteRuns = Callable[[Paragraph, Inline, bool], None]
MarkPoint = Callable[[Paragraph], None]


def fill_table(
    word: WordTable, table: Table, widths: Sequence[float], write: WriteRuns, mark: MarkPoint
) -> None:
    """Fill a new Word table. ``widths`` are those of its columns in points.

    ``write`` puts runs into a paragraph, all of them bold when its last argument says so; ``mark``
    makes a paragraph a point of a list.
    """
    word.alignment = WD_TABLE_ALIGNMENT.LEFT
    word.autofit = False
    _describe(word, table)
    _set_widths(word, widths, boxed=table.boxed)
    last = len(table.rows) - 1
    for place, (row, cells) in enumerate(zip(word.rows, table.rows, strict=True)):
        heads = place < table.header_rows
        kept = place != last and (heads or is_short(table) or _stays(table, place))
        _mark_row(row, heads=heads)
        for column, (word_cell, cell) in enumerate(zip(row.cells, cells, strict=True)):
            filled = _fill(word_cell, cell, write, bold=heads or cell.bold)
            _stand_in(filled, cell, mark)
            for paragraph in filled:
                paragraph.alignment = ALIGNMENTS[table.columns[column].align]
                paragraph.paragraph_format.keep_with_next = kept or None
            if table.follows_figures(column):
                _move_off(filled)
            if table.has_brackets(column):
                _leave_room_for_bracket(filled, cell)


def _stays(table: Table, place: int) -> bool:
    """Whether a row stays with the next: a short one that is the first or before the last."""
    before_last = place == len(table.rows) - 2 and _is_short_row(table.rows[-1])
    return before_last or (place == table.header_rows and _is_short_row(table.rows[place]))


def _is_short_row(row: Sequence[Cell]) -> bool:
    letters = (sum(len(run.text) for text in cell.paragraphs for run in text) for cell in row)
    return max(letters, default=0) <= _SHORT_ROW


def _fill(word: _Cell, cell: Cell, write: WriteRuns, *, bold: bool) -> list[Paragraph]:
    made = [word.paragraphs[0], *(word.add_paragraph() for _ in cell.paragraphs[1:])]
    for paragraph, text in zip(made, cell.paragraphs, strict=False):
        paragraph.style = CELL
        write(paragraph, text, bold)
    return made


def _stand_in(paragraphs: list[Paragraph], cell: Cell, mark: MarkPoint) -> None:
    """Give a cell's lists their marks and let what belongs to a point stand in with it."""
    levels = cell.levels or (0,) * len(paragraphs)
    for place, (paragraph, level) in enumerate(zip(paragraphs, levels, strict=False)):
        set_in = paragraph.paragraph_format
        if level > 0:
            mark(paragraph)
        if level > 0 or cell.hung:
            set_in.first_line_indent = Pt(-CELL_POINT_INDENT)
        if level or cell.hung:
            set_in.left_indent = Pt((abs(level) + cell.hung) * CELL_POINT_INDENT)
        if level == 1 and place:
            set_in.space_before = Pt(_type_size(paragraph) * CELL_POINT_ROOM)


def _move_off(paragraphs: list[Paragraph]) -> None:
    """Move words off the figures in the column before them."""
    for paragraph in paragraphs:
        indent = paragraph.paragraph_format.left_indent or 0
        paragraph.paragraph_format.left_indent = Length(indent + Pt(FIGURES_ROOM))


def _leave_room_for_bracket(paragraphs: list[Paragraph], cell: Cell) -> None:
    """Let a figure end where those do that a closing bracket follows."""
    for paragraph, text in zip(paragraphs, cell.paragraphs, strict=False):
        if not ends_in_bracket(text):
            paragraph.paragraph_format.right_indent = Pt(_type_size(paragraph) * _BRACKET)


def _type_size(paragraph: Paragraph) -> float:
    """Return the size of a paragraph's type in points, which its style says."""
    size = paragraph.style.font.size if isinstance(paragraph.style, ParagraphStyle) else None
    return float(size.pt) if size else 0.0


def _set_widths(word: WordTable, widths: Sequence[float], *, boxed: bool) -> None:
    """Set the widths of the columns; each but the last holds the gap to the next one.

    In a frame there is half a gap on either side of each.
    """
    last = len(widths) - 1
    for place, free in enumerate(widths):
        width = Pt(round(free + (CELL_GAP if boxed or place != last else 0.0), 1))
        word.columns[place].width = width
        for row in word.rows:
            row.cells[place].width = width
    for row in () if boxed else word.rows:
        end_flush(row.cells[last])


def end_flush(cell: _Cell) -> None:
    """Let a cell's text go to its right edge, as that of the last column does."""
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
