from __future__ import annotations

import io
import zipfile

from PIL import Image

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.pdf.figures import figure_pixels
from scrutiny_app.documents.shapes import Box
from tests.documents.drawn import NOTTINGHAM, a_document, a_picture, a_table_with_lists


def test_a_picture_is_pixels_with_the_words_that_are_read_out() -> None:
    data = draw_docx(a_document(a_picture()), NOTTINGHAM)
    assert data == draw_docx(a_document(a_picture()), NOTTINGHAM)
    with zipfile.ZipFile(io.BytesIO(data)) as word:
        text = word.read("word/document.xml").decode()
        (name,) = (one for one in word.namelist() if one.startswith("word/media/"))
        pixels = Image.open(io.BytesIO(word.read(name)))
    assert 'descr="A box leads to a triangle."' in text
    assert pixels.size == (630, 300)
    assert 'distL="0"' in text, "else LibreOffice moves it away from the margin"
    assert len(pixels.convert("RGB").getcolors(1 << 20) or ()) > 3, "something was drawn"


def test_lists_in_a_cell_have_words_own_marks() -> None:
    with zipfile.ZipFile(
        io.BytesIO(draw_docx(a_document(a_table_with_lists()), NOTTINGHAM))
    ) as word:
        text = word.read("word/document.xml").decode()
    assert text.count("<w:numPr>") == 4
    assert text.count("w:left=") >= 5


def test_a_line_along_the_edge_of_a_picture_is_drawn_whole() -> None:
    figure = Figure(60, 40, (Box(0, 0, 60, 40, edge="000000", weight=1),), "A box.")
    pixels = Image.open(io.BytesIO(figure_pixels(figure, "Arimo", scale=4))).convert("L")
    assert [pixels.getpixel((x, 80)) < 128 for x in (0, 1, 2, 3)] == [True, True, True, True]
