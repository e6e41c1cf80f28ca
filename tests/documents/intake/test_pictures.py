"""Pictures are drawn upright on A4, without camera data and in no more dots than print shows."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.pictures import draw_pictures
from scrutiny_app.domain.errors import PaperRefused
from tests.documents.intake.hostile import put

ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def picture(size: tuple[int, int], kind: str = "PNG", mode: str = "RGB", **how: object) -> bytes:
    """A blue picture whose upper left quarter is black."""
    colours = {"RGB": "blue", "RGBA": "blue", "P": "blue", "CMYK": (255, 255, 0, 0)}
    image = Image.new(mode, size, colours.get(mode, 1))
    image.paste(Image.new(mode, (size[0] // 2, size[1] // 2), 0), (0, 0))
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def drawn(tmp_path: Path, data: bytes, limits: Limits | None = None) -> Path:
    to = tmp_path / "drawn.pdf"
    draw_pictures(put(tmp_path, data, "picture"), to, limits or Limits(), Findings())
    return to


def ink(path: Path, page: int = 0) -> tuple[tuple[int, int, int, int], Image.Image]:
    """Where ink is on a page, in points from the upper left, and the page."""
    with pypdfium2.PdfDocument(path) as document:
        image = document[page].render().to_pil().convert("RGB")
    box = Image.eval(image.convert("L"), lambda value: 255 * (value < 250)).getbbox()
    assert box is not None
    return box, image


def test_a_photograph_is_shrunk_into_the_margins_and_keeps_its_shape(tmp_path: Path) -> None:
    path = drawn(tmp_path, picture((4000, 3000), "JPEG"))
    (left, top, right, foot), image = ink(path)
    assert image.size == (842, 596), "the page lies as the picture does"
    assert left >= 42
    assert top >= 42
    assert (right - left) / (foot - top) == pytest.approx(4 / 3, abs=0.02)


def test_a_scan_of_a_whole_sheet_fills_the_page(tmp_path: Path) -> None:
    (left, top, right, foot), image = ink(drawn(tmp_path, picture((1240, 1754), dpi=(150, 150))))
    assert image.size == (596, 842)
    assert left <= 2
    assert top <= 2
    assert right >= 593
    assert foot >= 839


def test_a_small_picture_keeps_its_size(tmp_path: Path) -> None:
    (left, _, right, _), _ = ink(drawn(tmp_path, picture((96, 192))))
    assert right - left == pytest.approx(72, abs=2)


def test_a_photograph_taken_sideways_stands_upright_and_tells_no_tales(tmp_path: Path) -> None:
    told = Image.Exif()
    told[ORIENTATION], told[DESCRIPTION] = 6, "where it was taken"
    findings = Findings()
    given = put(tmp_path, picture((400, 200), "JPEG", exif=told), "picture")
    to = tmp_path / "drawn.pdf"
    draw_pictures(given, to, Limits(), findings)
    (left, top, right, foot), image = ink(to)
    assert foot - top > right - left
    # Turned to the right, the black quarter comes to the upper right
    assert image.getpixel(((left + 3 * right) // 4, (3 * top + foot) // 4))[2] < 60
    assert image.getpixel(((3 * left + right) // 4, (3 * top + foot) // 4))[2] > 200
    assert b"where it was" not in to.read_bytes()
    assert findings.removed == ("camera and scanner data",)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK", "I;16"])
def test_every_colour_space_is_drawn(mode: str, tmp_path: Path) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    ink(drawn(tmp_path, picture((60, 60), kind, mode)))


def test_what_shows_through_is_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (60, 60), (0, 0, 0, 0))
    clear.paste((255, 0, 0, 255), (0, 0, 10, 60))
    out = io.BytesIO()
    clear.save(out, "PNG")
    (left, _, right, _), _ = ink(drawn(tmp_path, out.getvalue()))
    assert right - left < 15


def test_a_fax_of_three_pages_becomes_three_pages(tmp_path: Path) -> None:
    pages = [Image.new("1", (1728, 2200), number) for number in (0, 1, 0)]
    out = io.BytesIO()
    pages[0].save(
        out, "TIFF", save_all=True, append_images=pages[1:], compression="group4", dpi=(204, 196)
    )
    with pikepdf.open(drawn(tmp_path, out.getvalue())) as pdf:
        assert len(pdf.pages) == 3
    with pytest.raises(PaperRefused, match="more than 2 pages"):
        drawn(tmp_path, out.getvalue(), Limits(pages=2))


def test_no_more_dots_are_kept_than_print_shows(tmp_path: Path) -> None:
    with pikepdf.open(drawn(tmp_path, picture((6000, 6000), "JPEG"))) as pdf:
        kept = pdf.pages[0].Resources.XObject.Picture
        assert kept.Width < 2200
        assert kept.Filter == pikepdf.Name.DCTDecode


def test_a_picture_too_large_to_draw_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    data = picture((3000, 2000), mode="1")
    with pytest.raises(PaperRefused, match="3,000 by 2,000 dots"):
        drawn(tmp_path, data, Limits(image_pixels=5_000_000))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_half_a_picture_is_refused(kind: str, tmp_path: Path) -> None:
    data = picture((400, 400), kind)
    with pytest.raises(PaperRefused, match="the picture is damaged"):
        drawn(tmp_path, data[: len(data) // 2])


def test_a_picture_goes_through_the_child_as_a_paper(
    warm_child: IntakeChild, tmp_path: Path
) -> None:
    taken = warm_child.take_in(put(tmp_path, picture((600, 800), "JPEG"), "plan.jpg"))
    assert taken.facts.page_count == 1
    assert "without words" in taken.facts.warnings[0]
    assert taken.facts.converter == ""
    assert taken.original.read_bytes() == (tmp_path / "plan.jpg").read_bytes()
