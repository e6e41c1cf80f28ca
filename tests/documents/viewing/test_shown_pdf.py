"""What the viewer child sees of a file: pixels, text, links, outline, finds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.viewing.page_pixels import Piece
from scrutiny_app.documents.viewing.search_pass import MOST_HITS, SearchPass
from scrutiny_app.documents.viewing.shown_pdf import ShownPdf
from scrutiny_app.domain.errors import PaperRefused
from tests.build import a_pdf

EDGE = 40


def a_painted_page(folder: Path, colour: tuple[float, float, float], turn: int = 0) -> Path:
    """A page of 200 by 100 points, painted all over, with a word at its lower left."""
    path = folder / "painted.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    canvas.setFillColorRGB(*colour)
    canvas.rect(0, 0, 200, 100, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(10, 10, "corner")
    canvas.setPageRotation(turn)
    canvas.save()
    return path


def pixel(pdf: ShownPdf, *, dark: bool) -> tuple[int, int, int]:
    """Return red, green and blue in the upper middle of the first page."""
    piece = Piece(EDGE, EDGE, 0, 0, 0, EDGE, EDGE, dark)
    room = bytearray(piece.size)
    pdf.draw(0, piece, memoryview(room))
    at = (EDGE // 4 * EDGE + EDGE // 2) * 4
    blue, green, red = room[at : at + 3]
    return red, green, blue


def test_dark_pages_turn_lightness_round_and_keep_the_hue(tmp_path: Path) -> None:
    pdf = ShownPdf(a_painted_page(tmp_path, (1.0, 0.8, 0.8)))
    assert pixel(pdf, dark=False) == pytest.approx((255, 204, 204), abs=1)
    red, green, blue = pixel(pdf, dark=True)
    assert red > green == blue
    assert red < 90
    pdf.close()


def test_white_paper_becomes_dark_but_not_black(tmp_path: Path) -> None:
    pdf = ShownPdf(a_painted_page(tmp_path, (1.0, 1.0, 1.0)))
    assert pixel(pdf, dark=True) == (26, 26, 26)
    pdf.close()


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can replace an open file there")
def test_texts_are_read_though_the_file_was_replaced_meanwhile(tmp_path: Path) -> None:
    path = a_pdf(tmp_path, "one.pdf", pages=140)
    pdf = ShownPdf(path)
    before = pdf.text(0)
    a_pdf(tmp_path, "other.pdf", pages=1).replace(path)
    assert [bool(pdf.text(page)) for page in range(140)] == [True] * 140
    assert pdf.text(0) == before
    pdf.close()


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_stand_where_the_words_are_shown(turn: int, tmp_path: Path) -> None:
    pdf = ShownPdf(a_painted_page(tmp_path, (1.0, 1.0, 1.0), turn))
    left, top, right, bottom = pdf.words(0).boxes[:4]
    # 200 by 100 is the page as shown: ReportLab turns the paper round for a quarter turn
    corners = {0: (10, 90), 90: (10, 10), 180: (190, 10), 270: (190, 90)}
    x, y = corners[turn]
    assert abs((left + right) / 20 - x) < 12
    assert abs((top + bottom) / 20 - y) < 12
    pdf.close()


def test_every_character_has_its_box(tmp_path: Path) -> None:
    pdf = ShownPdf(a_pdf(tmp_path))
    words = pdf.words(0)
    assert len(words.boxes) == 4 * len(words.text)
    pdf.close()


def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_text("no", encoding="utf-8")
    with pytest.raises(PaperRefused, match=r"note\.pdf cannot be shown"):
        ShownPdf(tmp_path / "note.pdf")


def test_a_search_goes_page_by_page_and_says_when_it_is_done() -> None:
    pages = ["Care leavers", "nothing", "care\r\nLEAVERS and care leavers"]
    going = SearchPass("care  leavers", len(pages), pages.__getitem__)
    assert [hit.page for hit in going.step(2)] == [0]
    assert not going.done
    assert [(hit.page, hit.start) for hit in going.step(2)] == [(2, 0), (2, 18)]
    assert going.done
    assert not going.limited


def test_a_search_that_finds_too_much_stops() -> None:
    going = SearchPass("a", 10, lambda _page: "a" * 500)
    while not going.done:
        going.step(1)
    assert going.limited
    assert going.next_page == MOST_HITS // 500
