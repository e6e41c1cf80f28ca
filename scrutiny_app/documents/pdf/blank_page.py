"""The page that says it is left blank, so that the next paper starts on the right."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf

from scrutiny_app.documents.pdf.page_geometry import POINTS_PER_MILLIMETRE, numbers
from scrutiny_app.documents.pdf.stamp_font import StampFont
from scrutiny_app.domain.house_style import HouseStyle


def blank_page(pdf: Pdf, style: HouseStyle, font: StampFont, embedded: Object) -> Dictionary:
    """Return a new page of the council's sheet size with its words for a blank page mid-sheet.

    The words are an artifact: a screen reader goes on to the next paper.
    """
    width = style.page.width * POINTS_PER_MILLIMETRE
    height = style.page.height * POINTS_PER_MILLIMETRE
    size = style.type.body
    text = style.words.blank_page
    content = b"/Artifact BMC BT /Stamp %b Tf 0 g %b Td %b Tj ET EMC" % (
        numbers(size),
        numbers((width - font.width(text, size)) / 2, height / 2),
        font.encode(text),
    )
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width, 2), round(height, 2)]),
        Resources=pdf.make_indirect(Dictionary(Font=Dictionary(Stamp=embedded))),
        Contents=pdf.make_stream(content),
    )
