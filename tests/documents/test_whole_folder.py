from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.whole_folder import write_folder_whole
from scrutiny_app.domain.errors import NotWritten, WrongInput


def test_a_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    def fill(folder: Path) -> None:
        (folder / "a.txt").write_text("a")
        assert not (tmp_path / "site").exists()

    write_folder_whole(tmp_path / "site", fill)
    assert [path.name for path in tmp_path.rglob("*")] == ["site", "a.txt"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    write_folder_whole(tmp_path / "site", lambda folder: (folder / "a.txt").write_text("a"))
    assert (tmp_path / "site" / "a.txt").exists()


@pytest.mark.parametrize("kind", ["file", "full folder"])
def test_what_stands_there_is_not_touched(tmp_path: Path, kind: str) -> None:
    there = tmp_path / "site"
    if kind == "full folder":
        there.mkdir()
        there /= "old.txt"
    there.write_text("old")
    with pytest.raises(WrongInput, match="new or empty folder"):
        write_folder_whole(tmp_path / "site", lambda folder: folder)
    assert there.read_text() == "old"


@pytest.mark.parametrize("error", [OSError("disk full"), RuntimeError("a fault")])
def test_nothing_is_left_when_it_goes_wrong(tmp_path: Path, error: Exception) -> None:
    def fill(folder: Path) -> None:
        (folder / "a.txt").write_text("a")
        raise error

    with pytest.raises(NotWritten if isinstance(error, OSError) else RuntimeError):
        write_folder_whole(tmp_path / "site", fill)
    assert list(tmp_path.iterdir()) == []
