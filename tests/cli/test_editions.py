from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from scrutiny_app.cli import main
from tests.cli.conftest import Run
from tests.fresh import an_empty_workspace
from tests.jobs.test_editions import DAY, a_meeting_file


@pytest.fixture(scope="module")
def once_loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with exempt and confidential papers; only to be copied."""
    home = tmp_path_factory.mktemp("private")
    (home / "papers").mkdir()
    file = a_meeting_file(home / "papers")
    file.write_text(file.read_text().replace("2026-12-01", "2020-12-01"))
    folder = an_empty_workspace(home / "private")
    assert main(["load", str(folder), str(file)]) == 0
    return folder


@pytest.fixture
def meeting(once_loaded: Path, tmp_path: Path) -> Path:
    """A workspace with a meeting that has exempt and confidential papers."""
    return Path(shutil.copytree(once_loaded, tmp_path / "private"))


def test_the_public_edition_is_the_one_you_get_without_asking(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    ended = run("pack", meeting, DAY, "--to", tmp_path / "p.pdf", "--json")
    assert (ended.record["edition"], ended.record["locked"]) == ("public", False)


def test_the_full_edition_is_locked_with_the_first_line_of_a_file(
    run: Run, meeting: Path, tmp_path: Path
) -> None:
    (tmp_path / "password.txt").write_text("correct horse battery\r\nkept in the safe\n")
    words = ("--edition", "full", "--password-file", tmp_path / "password.txt", "--json")
    ended = run("pack", meeting, DAY, "--to", tmp_path / "full.pdf", *words)
    assert ended.record["locked"] is True
    assert "correct horse" not in ended.out + ended.err
    word = "correct horse battery"
    with pikepdf.open(tmp_path / "full.pdf", password=word) as pdf:
        assert len(pdf.pages) == ended.record["pages"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", 2), (b"\n", 2), (b"short", 2), (b"\xff\xfe\xff", 2), (None, 3)]
)
def test_a_pack_is_never_left_open_because_the_password_file_is_no_good(
    run: Run, meeting: Path, tmp_path: Path, content: bytes | None, code: int
) -> None:
    if content is not None:
        (tmp_path / "password.txt").write_bytes(content)
    words = ("--edition", "full", "--password-file", tmp_path / "password.txt")
    ended = run("pack", meeting, DAY, "--to", tmp_path / "full.pdf", *words)
    assert ended.code == code
    assert len(ended.err.splitlines()) == 1
    assert not (tmp_path / "full.pdf").exists()


def test_the_register_is_told_in_sentences_and_as_json(run: Run, meeting: Path) -> None:
    told = run("exempt", meeting, "--year", "2026/27").out
    assert "item 4: Bids" in told
    assert "Exempt under paragraph 3: The council would get a worse price." in told
    assert "Confidential: an order of the Family Court" in told
    assert "Review was due on Tuesday 1 December 2020." in told
    record = run("exempt", meeting, "--json").record
    assert [one["access"] for one in record["papers"]] == ["exempt", "confidential"]
    assert record["overdue"] == 1


def test_a_year_that_is_none_is_refused(run: Run, meeting: Path) -> None:
    assert run("exempt", meeting, "--year", "soon").code == 2
