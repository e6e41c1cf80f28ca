"""Icons are drawn from the cache folder; whatever lies there, an icon is drawn."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrutiny_app.ui.theme import drawings
from scrutiny_app.ui.theme.drawings import icon_svg


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, and nothing remembered of another."""
    monkeypatch.setattr(drawings, "icon_folder", lambda: tmp_path)
    icon_svg.cache_clear()
    return tmp_path


def again(name: str) -> str:
    """The icon as the next run of the program has it."""
    icon_svg.cache_clear()
    return icon_svg(name)


def test_a_drawing_is_kept_and_read_from_there(folder: Path) -> None:
    first = icon_svg("gavel")
    (kept,) = folder.iterdir()
    assert first.startswith("<svg")
    assert kept.read_text(encoding="utf-8") == first
    kept.write_text("<svg>kept</svg>", encoding="utf-8")
    assert again("gavel") == "<svg>kept</svg>"


@pytest.mark.parametrize("spoiled", [b"", b"<svg><path", b"\xff\xfe\xff"])
def test_a_drawing_that_was_only_half_written_is_drawn_again(folder: Path, spoiled: bytes) -> None:
    first = icon_svg("gavel")
    (kept,) = folder.iterdir()
    kept.write_bytes(spoiled)
    assert again("gavel") == first
    assert kept.read_text(encoding="utf-8") == first


def test_a_drawing_older_than_the_library_is_drawn_again(folder: Path) -> None:
    first = icon_svg("gavel")
    (kept,) = folder.iterdir()
    kept.write_text("<svg>of an older library</svg>", encoding="utf-8")
    os.utime(kept, (0, 0))
    assert again("gavel") == first


def test_a_cache_that_cannot_be_written_to_leaves_no_icon_undrawn(folder: Path) -> None:
    no_folder = folder / "a file"
    no_folder.touch()
    drawings.keep(no_folder / "gavel.svg", "<svg/>")
    assert no_folder.read_bytes() == b""
    assert icon_svg("gavel").startswith("<svg")


def test_the_library_of_drawings_is_not_loaded_for_icons_that_are_kept() -> None:
    code = (
        "import sys; from scrutiny_app.ui.theme.icons import icon_svg; icon_svg('gavel'); "
        "print('lucide' in sys.modules)"
    )
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert told[1].stdout.strip() == "False"
