from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.build import MEETING_FILE, a_meeting_file
from tests.cli.conftest import Run

DAY = "2027-01-21"


def test_load_prints_the_meetings_id(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "w")
    file = a_meeting_file(tmp_path, [2])
    first = run("load", tmp_path / "w", file, "--json").record
    again = run("load", tmp_path / "w", file)
    assert again.out == f"{first['meeting']}\n"
    assert (first["created"], first["papers"], first["pages"]) == (True, 1, 2)


def test_a_workspace_in_a_syncing_folder_is_made_with_a_warning(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Kelsham" / "workspace"
    made = run("new", folder)
    assert made.code == 0
    assert "OneDrive" in made.err
    loaded = run("load", folder, a_meeting_file(tmp_path, [1]), "--json").record
    assert any("OneDrive" in warning for warning in loaded["warnings"])


def test_meetings_lists_what_was_loaded(run: Run, workspace: Path) -> None:
    (meeting,) = run("meetings", workspace, "--json").record["meetings"]
    assert (meeting["date"], meeting["start"]) == (DAY, "10:00")
    assert (meeting["items"], meeting["papers"], meeting["pages"]) == (3, 2, 5)
    assert "Thursday 21 January 2027" in run("meetings", workspace).out


def test_pack_answers_with_the_pages_of_every_item(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    record = run("pack", workspace, DAY, "--to", tmp_path / "p.pdf", "--json").record
    assert record["pages"] == 8
    assert [(item["number"], item["first"], item["last"]) for item in record["items"]] == [
        (1, None, None),
        (2, 3, 6),
        (3, 7, 8),
    ]
    assert record["blanks"] == [6]
    assert len(record["sha256"]) == 64
    assert record["seconds"] > 0


def test_search_answers_with_the_page_in_the_paper_and_in_the_pack(
    run: Run, workspace: Path
) -> None:
    results = run("search", workspace, '"paper 3.1, page 2"', "--json").record["results"]
    assert results[0]["title"] == "Paper 3.1"
    assert (results[0]["page"], results[0]["pack_page"], results[0]["exempt"]) == (2, 8, False)
    assert "Nothing was found" in run("search", workspace, "zebra").out


def test_undo_and_redo_name_the_step(run: Run, workspace: Path) -> None:
    assert run("undo", workspace).out.startswith("Taken back: Load Children")
    assert run("meetings", workspace, "--json").record == {"meetings": []}
    assert run("redo", workspace).out.startswith("Done again: ")
    assert len(run("history", workspace, "--json").record["steps"]) >= 1
    assert run("undo", workspace).code == 0
    assert run("undo", workspace).code == 10


def test_check_ends_with_1_when_a_paper_was_altered(run: Run, workspace: Path) -> None:
    assert run("check", workspace).code == 0
    paper = next(path for path in (workspace / "papers").rglob("*") if path.is_file())
    paper.chmod(0o644)
    paper.write_bytes(paper.read_bytes() + b" ")
    ended = run("check", workspace, "--json")
    assert ended.code == 1
    assert ended.record["findings"]


def test_a_backup_is_restored_whole(run: Run, workspace: Path, tmp_path: Path) -> None:
    assert run("backup", workspace, "--to", tmp_path / "b.zip").code == 0
    assert run("restore", tmp_path / "b.zip", "--to", tmp_path / "again").code == 0
    packs = [
        run("pack", folder, DAY, "--to", tmp_path / "p.pdf", "--json").record["sha256"]
        for folder in (workspace, tmp_path / "again")
    ]
    assert packs[0] == packs[1]
    assert run("check", tmp_path / "again").code == 0
    found = run("search", tmp_path / "again", '"paper 3.1"', "--json").record["results"]
    assert found[0]["pack_page"] in (7, 8)


@pytest.mark.parametrize("json", [(), ("--json",)])
@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("meetings", "{tmp}/nowhere"), 3),
        (("pack", "{work}", "2031-01-01", "--to", "{tmp}/p.pdf"), 3),
        (("pack", "{work}", "2027-99-01", "--to", "{tmp}/p.pdf"), 3),
        (("pack", "{work}", DAY, "--to", "{tmp}/no/p.pdf"), 9),
        (("agenda", "{work}", DAY, "--to", "{tmp}/a.txt"), 2),
        (("load", "{work}", "{tmp}/none.toml"), 3),
        (("restore", "{tmp}/none.zip", "--to", "{tmp}/r"), 3),
        (("search", "{work}", "  "), 2),
        (("new", "{tmp}"), 2),
    ],
)
def test_a_command_that_cannot_be_done_says_why_in_one_line(
    run: Run,
    workspace: Path,
    tmp_path: Path,
    words: tuple[str, ...],
    code: int,
    json: tuple[str, ...],
) -> None:
    ended = run(*(word.format(tmp=tmp_path, work=workspace) for word in words), *json)
    assert ended.code == code
    assert ended.out == ""
    assert len(ended.err.splitlines()) == 1
    assert "Traceback" not in ended.err


def test_a_date_with_two_meetings_lists_their_ids(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    other = MEETING_FILE.replace("Children and Young People", "Adult Social Care")
    run("load", workspace, a_meeting_file(tmp_path / "other", [2], head=other))
    ended = run("pack", workspace, DAY, "--to", tmp_path / "p.pdf")
    ids = [one["id"] for one in run("meetings", workspace, "--json").record["meetings"]]
    assert ended.code == 2
    assert all(one in ended.err for one in ids)


def test_a_misspelt_command_is_told_in_one_line(run: Run) -> None:
    ended = run("pakc")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


def test_a_fault_of_the_program_is_logged_and_shows_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    monkeypatch.setattr("scrutiny_app.jobs.write_fault.user_log_path", lambda _: log)
    monkeypatch.setattr("scrutiny_app.cli.workspaces.user", lambda: 1 / 0)
    ended = run("new", tmp_path / "w")
    assert ended.code == 70
    assert "Traceback" not in ended.err
    assert "ZeroDivisionError" in (log / "faults.log").read_text()


HEAVY = ("PySide6", "reportlab", "pikepdf", "docx", "pypdfium2", "fontTools", "holidays")


def test_listing_and_searching_import_neither_qt_nor_anything_that_draws(workspace: Path) -> None:
    code = (
        "import sys; from scrutiny_app.cli import main; "
        f"main(['meetings', {str(workspace)!r}]); main(['search', {str(workspace)!r}, 'paper']); "
        "print('LOADED', *{name.split('.')[0] for name in sys.modules})"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    loaded = printed.split("LOADED")[1].split()
    assert not set(loaded) & set(HEAVY)


@pytest.mark.parametrize("count", ["0", "-1", "x", "9" * 30])
@pytest.mark.parametrize("words", [("history",), ("search", "anything")])
def test_a_count_that_is_none_is_refused(
    run: Run, tmp_path: Path, words: tuple[str, ...], count: str
) -> None:
    run("new", tmp_path / "workspace")
    command, *rest = words
    refused = run(command, tmp_path / "workspace", *rest, "--limit", count)
    assert refused.code == 2
    assert "--limit" in refused.err


def test_a_pack_or_a_calendar_under_another_ending_is_refused(
    run: Run, workspace: Path, tmp_path: Path
) -> None:
    for words, ending in (
        (("pack", workspace, DAY), ".pdf"),
        (("supplement", workspace, DAY), ".pdf"),
        (("calendar", workspace), ".ics"),
    ):
        refused = run(*words, "--to", tmp_path / "out.txt")
        assert (refused.code, f"does not end in {ending}" in refused.err) == (2, True)
    assert not (tmp_path / "out.txt").exists()
