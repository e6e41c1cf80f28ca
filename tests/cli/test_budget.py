from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scrutiny_app.cli import main
from tests.budget_files import as_csv, as_docx
from tests.budgets import CARE, LEARNING
from tests.cli.conftest import Run
from tests.fresh import an_empty_workspace

COMMITTEE = "Children and Young People Scrutiny Committee"


@pytest.fixture(scope="module")
def once_imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the twenty rows; only to be copied."""
    home = tmp_path_factory.mktemp("budget")
    folder = an_empty_workspace(home / "workspace")
    asked = ("import", str(as_csv(home)), "--committee", COMMITTEE, "--year", "2024/25")
    assert main(["budget", str(folder), *asked]) == 0
    return folder


@pytest.fixture
def budget(once_imported: Path, tmp_path: Path) -> Path:
    """A workspace with the twenty rows."""
    return Path(shutil.copytree(once_imported, tmp_path / "workspace"))


def imported(run: Run, folder: Path, file: Path, *more: str) -> object:
    return run(
        "budget", folder, "import", file, "--committee", COMMITTEE, "--year", "2024/25", *more
    )


def test_import_counts_rows_and_references_and_tells_every_problem(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "workspace"
    run("new", folder)
    record = imported(run, folder, as_docx(tmp_path), "--json").record  # type: ignore[attr-defined]
    assert (record["rows"], record["references"], record["problems"]) == (20, 21, [])
    assert (record["imported"], record["unit"]) == (True, "£m")


def test_a_preview_records_nothing_and_a_wrong_file_names_its_cells(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "workspace"
    run("new", folder)
    file = as_csv(tmp_path)
    file.write_text(
        file.read_text(encoding="utf-8-sig").replace("(2.109)", "lots"), encoding="utf-8"
    )
    shown = imported(run, folder, file, "--preview", "--json")
    assert shown.code == 0  # type: ignore[attr-defined]
    problems = shown.record["problems"]  # type: ignore[attr-defined]
    assert [one["place"] for one in problems] == ["row 3, column 11", "row 3, column 8"]
    refused = imported(run, folder, file)
    assert refused.code == 2  # type: ignore[attr-defined]
    assert 'Row 3, column 8: "lots" is not a number' in refused.err  # type: ignore[attr-defined]
    assert run("budget", folder, "list", "--json").record == {"sets": []}


def test_check_tells_findings_with_their_sources_and_ends_well(run: Run, budget: Path) -> None:
    ended = run("budget", budget, "check", "--json")
    assert ended.code == 0
    rounding = [one for one in ended.record["findings"] if one["id"] == "B01"]
    assert [(one["severity"], one["reference"]) for one in rounding] == [
        ("info", "DP(A)-2458"),
        ("info", "DP(C)-2406"),
    ]
    assert all(one["message"] and one["source"] for one in ended.record["findings"])
    assert "No figure was changed" in run("budget", budget, "check").out


def test_totals_are_whole_pounds_with_reductions_below_nought(run: Run, budget: Path) -> None:
    record = run("budget", budget, "totals", "--by", "service", "--json").record
    whole = record["all"]
    assert (whole["stated"], whole["summed"], whole["fte"]) == (-5_435_000, -5_437_000, -26)
    assert whole["years"]["2025/26"] == -3_081_000
    assert [(one["name"], one["stated"]) for one in record["groups"]] == [
        (CARE, -4_012_000),
        (LEARNING, -1_423_000),
    ]
    assert "stated (5.435), summed (5.437)" in run("budget", budget, "totals").out


def test_documents_are_written_in_every_format(run: Run, budget: Path, tmp_path: Path) -> None:
    for action, name in (
        ("schedule", "s.pdf"),
        ("schedule", "s.docx"),
        ("schedule", "s.xlsx"),
        ("questions", "q.docx"),
    ):
        to = tmp_path / name
        record = run("budget", budget, action, "--to", to, "--json").record
        assert (record["file"], record["rows"]) == (str(to), 20)
        assert to.stat().st_size > 3000
    cut = run("budget", budget, "extract", "--only", CARE, "--to", tmp_path / "e.pdf", "--json")
    assert cut.record["rows"] == 5
    assert run("budget", budget, "schedule", "--to", tmp_path / "s.txt").code == 2


def test_what_the_paper_does_not_say_is_recorded_and_reaches_the_letter(
    run: Run, budget: Path, tmp_path: Path
) -> None:
    holder = ("--portfolio-holder", "Councillor Garth / Education", "--feedback", "Think again.")
    assert run("budget", budget, "amend", "DP(A)-2454", *holder).code == 0
    files = run("budget", budget, "letters", "--to", tmp_path / "l", "--json").record["files"]
    assert sorted(Path(one).name for one in files) == [
        "Budget letter, Councillor Garth Education.docx",
        "Budget letter, portfolio holder.docx",
    ]
    assert run("budget", budget, "amend", "DP(A)-2454", "--rating", "blue").code == 2
    assert run("budget", budget, "amend", "DP(X)-1", "--owner", "Jo").code == 3
    assert run("budget", budget, "amend", "DP(A)-2473", "--wards", "Quay; Tannery").code == 0
    effects = run("budget", budget, "effects", "--on", "ward", "--json").record["effects"]
    assert [(one["name"], one["pounds"]) for one in effects] == [
        ("Quay", -218_000),
        ("Tannery", -218_000),
    ]


def test_two_versions_are_compared(run: Run, budget: Path, tmp_path: Path) -> None:
    assert run("budget", budget, "compare", "--to", tmp_path / "c.pdf").code == 3
    file = as_csv(tmp_path)
    file.write_text(
        file.read_text(encoding="utf-8-sig").replace("(2.109)", "(2.009)"), encoding="utf-8"
    )
    imported(run, budget, file, "--version", "Final")
    record = run(
        "budget", budget, "compare", "--version", "Final", "--to", tmp_path / "c.pdf", "--json"
    ).record
    assert [(one["reference"], one["difference"]) for one in record["changed"]] == [
        ("DP(C)-2403", 100_000)
    ]
    assert (record["difference"], record["unchanged"]) == (100_000, 19)
    assert (tmp_path / "c.pdf").exists()


def test_a_finding_is_set_aside_and_that_can_be_undone(run: Run, budget: Path) -> None:
    assert run("budget", budget, "waive", "B15", "--reason", "All are vacant.").code == 0
    waived = [one for one in findings(run, budget) if one["waived"]]
    assert [one["id"] for one in waived] == ["B15"]
    assert run("undo", budget).code == 0
    assert not [one for one in findings(run, budget) if one["waived"]]


def findings(run: Run, budget: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = run("budget", budget, "check", "--json").record["findings"]
    return found


def test_proposals_are_found_by_search(run: Run, budget: Path) -> None:
    found = run("search", budget, "climb", "--json").record["proposals"]
    assert [(one["reference"], one["year"]) for one in found] == [("DP(A)-2458", "2024/25")]
    assert "Close the outdoor centre (budget 2024/25" in run("search", budget, "climb").out


HEADINGS = "Ref,Title,2024/25 £m,Total £m\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("A-1,Slip,-99999999999999999999999.999,-1", 'Row 2, column 3: "-9999999999999999999'),
        ("A-1,Slip,-1000001,-1", "Row 2, column 3: -1,000,001,000,000 pounds are more than a"),
        ("A-1,Slip,1e400,nan", 'Row 2, column 3: "1e400" is not a number'),
    ],
)
def test_a_figure_that_no_budget_can_hold_names_its_cell(
    run: Run, tmp_path: Path, row: str, told: str
) -> None:
    folder = tmp_path / "workspace"
    run("new", folder)
    file = tmp_path / "slip.csv"
    file.write_text(f"{HEADINGS}{row}\n", encoding="utf-8")
    refused = imported(run, folder, file)
    assert refused.code == 2  # type: ignore[attr-defined]
    assert told in refused.err  # type: ignore[attr-defined]


def test_a_preview_asks_for_a_year_and_a_workspace_as_the_import_will(
    run: Run, tmp_path: Path
) -> None:
    file = as_csv(tmp_path)
    asked = ("import", file, "--committee", COMMITTEE, "--preview", "--year")
    assert run("budget", tmp_path / "none", *asked, "2024/25").code == 3
    run("new", tmp_path / "workspace")
    assert "not a financial year" in run("budget", tmp_path / "workspace", *asked, "2024/26").err


def test_two_holders_whose_names_make_the_same_file_name_get_a_letter_each(
    run: Run, budget: Path, tmp_path: Path
) -> None:
    for reference, holder in (("DP(A)-2458", "Care/Schools"), ("dp(c)-2403", "Care Schools")):
        asked = run("budget", budget, "amend", reference, "--portfolio-holder", holder)
        assert asked.code == 0, asked.err
    files = run("budget", budget, "letters", "--to", tmp_path / "letters", "--json").record["files"]
    assert [Path(one).name for one in files if "Care" in one] == [
        "Budget letter, Care Schools.docx",
        "Budget letter, Care Schools (2).docx",
    ]
    assert len({Path(one).read_bytes() for one in files}) == len(files) == 3


def test_a_schedule_names_the_three_endings_that_it_can_have(
    run: Run, budget: Path, tmp_path: Path
) -> None:
    refused = run("budget", budget, "schedule", "--to", tmp_path / "schedule.txt")
    assert refused.code == 2
    assert "ends in .pdf, .docx or .xlsx" in refused.err
