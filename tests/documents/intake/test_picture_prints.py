"""A picture saved anew has nearly the same print; another picture has quite another."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name, Pdf
from PIL import Image, ImageDraw

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.picture_prints import picture_prints, print_of


def a_chart(*bars: int) -> Image.Image:
    picture = Image.new("RGB", (600, 400), "white")
    pen = ImageDraw.Draw(picture)
    for place, bar in enumerate(bars):
        pen.rectangle((40 + place * 90, 390 - bar, 100 + place * 90, 390), fill="navy")
    return picture


CHART, OTHER = a_chart(120, 300, 80, 220, 350, 40), a_chart(350, 60, 300, 90, 40, 280)


def saved(picture: Image.Image, quality: int) -> Image.Image:
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=quality)
    return Image.open(kept)


def difference(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


@pytest.mark.parametrize(
    "again", [saved(CHART, 30), CHART.resize((300, 200)), saved(CHART.resize((450, 300)), 50)]
)
def test_the_same_picture_saved_anew_is_known(again: Image.Image) -> None:
    assert difference(print_of(CHART), print_of(again)) <= 24


def test_another_picture_of_the_same_kind_is_another() -> None:
    assert difference(print_of(CHART), print_of(OTHER)) > 48


def test_a_picture_of_one_colour_looks_like_nothing() -> None:
    assert print_of(Image.new("RGB", (200, 200), "teal")) == ""


def test_pictures_of_a_file_are_looked_at_once_and_as_long_as_there_is_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "paper.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        kept = io.BytesIO()
        CHART.save(kept, "JPEG")
        made = {
            "Type": Name.XObject,
            "Subtype": Name.Image,
            "Width": 600,
            "Height": 400,
            "ColorSpace": Name.DeviceRGB,
            "BitsPerComponent": 8,
            "Filter": Name.DCTDecode,
        }
        broken = pikepdf.Stream(pdf, b"no picture", **made)
        pdf.pages[0].Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(
                A=pikepdf.Stream(pdf, kept.getvalue(), **made), B=pdf.make_indirect(broken)
            )
        )
        pdf.save(path)
    (found,) = picture_prints(path, (), Limits())
    assert difference(found, print_of(CHART)) <= 24
    assert picture_prints(path, (), replace(Limits(), seconds=0.0)) == ()
