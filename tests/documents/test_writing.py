from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import NotWritten


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"old")
    write_atomically(place, lambda part: part.write_bytes(b"new"))
    assert place.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [place]


def test_when_writing_fails_the_old_file_stands_and_nothing_is_left_behind(tmp_path: Path) -> None:
    place = tmp_path / "pack.pdf"
    place.write_bytes(b"old")

    def half(part: Path) -> None:
        part.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWritten, match="No space left on device"):
        write_atomically(place, half)
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    place = tmp_path / "nowhere" / "pack.pdf"
    with pytest.raises(NotWritten, match="nowhere"):
        write_atomically(place, lambda part: part.write_bytes(b"new"))


def test_a_mistake_of_ours_leaves_nothing_behind_either(tmp_path: Path) -> None:
    def wrong(part: Path) -> None:
        part.write_bytes(b"half")
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - only that it travels on
        write_atomically(tmp_path / "pack.pdf", wrong)
    assert list(tmp_path.iterdir()) == []
