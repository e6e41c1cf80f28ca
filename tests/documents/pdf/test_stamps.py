from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pikepdf import Pdf
from PIL import Image, ImageChops, ImageOps

from scrutiny_app.documents.pdf.stamps import Stamp, page_stamps
from scrutiny_app.domain.house_style import StampPlace
from tests.build import an_agenda
from tests.documents.pdf.nasty_papers import KINDS, nasty_paper, roomy, turned
from tests.documents.pdf.packs import (
    a_filed_paper,
    bind,
    bind_files,
    ink,
    only_stamps,
    overlap,
    seen,
    style,
    without_stamps,
    words_on,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_stamps_never_fall_on_a_page_s_own_ink(kind: Callable[[Pdf], None], tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    bind_files([nasty_paper(kind, tmp_path)], pack)
    stamps = pypdfium2.PdfDocument(only_stamps(pack, tmp_path / "stamps.pdf"))
    content = pypdfium2.PdfDocument(without_stamps(pack, tmp_path / "content.pdf"))
    for place in range(len(stamps)):
        stamp = seen(stamps, place)
        assert ink(stamp).getbbox(), f"nothing is stamped on page {place + 1}"
        assert overlap(stamp, seen(content, place)) is None, f"page {place + 1}"


def test_without_room_made_stamps_do_fall_on_ink(tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    bind_files([nasty_paper(turned, tmp_path)], pack, look=style(shrink=False))
    stamps = pypdfium2.PdfDocument(only_stamps(pack, tmp_path / "stamps.pdf"))
    content = pypdfium2.PdfDocument(without_stamps(pack, tmp_path / "content.pdf"))
    assert any(overlap(seen(stamps, place), seen(content, place)) for place in range(len(stamps)))


def test_stamps_look_the_same_however_a_page_is_stored(tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    bind_files([nasty_paper(turned, tmp_path)], pack)
    stamps = pypdfium2.PdfDocument(only_stamps(pack, tmp_path / "stamps.pdf"))
    words = [_foot(seen(stamps, place)) for place in range(len(stamps))]
    assert len(words) == 8
    for word in words[1:]:
        assert _likeness(words[0], word) > 0.97, "the stamp is turned, mirrored or elsewhere"
    assert _likeness(words[0], ImageOps.mirror(words[0])) < 0.9
    assert _likeness(words[0], ImageOps.flip(words[0])) < 0.9


def _likeness(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are not clearly lighter or darker in one than in the other."""
    histogram = ImageChops.difference(one, other).histogram()
    return sum(histogram[:150]) / sum(histogram)


def _foot(picture: Image.Image) -> Image.Image:
    """The word "Page" at the foot: all pages of a pack of nine have it in the same place."""
    middle = picture.width // 2
    return picture.crop((middle - 32, picture.height - 60, middle + 14, picture.height - 30))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_stamps_can_be_found_and_copied_on_every_page(
    kind: Callable[[Pdf], None], tmp_path: Path
) -> None:
    bind_files([nasty_paper(kind, tmp_path)], tmp_path / "pack.pdf")
    for number, words in enumerate(words_on(tmp_path / "pack.pdf"), start=1):
        assert f"Page {number}" in words


def test_a_page_with_free_edges_stays_exactly_as_it_was(tmp_path: Path) -> None:
    pack = tmp_path / "pack.pdf"
    paper = nasty_paper(roomy, tmp_path)
    bind_files([paper], pack)
    before = pypdfium2.PdfDocument(paper)
    after = pypdfium2.PdfDocument(without_stamps(pack, tmp_path / "content.pdf"))
    for place in range(len(before)):
        assert seen(before, place).tobytes() == seen(after, place + 2).tobytes()


def test_what_a_crop_hides_stays_hidden_when_a_page_is_shrunk(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(600, 900)).obj
        page.CropBox = [50, 50, 550, 850]
        # Ink only in the frame that the crop cuts off, and a foot that is not free
        page.Contents = pdf.make_stream(
            b"0 0 600 48 re 0 0 48 900 re 552 0 48 900 re f 300 50 9 9 re f"
        )
        pdf.save(path)
    bind_files([path], tmp_path / "pack.pdf")
    after = pypdfium2.PdfDocument(without_stamps(tmp_path / "pack.pdf", tmp_path / "content.pdf"))
    picture = ink(seen(after, 2))
    box = picture.getbbox()
    assert box
    assert box[2] - box[0] < picture.width / 20


def test_a_style_may_put_both_stamps_in_one_place() -> None:
    look = style(page_place=StampPlace.HEAD_RIGHT)
    assert page_stamps(look, 9, 4) == (Stamp("Agenda item 4   Page 9", StampPlace.HEAD_RIGHT),)
    assert page_stamps(look, 10) == (Stamp("Page 10", StampPlace.HEAD_RIGHT),)


def test_stamps_may_be_in_welsh(tmp_path: Path) -> None:
    path = nasty_paper(roomy, tmp_path)
    paper = a_filed_paper(path)
    look = style()
    look = replace(look, words=replace(look.words, page_stamp="Tudalen ŵŷ {number}"))
    bind(an_agenda([paper]), {paper.id: path}, tmp_path / "pack.pdf", look=look)
    assert "Tudalen ŵŷ 3" in words_on(tmp_path / "pack.pdf")[2]
