from __future__ import annotations

import io
import zipfile

from PIL import Image

from scrutiny_app.documents.docx.drawing import draw_docx
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
    assert len(pixels.convert("RGB").getcolors(1 << 20) or ()) > 3, "something was drawn"


def test_lists_in_a_cell_have_words_own_marks() -> None:
    with zipfile.ZipFile(
        io.BytesIO(draw_docx(a_document(a_table_with_lists()), NOTTINGHAM))
    ) as word:
        text = word.read("word/document.xml").decode()
    assert text.count("<w:numPr>") == 4
    assert text.count("w:left=") >= 5
