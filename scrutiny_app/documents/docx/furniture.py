"""The sheet of a Word file and what stands in its margins: head, page number, initials box."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.colours import QUIET
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.docx.styles import FURNITURE, GAP, PLAIN_TABLE
from scrutiny_app.documents.docx.tables import end_flush
from scrutiny_app.documents.held_words import held_together
from scrutiny_app.documents.plain_text import settled
from scrutiny_app.domain.house_style import PageSetup

_EDGE = 8  # millimetres between the paper's edge and what stands in the margin
_BOX_WIDTH, _BOX_HEIGHT = 64.0, 26.0  # points, as in the PDF
_SIDE_SHARE = 0.35  # of the width, for each side of the page number


def set_up_sheet(word: WordDocument, page: PageSetup, *, landscape: bool) -> float:
    """Set paper and margins; return the width of the text in points."""
    section = word.sections[0]
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = section.footer_distance = Mm(_EDGE)
    return float(Mm(width - page.left - page.right).pt)


def furnish(word: WordDocument, document: Document, measure: float) -> None:
    """Write what the pages carry in their margins; the first has the title for its head."""
    section = word.sections[0]
    _write_foot(section.footer, document, measure)
    if document.running_head:
        head = section.header.paragraphs[0]
        head.style = FURNITURE
        head.add_run(held_together(settled(document.running_head)))
        section.different_first_page_header_footer = True
        _write_foot(section.first_page_footer, document, measure)


def _write_foot(footer: _Footer, document: Document, measure: float) -> None:
    if document.initials:
        _initials_row(footer, document, measure)
    elif document.page_numbers:
        foot = footer.paragraphs[0]
        foot.style = FURNITURE
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_page_number(foot)


def _initials_row(footer: _Footer, document: Document, measure: float) -> None:
    """Write the page number in the middle and an empty box on the right, with its label."""
    table = footer.add_table(1, 4, Pt(measure))
    table.style = PLAIN_TABLE
    table.autofit = False
    side = measure * _SIDE_SHARE
    widths = (side, measure - 2 * side, side - _BOX_WIDTH, _BOX_WIDTH)
    row = table.rows[0]
    row.height, row.height_rule = Pt(_BOX_HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        table.columns[place].width = cell.width = Pt(round(width, 1))
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        cell.paragraphs[0].style = FURNITURE
    _, number, label, box = row.cells
    end_flush(number)  # else its middle is not that of the page
    if document.page_numbers:
        number.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_page_number(number.paragraphs[0])
    label.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    label.paragraphs[0].add_run(settled(document.initials))
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="6" w:space="0" w:color="{QUIET}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    borders = parse_xml(f"<w:tcBorders {nsdecls('w')}>{edges}</w:tcBorders>")
    element_of(box).get_or_add_tcPr().insert_element_before(
        borders, "w:shd", "w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign"
    )
    # A footer must end in a paragraph, and begins with one
    first = footer.paragraphs[0]
    element_of(first).getparent().remove(element_of(first))
    footer.add_paragraph(style=GAP)


def _add_page_number(paragraph: Paragraph) -> None:
    element_of(paragraph).append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
    )
