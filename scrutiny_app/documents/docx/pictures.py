"""A picture drawn by code in a Word file: pixels, with the words that are read out instead."""

from __future__ import annotations

import io

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.docx.elements import element_of
from scrutiny_app.documents.pdf.figures import figure_pixels
from scrutiny_app.documents.plain_text import settled

_PIXELS_A_POINT = 3.0  # 216 to the inch, sharp in print


def put_picture(paragraph: Paragraph, figure: Figure, family: str, measure: float) -> None:
    """Put a figure into a paragraph, no wider than ``measure`` points.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    data = figure_pixels(figure, family, scale=_PIXELS_A_POINT)
    width = min(figure.width, measure)
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(data), width=Pt(width))
    for inline in element_of(run).iter(qn("wp:inline")):
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # left out, LibreOffice takes an eighth of an inch
    for told in element_of(run).iter(qn("wp:docPr"), qn("pic:cNvPr")):
        told.set("descr", settled(figure.alt))
        told.set("name", "Picture")
