from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scrutiny_app.cli import main
from tests.cli.conftest import Run
from tests.fresh import an_empty_workspace

NAMED = ("--committee", "Children and Young People Scrutiny Committee", "--year")
CSV = """Date,Item,Description
21 January,Rents,To scrutinise rents
25 March,Foster care,To receive a verbal update
TBC,Parks,
"""


@pytest.fixture
def fresh(tmp_path: Path, run: Run) -> Path:
    """A workspace with nothing in it."""
    folder = tmp_path / "fresh"
    assert run("new", folder).code == 0
    return folder


@pytest.fixture(scope="module")
def once_imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a work programme; only to be copied."""
    home = tmp_path_factory.mktemp("programme")
    folder, file = an_empty_workspace(home / "workspace"), home / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    assert main(["programme", str(folder), "import", str(file), *NAMED, "2026/27"]) == 0
    return folder


@pytest.fixture
def programme(once_imported: Path, tmp_path: Path) -> Path:
    """A workspace with a work programme of two meetings and nothing else."""
    return Path(shutil.copytree(once_imported, tmp_path / "fresh"))


def imported(workspace: Path, tmp_path: Path, run: Run) -> Path:
    """The workspace with the programme in it."""
    file = tmp_path / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    ended = run("programme", workspace, "import", file, *NAMED, "2026/27")
    assert ended.code == 0, ended.err
    return workspace


def test_an_import_tells_what_it_read(fresh: Path, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    asked = ("programme", fresh, "import", file, *NAMED, "2026-27")
    seen = run(*asked, "--check", "--json").record
    assert (seen["meetings"], seen["items"], seen["footnotes"], seen["problems"]) == (2, 3, 0, [])
    record = run(*asked, "--json").record
    assert (record["meetings"], record["items"], record["footnotes"]) == (2, 3, 0)
    assert (record["added"], record["year"]) == (3, "2026/27")
    assert "2 meetings, 3 items, 0 footnotes; 0 new, 0 moved" in run(*asked).out


def test_a_workspace_without_a_committee_gets_the_one_that_is_named(
    fresh: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    ended = run("programme", fresh, "import", file, *NAMED, "2026/27")
    assert f'"{NAMED[1]}" was new to the workspace' in ended.err
    assert run("programme", fresh, "list", "--json").record["items"] == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ref,Saving\nA1,5\n", "has no column called"),
        (
            "Date,Item\n31 September,Rents\n",
            'Row 2, column 1: "31 September" is not in the cal',
        ),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence_with_its_place(
    text: str, why: str, fresh: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "wrong.csv"
    file.write_text(text, encoding="utf-8")
    asked = ("programme", fresh, "import", file, *NAMED, "2026/27")
    ended = run(*asked)
    assert ended.code == 2
    assert why in ended.err
    assert ended.err.count("\n") == 1


def test_a_move_without_a_reason_is_refused_and_one_with_it_is_listed(
    programme: Path, run: Run
) -> None:
    refused = run("programme", programme, "move", "rents", "--to", "2027-03-25")
    assert (refused.code, "Say why it moves" in refused.err) == (2, True)
    to = ("--to", "2027-03-25", "--reason", "The audit is late")
    moved = run("programme", programme, "move", "rents", *to)
    assert moved.out == "Rents: 25 March 2027, moved from 21 January, because the audit is late.\n"
    listed = run("programme", programme, "list")
    assert "  Rents; moved from 21 January, because the audit is late" in listed.out
    assert "Parked\n  Parks, TBC (accepted)" in listed.out
    assert 'Move "Rents" to 25 March 2027' in run("history", programme).out


def test_an_item_is_turned_down_with_its_reason(programme: Path, run: Run) -> None:
    ended = run(
        "programme",
        programme,
        "stage",
        "Parks",
        "--to",
        "rejected",
        "--reason",
        "no influence",
        "--json",
    )
    assert ended.record["stage"] == "rejected"
    assert "Closed\n  Parks, TBC (rejected)" in run("programme", programme, "list").out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("move", "Zoo", "--to", "parked"), 'No item of the work programme is called "Zoo"'),
        (("move", "r", "--to", "parked"), '3 items match "r"'),
        (("move", "Rents", "--to", "Friday"), '"Friday" is not a day'),
        (("list", "--year", "2020/21"), "There is no such work programme"),
        (("list", "--committee", "Care"), 'There is no committee called "Care"'),
    ],
)
def test_what_is_not_clear_is_asked_back(
    words: tuple[str, ...], why: str, programme: Path, run: Run
) -> None:
    ended = run("programme", programme, *words)
    assert ended.code in (2, 3)
    assert why in ended.err


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_a_programme_is_printed_in_every_format(
    ending: str, programme: Path, tmp_path: Path, run: Run
) -> None:
    to = tmp_path / f"printed.{ending}"
    record = run("programme", programme, "print", "--to", to, "--turned-down", "--json").record
    assert to.stat().st_size > 1000
    assert (record["items"], record["meetings"], record["year"]) == (3, 2, "2026/27")
    assert (record["pages"] == 1) is (ending == "pdf")


def test_another_ending_is_refused_and_the_process_is_drawn(
    programme: Path, tmp_path: Path, run: Run
) -> None:
    refused = run("programme", programme, "print", "--to", tmp_path / "printed.txt")
    assert (refused.code, "ends in .pdf, .docx or .xlsx" in refused.err) == (2, True)
    drawn = run("programme", programme, "process", "--to", tmp_path / "process.pdf", "--json")
    assert drawn.record["pages"] == 2
    unknown = run("programme", programme, "process", "--method", "x", "--to", tmp_path / "p.pdf")
    assert (unknown.code, "There are " in unknown.err) == (3, True)


def test_the_forward_plan_warns_of_decisions_that_no_meeting_comes_before(
    programme: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("Decision,Decision date,Key\nHome closures,1 March 2035,No\n", encoding="utf-8")
    record = run("programme", programme, "forward-plan", file, "--json").record
    assert [one["title"] for one in record["decisions"]] == ["Home closures"]
    assert run("programme", programme, "forward-plan").out.startswith("Decisions to come: 1.")


def test_the_report_of_the_item_is_written_with_its_papers(
    workspace: Path, tmp_path: Path, run: Run
) -> None:
    imported(workspace, tmp_path, run)
    asked = ("programme", workspace, "report", "2027-01-21", "--to", tmp_path / "papers")
    record = run(*asked, "--json").record
    assert [Path(name).name for name in record["files"]] == [
        "a-covering-report.pdf",
        "b-prioritisation-process.pdf",
        "c-work-programme.pdf",
    ]
    assert record["report"] in run("reports", workspace, "list").out


def test_what_is_waited_for_and_what_is_planned_twice_is_listed(programme: Path, run: Run) -> None:
    waiting = run("programme", programme, "returns", "--committee", NAMED[1])
    assert waiting.out == "Nothing is waited for.\n"
    twice = run("programme", programme, "duplicates", "--year", "2026/27", "--json")
    assert twice.record == {"pairs": []}


def test_items_of_the_work_programme_are_found_by_search(programme: Path, run: Run) -> None:
    ended = run("search", programme, "foster")
    assert "Foster care (work programme 2026/27, Children and Young People" in ended.out
    record = run("search", programme, "foster", "--json").record
    assert [one["title"] for one in record["programme"]] == ["Foster care"]


def test_a_table_of_headings_alone_is_no_work_programme(
    fresh: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "headings.csv"
    file.write_text("Date,Item,Description\n", encoding="utf-8")
    refused = run("programme", fresh, "import", file, *NAMED, "2026/27")
    assert refused.code == 2
    assert "headings and no row below them" in refused.err
    assert run("history", fresh, "--json").record == {"steps": []}


@pytest.mark.parametrize("year", ["9999/00", "0000/01"])
def test_a_year_of_no_council_is_refused(fresh: Path, tmp_path: Path, run: Run, year: str) -> None:
    file = tmp_path / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    refused = run("programme", fresh, "import", file, *NAMED, year)
    assert (refused.code, "is not a municipal year" in refused.err) == (2, True)


def test_a_folder_in_place_of_a_file_is_called_one(fresh: Path, tmp_path: Path, run: Run) -> None:
    refused = run("programme", fresh, "import", tmp_path, *NAMED, "2026/27")
    assert (refused.code, "is a folder. Choose a file in it" in refused.err) == (3, True)


def test_a_report_that_cannot_be_drawn_is_not_put_on_record(
    workspace: Path, tmp_path: Path, run: Run
) -> None:
    committee = run("meetings", workspace, "--json").record["meetings"][0]["committee"]
    file = tmp_path / "programme.csv"
    file.write_text(CSV, encoding="utf-8")
    asked = ("programme", workspace, "import", file, "--committee", committee)
    assert run(*asked, "--year", "2026/27").code == 0
    steps = run("history", workspace, "--json").record
    (tmp_path / "taken").write_bytes(b"")
    report = ("programme", workspace, "report", "2027-01-21", "--to")
    assert run(*report, tmp_path / "drawn", "--method", "dice").code == 3
    assert run(*report, tmp_path / "taken").code == 9
    assert run("history", workspace, "--json").record == steps
    assert not (tmp_path / "drawn").exists()
    assert run(*report, tmp_path / "drawn").code == 0
