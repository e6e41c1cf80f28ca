from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scrutiny_app.documents.pdf.fonts import font_file
from scrutiny_app.documents.pdf.stamp_font import StampFont, stamp_font
from scrutiny_app.domain.errors import WrongInput


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy of the font, so that nothing is kept beside the real one."""
    return Path(shutil.copy(font_file("Arimo"), tmp_path / "font.ttf"))


def kept(source: Path) -> list[Path]:
    return list(source.parent.glob("*.json"))


def test_only_the_letters_of_the_stamps_are_embedded(source: Path) -> None:
    font = stamp_font(source, "Page 0123456789")
    assert set(font.glyphs) == set("Page 0123456789")
    assert len(font.file) < 15_000


def test_letters_have_the_width_of_the_whole_font(source: Path) -> None:
    font = stamp_font(source, "Page 1")
    # The widths of Arial, which Arimo keeps: P 667, a 556, g 556, e 556, space 278, 1 556
    assert font.width("Page 1", 10) == pytest.approx(31.69, abs=0.02)
    assert -0.25 < font.bottom < -0.15
    assert 0.65 < font.top < 0.8


def test_the_font_is_cut_down_once_and_then_read_back_the_same(source: Path) -> None:
    made = stamp_font(source, "Page 1")
    assert len(kept(source)) == 1
    source.write_bytes(b"gone")
    assert stamp_font(source, "1 Page") == made


@pytest.mark.parametrize("spoilt", [b"", b"{}", b'{"glyphs": 4}', b"\xff\xfe"])
def test_a_spoilt_copy_is_made_anew(source: Path, spoilt: bytes) -> None:
    made = stamp_font(source, "Page 1")
    kept(source)[0].write_bytes(spoilt)
    assert stamp_font(source, "Page 1") == made


def test_the_same_letters_make_the_same_font_on_every_machine(tmp_path: Path) -> None:
    fonts: list[StampFont] = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        fonts.append(stamp_font(Path(shutil.copy(font_file("Arimo"), tmp_path / name)), "Page 1"))
    assert fonts[0] == fonts[1]


def test_a_letter_that_the_font_lacks_is_named(source: Path) -> None:
    with pytest.raises(WrongInput, match="has no '頁'"):
        stamp_font(source, "頁 1")
