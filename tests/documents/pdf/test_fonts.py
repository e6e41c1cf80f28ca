from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.pdf import fonts
from scrutiny_app.documents.pdf.fonts import font_file
from scrutiny_app.domain.errors import InstallationUnsound, NotWritten


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fonts, "user_cache_path", lambda *_names, **_options: tmp_path)
    return tmp_path


def test_a_face_is_made_once_and_kept(cache: Path) -> None:
    made = font_file("Arimo", bold=True)
    first = made.stat()
    assert font_file("Arimo", bold=True) == made
    assert made.stat().st_mtime_ns == first.st_mtime_ns
    assert [path.name for path in (cache / "fonts").iterdir()] == [made.name]


def test_a_face_made_again_has_the_same_bytes(cache: Path) -> None:
    made = font_file("Arimo", italic=True)
    before = made.read_bytes()
    made.unlink()
    assert font_file("Arimo", italic=True).read_bytes() == before


def test_a_face_knows_its_own_name(cache: Path) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(font_file("Arimo", bold=True))
    assert font["name"].getDebugName(6) == "Arimo-Bold"
    assert "fvar" not in font


def test_a_font_that_is_not_installed_is_named(cache: Path) -> None:
    with pytest.raises(InstallationUnsound, match="Comic Runes"):
        font_file("Comic Runes")


def test_a_cache_that_cannot_be_written_to_is_named(cache: Path) -> None:
    (cache / "fonts").write_text("a file where the folder should be")
    with pytest.raises(NotWritten, match="fonts"):
        font_file("Arimo")
