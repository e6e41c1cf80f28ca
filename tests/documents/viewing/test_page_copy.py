"""Chosen pages as a PDF of their own: in order, with blanks, halves the right way round."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.viewing.page_copy import PageCopy
from scrutiny_app.documents.viewing.shown_pdf import ShownPdf
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.print_plan import PagePart, Printed, Side

WORDS = {"upper left": (20, 370), "upper right": (120, 370), "lower left": (20, 20)}


def a_turned_page(folder: Path, turn: int, size: tuple[int, int] = (200, 400)) -> Path:
    """A page whose words tell where they are stored, shown turned clockwise."""
    path = folder / "turned.pdf"
    canvas = Canvas(str(path), pagesize=size)
    for words, (x, y) in WORDS.items():
        canvas.drawString(x * size[0] / 200, y * size[1] / 400, words)
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Rotate = turn
        pdf.save(path)
    return path


def copied(pdf: ShownPdf, sides: list[Side], to: Path) -> ShownPdf:
    copy = pdf.copy(sides, to)
    while not copy.done:
        copy.step()
    copy.write()
    copy.close()
    return ShownPdf(to)


def words_in_view(pdf: ShownPdf, page: int) -> set[str]:
    """Return those of the words that stand within the page as it is shown."""
    width, height = pdf.sizes()[page]
    text = pdf.words(page)
    found = set()
    for words in WORDS:
        at = text.text.find(words)
        if at >= 0:
            left, top = text.boxes[4 * at : 4 * at + 2]
            if 0 <= left <= width * 10 and 0 <= top <= height * 10:
                found.add(words)
    return found


# What the first half shows of a page stored upright and shown turned: its top is another side
@pytest.mark.parametrize(
    ("turn", "first"),
    [
        (0, {"upper left", "upper right"}),
        (90, {"lower left"}),
        (180, {"lower left"}),
        (270, {"upper left", "upper right"}),
    ],
)
def test_halves_are_cut_as_the_page_is_shown(turn: int, first: set[str], tmp_path: Path) -> None:
    pdf = ShownPdf(a_turned_page(tmp_path, turn))
    halves: list[Side] = [(Printed(0, PagePart.UPPER),), (Printed(0, PagePart.LOWER),)]
    copy = copied(pdf, halves, tmp_path / "halves.pdf")
    assert words_in_view(copy, 0) == first
    assert words_in_view(copy, 1) == set(WORDS) - first


def test_pages_come_in_the_order_of_the_plan_with_blanks_of_their_size(tmp_path: Path) -> None:
    pdf = ShownPdf(a_turned_page(tmp_path, 0))
    copy = copied(pdf, [(Printed(0),), (None,), (Printed(0),)], tmp_path / "copy.pdf")
    assert [words_in_view(copy, page) == set(WORDS) for page in range(3)] == [True, False, True]
    assert {(round(width), round(height)) for width, height in copy.sizes()} == {(200, 400)}


def test_many_pages_are_copied_a_step_at_a_time(tmp_path: Path) -> None:
    pdf = ShownPdf(a_turned_page(tmp_path, 0))
    copy = pdf.copy([(Printed(0),)] * 250, tmp_path / "many.pdf")
    steps = 0
    while not copy.done:
        copy.step()
        steps += 1
    copy.close()
    assert steps == 3
    assert not (tmp_path / "many.pdf").exists(), "nothing is there until it is written"


def test_a_file_opened_by_password_is_not_copied_open(tmp_path: Path) -> None:
    plain, locked = a_turned_page(tmp_path, 0), tmp_path / "locked.pdf"
    with pikepdf.open(plain) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="open", R=6))
    shown = ShownPdf(locked, "open")
    assert shown.locked
    with pytest.raises(PaperRefused, match="locked with a password"):
        shown.copy([(Printed(0),)], tmp_path / "copy.pdf")
    assert not ShownPdf(plain, "open").locked
    assert isinstance(ShownPdf(plain).copy((), tmp_path / "copy.pdf"), PageCopy)
