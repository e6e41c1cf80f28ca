"""Pages of every make come out with their edges in order and the size that is seen."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.documents.intake import hostile
from tests.documents.intake.made import made, pixels

BOXES = {
    "offset": ("[100 200 695 1042]", None, (595, 842)),
    "negative": ("[-300 -900 295 -58]", None, (595, 842)),
    "reversed": ("[595 842 0 0]", None, (595, 842)),
    "cropped": ("[0 0 595 842]", "[20 30 575 812]", (555, 782)),
    "cropped beyond the paper": ("[0 0 595 842]", "[-100 -100 900 900]", (595, 842)),
    "cropped reversed": ("[0 0 595 842]", "[575 812 20 30]", (555, 782)),
    "cropped to nothing": ("[0 0 595 842]", "[700 900 800 1000]", (595, 842)),
    "landscape A3": ("[0 0 1190.55 841.89]", None, (1190.55, 841.89)),
}


@pytest.mark.parametrize("kind", BOXES)
def test_a_page_has_the_size_that_is_seen(kind: str, tmp_path: Path) -> None:
    media, crop, size = BOXES[kind]
    entry = f"/CropBox {crop}".encode() if crop else b""
    data = hostile.one_page(hostile.stream(b"0 0 200 200 re f"), entry)
    paper = made(tmp_path, data.replace(b"[0 0 595 842]", media.encode(), 1))
    assert (paper.facts.pages[0].width, paper.facts.pages[0].height) == size
    with paper.open() as pdf:
        left, bottom, right, top = (float(each) for each in pdf.pages[0].mediabox)
        assert left < right
        assert bottom < top


@pytest.mark.parametrize(
    ("turn", "seen"),
    [(0, 0), (90, 90), (180, 180), (270, 270), (-90, 270), (450, 90), (720, 0), (45, 0), (100, 90)],
)
def test_a_turn_is_reduced_to_quarters_and_looks_the_same(
    turn: int, seen: int, tmp_path: Path
) -> None:
    entry = b"/Rotate %d" % turn
    paper = made(tmp_path, hostile.one_page(hostile.stream(b"0 0 200 100 re f"), entry))
    page = paper.facts.pages[0]
    assert page.rotation == seen
    assert (page.width > page.height) == (seen in (90, 270))
    assert any("odd angle" in each for each in paper.facts.warnings) == (turn % 90 != 0)
    assert pixels(paper.path) == pixels(tmp_path / "original.pdf")


def test_attributes_set_for_all_pages_reach_each_page(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pages = pdf.Root.Pages
        pages.MediaBox, pages.Rotate = pdf.pages[0].obj.MediaBox, 90
        pages.Resources = pdf.pages[0].obj.Resources
        for page in pdf.pages:
            del page.obj["/MediaBox"]
            del page.obj["/Resources"]
            if "/Rotate" in page.obj:
                del page.obj["/Rotate"]

    paper = made(tmp_path, hostile.changed(change))
    assert [page.rotation for page in paper.facts.pages] == [90, 90]
    assert paper.texts[0].startswith("Page of a paper")
    with paper.open() as pdf:
        assert all({"/MediaBox", "/Resources"} <= page.obj.keys() for page in pdf.pages)
        assert pdf.Root.Pages.keys() == {"/Type", "/Kids", "/Count"}


def test_a_page_larger_than_paper_comes_is_bound_at_its_plain_size(tmp_path: Path) -> None:
    paper = made(tmp_path, hostile.one_page(hostile.stream(b""), b"/UserUnit 4"))
    assert paper.facts.pages[0].width == 595
    assert any("larger than paper comes" in each for each in paper.facts.warnings)
