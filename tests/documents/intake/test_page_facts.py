"""How much of the edge is free of ink, and whether there are words, judged by what is drawn."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.intake.page_facts import measure_pages
from scrutiny_app.domain.paper import TextLayer
from tests.build import A4, pdf_bytes
from tests.documents.intake import hostile
from tests.documents.intake.made import made


def drawn(*marks: tuple[float, float, float, float], turn: int = 0) -> bytes:
    """A page with black boxes: left, bottom, width, height."""
    content = b" ".join(b"%g %g %g %g re f" % mark for mark in marks)
    return hostile.one_page(hostile.stream(content), b"/Rotate %d" % turn)


def scanned(*, noise: int, margin: int, paper: int = 250) -> bytes:
    """A page that is one picture: speckled paper, black lines inside a margin (points)."""
    chance = random.Random(1)
    width, height = 595, 842
    picture = Image.new("L", (width, height), paper)
    pen = ImageDraw.Draw(picture)
    for row in range(margin, height - margin, 20):
        pen.rectangle((80, row, 500, row + 6), fill=20)
    speckles = bytes(
        max(0, min(255, value + chance.randint(-noise, noise))) for value in picture.tobytes()
    )
    buffer = io.BytesIO()
    Image.frombytes("L", (width, height), speckles).convert("RGB").save(buffer, "JPEG", quality=85)
    canvas_file = io.BytesIO()
    canvas = Canvas(canvas_file, pagesize=(width, height), invariant=1)
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(buffer), 0, 0, width, height)
    canvas.showPage()
    canvas.save()
    return canvas_file.getvalue()


def test_free_edges_are_measured_to_a_point_or_two(tmp_path: Path) -> None:
    page = made(tmp_path, drawn((100, 70, 300, 10), (100, 700, 300, 10))).facts.pages[0]
    assert page.foot_clear == pytest.approx(70, abs=2)
    assert page.head_clear == pytest.approx(842 - 710, abs=2)


@pytest.mark.parametrize(
    ("turn", "head", "foot"), [(90, 100, 195), (180, 70, 132), (270, 195, 100)]
)
def test_free_edges_are_those_of_the_page_as_seen(
    turn: int, head: float, foot: float, tmp_path: Path
) -> None:
    page = made(tmp_path, drawn((100, 70, 300, 10), (100, 700, 300, 10), turn=turn)).facts.pages[0]
    assert page.head_clear == pytest.approx(head, abs=2)
    assert page.foot_clear == pytest.approx(foot, abs=2)


def test_ink_at_the_very_edge_leaves_nothing_free(tmp_path: Path) -> None:
    page = made(tmp_path, drawn((0, 0, 595, 842))).facts.pages[0]
    assert (page.head_clear, page.foot_clear) == (0, 0)


def test_small_pale_words_at_the_foot_count_as_ink(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 6)
    canvas.setFillGray(0.75)
    canvas.drawString(72, 20, "pale small print at the foot")
    canvas.showPage()
    canvas.save()
    assert made(tmp_path, buffer.getvalue()).facts.pages[0].foot_clear < 22


@pytest.mark.parametrize(("noise", "paper"), [(0, 255), (4, 250), (9, 244)])
def test_the_white_margin_of_a_speckled_scan_is_free(
    noise: int, paper: int, tmp_path: Path
) -> None:
    facts = made(tmp_path, scanned(noise=noise, margin=60, paper=paper)).facts
    assert facts.pages[0].head_clear == pytest.approx(60, abs=4)
    assert facts.pages[0].foot_clear >= 54


def test_a_dark_picture_over_the_whole_page_leaves_nothing_free(tmp_path: Path) -> None:
    page = made(tmp_path, scanned(noise=4, margin=60, paper=120)).facts.pages[0]
    assert (page.head_clear, page.foot_clear) == (0, 0)


def test_an_empty_page_is_free_all_over(tmp_path: Path) -> None:
    page = made(tmp_path, drawn()).facts.pages[0]
    assert (page.head_clear, page.foot_clear) == (842, 842)


def test_a_poster_is_measured_without_a_poster_of_pixels(tmp_path: Path) -> None:
    data = drawn((0, 3000, 100, 100)).replace(b"[0 0 595 842]", b"[0 0 14400 14400]")
    page = made(tmp_path, data).facts.pages[0]
    assert page.foot_clear == pytest.approx(3000, abs=25)


@pytest.mark.parametrize(
    ("kinds", "layer"),
    [
        (("words",), TextLayer.TEXT),
        (("picture",), TextLayer.SCAN),
        (("words", "picture"), TextLayer.MIXED),
        (("words", "blank"), TextLayer.TEXT),
        (("picture", "blank"), TextLayer.SCAN),
    ],
)
def test_the_text_layer_is_judged_by_the_pages_with_ink(
    kinds: tuple[str, ...], layer: TextLayer, tmp_path: Path
) -> None:
    pages = {"words": pdf_bytes(1), "picture": drawn((100, 100, 50, 50)), "blank": drawn()}
    whole = pikepdf.new()
    for kind in kinds:
        with pikepdf.open(io.BytesIO(pages[kind])) as part:
            whole.pages.extend(part.pages)
    buffer = io.BytesIO()
    whole.save(buffer)
    facts = made(tmp_path, buffer.getvalue()).facts
    assert facts.text_layer is layer
    wordless = any("without words" in each for each in facts.warnings)
    assert wordless == ("picture" in kinds)


def test_pages_for_which_there_is_no_time_count_as_printed_to_the_edge(tmp_path: Path) -> None:
    path = hostile.put(tmp_path, pdf_bytes(2))
    measured = measure_pages(path, seconds=0)
    assert measured.not_drawn == (1, 2)
    assert [page.foot_clear for page in measured.pages] == [0, 0]
    assert measured.texts[1] == "Page of a paper 2"


def test_words_beyond_the_visible_edge_are_warned_of(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.CropBox = pikepdf.Array([0, 0, 595, 500])

    warnings = made(tmp_path, hostile.changed(change)).facts.warnings
    assert any("beyond the visible edge of page 2" in each for each in warnings)


def test_fonts_that_are_not_in_the_file_are_named_once(tmp_path: Path) -> None:
    facts = made(tmp_path, pdf_bytes(3)).facts
    assert facts.fonts_missing == ("Helvetica",)
    assert sum("Helvetica" in each for each in facts.warnings) == 1
