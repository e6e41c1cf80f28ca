from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotWritten, PaperRefused, WorkspaceDamaged
from scrutiny_app.store.paper_folder import PaperFolder
from tests.store.workspaces import a_workspace, file_bytes


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def a_folder(tmp_path: Path) -> PaperFolder:
    (tmp_path / "papers").mkdir()
    (tmp_path / "staging").mkdir()
    return PaperFolder(tmp_path / "papers", tmp_path / "staging")


def test_a_staged_file_is_moved_under_its_hash(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    staged = tmp_path / "staging" / "child-1" / "a.pdf"
    staged.parent.mkdir()
    staged.write_bytes(b"budget")
    folder.keep(staged, sha256(b"budget"))
    place = folder.path(sha256(b"budget"))
    assert place == tmp_path / "papers" / place.name[:2] / sha256(b"budget")
    assert place.read_bytes() == b"budget"
    assert not staged.exists()


def test_an_officers_own_file_is_copied_and_stays(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    own = tmp_path / "own.pdf"
    own.write_bytes(b"budget")
    folder.keep(own, sha256(b"budget"))
    assert own.read_bytes() == b"budget"
    assert folder.path(sha256(b"budget")).read_bytes() == b"budget"
    assert list((tmp_path / "staging").iterdir()) == []


def test_filing_a_file_twice_changes_nothing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    for _ in range(2):
        staged = tmp_path / "staging" / "a.pdf"
        staged.write_bytes(b"budget")
        folder.keep(staged, sha256(b"budget"))
        assert not staged.exists()
    folder.keep(staged, sha256(b"budget"))
    assert [path.read_bytes() for path in folder.files()] == [b"budget"]


def test_a_damaged_file_is_made_good_by_filing_it_again(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        filed = file_bytes(store, b"budget")
        store.paper_folder.path(filed).write_bytes(b"bu")
        file_bytes(store, b"budget")
        assert store.paper_folder.path(filed).read_bytes() == b"budget"


def test_a_file_that_is_not_what_was_read_is_refused(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    staged = tmp_path / "staging" / "a.pdf"
    staged.write_bytes(b"changed")
    with pytest.raises(PaperRefused, match="changed while it was being taken in"):
        folder.keep(staged, sha256(b"budget"))
    with pytest.raises(PaperRefused, match="cannot be read"):
        folder.keep(tmp_path / "gone.pdf", sha256(b"budget"))
    assert list(folder.files()) == []


def test_a_missing_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with pytest.raises(WorkspaceDamaged, match=r"missing .* restore the last backup"):
        folder.path(sha256(b"budget"))


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_only_a_hash_names_a_file(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path)
    with pytest.raises(ValueError, match="is not a SHA-256"):
        folder.place_of(name)


def test_a_folder_that_cannot_be_written_is_told_and_keeps_the_staged_file(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    staged = tmp_path / "staging" / "a.pdf"
    staged.write_bytes(b"budget")
    filed = sha256(b"budget")
    (tmp_path / "papers" / filed[:2]).write_bytes(b"a file where the folder belongs")
    with pytest.raises(NotWritten, match="could not be written"):
        folder.keep(staged, filed)
    assert staged.read_bytes() == b"budget"


def test_a_staging_folder_on_another_disk_is_copied_from(tmp_path: Path) -> None:
    other = Path("/dev/shm")  # noqa: S108 (the only other disk that is always there)
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second disk here")
    import tempfile

    with tempfile.TemporaryDirectory(dir=other) as name:
        staging = Path(name)
        papers = tmp_path / "papers"
        papers.mkdir()
        staged = staging / "a.pdf"
        staged.write_bytes(b"budget")
        PaperFolder(papers, staging).keep(staged, sha256(b"budget"))
        assert [path.read_bytes() for path in papers.rglob("*") if path.is_file()] == [b"budget"]
        assert list(staging.iterdir()) == []
