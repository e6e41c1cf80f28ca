from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from scrutiny_app.domain.budget.proposal import Consultation, OptionType, ProposalDetails
from scrutiny_app.domain.budget.totals import whole_total
from scrutiny_app.domain.errors import NotFound, PaperRefused, WrongInput
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.jobs.budget.change_budget import change_details, remove_budget
from scrutiny_app.jobs.budget.check_budget import check_budget, set_finding_aside, take_up_finding
from scrutiny_app.jobs.budget.find_budget import WantedBudget, find_budget
from scrutiny_app.jobs.budget.import_budget import BudgetTarget, ImportedBudget, import_budget
from scrutiny_app.jobs.budget.preview_budget import preview_budget
from scrutiny_app.jobs.budget.record_budget import record_budget
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.settle_committee import settle_committee
from tests.budget_files import as_csv, as_docx, as_pdf, as_xlsx
from tests.budgets import CARE, LEARNING, the_twenty
from tests.build import clock
from tests.store.workspaces import WHO, a_workspace

COMMITTEE = "Children and Young People Scrutiny Committee"
Make = Callable[[Path], Path]
KINDS: dict[str, Make] = {
    "csv": as_csv,
    "csv with semicolons in Windows-1252": lambda folder: as_csv(
        folder, delimiter=";", encoding="cp1252"
    ),
    "csv with tabs in UTF-16": lambda folder: as_csv(folder, delimiter="\t", encoding="utf-16"),
    "csv from right to left under a title, with a total": lambda folder: as_csv(
        folder, order=range(11, -1, -1), head=["Savings 2024/25", ""], totals=True
    ),
    "xlsx": as_xlsx,
    "docx": as_docx,
    "pdf with rules": lambda folder: as_pdf(folder, ruled=True),
    "pdf without rules": lambda folder: as_pdf(folder, ruled=False),
    "pdf turned": lambda folder: as_pdf(folder, ruled=True, turned=True),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    a_workspace(tmp_path).close()
    return Desk(tmp_path / "workspace", WHO, clock)


def imported(desk: Desk, file: Path, *, year: str = "2024/25", version: str = "") -> ImportedBudget:
    return import_budget(desk, file, BudgetTarget(COMMITTEE, year, version))


@pytest.mark.parametrize("kind", KINDS)
def test_the_twenty_rows_are_the_same_from_every_kind_of_file(kind: str, tmp_path: Path) -> None:
    preview = preview_budget(KINDS[kind](tmp_path)).preview
    assert preview.errors == ()
    assert (len(preview.proposals), len(preview.references)) == (20, 21)
    for read, known in zip(preview.proposals, the_twenty().proposals, strict=True):
        assert (
            replace(
                known,
                id=read.id,
                group=read.group,
                place=read.place,
                years=read.years,
                cumulative=read.cumulative,
                posts=read.posts,
                consultation=read.consultation,
            )
            == read
        )
        assert [one.amount.pounds for one in read.years] == [
            one.amount.pounds for one in known.years
        ]
        assert (read.stated, read.posts.fte) == (known.stated, known.posts.fte)
        assert read.consultation is known.consultation
        assert all(one.amount.place for one in read.years)


def test_an_import_is_one_step_that_keeps_the_original_and_can_be_taken_back(
    desk: Desk, tmp_path: Path
) -> None:
    file = as_xlsx(tmp_path)
    done = imported(desk, file)
    with desk.edit() as store:
        assert store.proposal_sets.read(done.whole.id) == done.whole
        assert done.whole.source is not None
        assert store.paper_folder.path(done.whole.source.sha256).read_bytes() == file.read_bytes()
        assert store.history(1)[0].name == f"Import budget proposals 2024/25, {COMMITTEE}"
        total = whole_total(done.whole)
        assert (total.stated, total.summed) == (-5_435_000, -5_437_000)
        store.undo()
        assert store.proposal_sets.list() == ()


def test_the_same_paper_again_brings_the_set_up_to_date_and_keeps_what_was_added(
    desk: Desk, tmp_path: Path
) -> None:
    first = imported(desk, as_csv(tmp_path))
    one = first.whole.proposals[0]
    with desk.edit() as store:
        change_details(store, first.whole.id, one.id, ProposalDetails(owner="Head of Youth"))
        assert store.history(1)[0].name == "Details of DP(A)-2473"
    again = imported(desk, as_docx(tmp_path))
    assert (again.created, again.whole.id) == (False, first.whole.id)
    assert again.whole.proposals[0].id == one.id
    assert again.whole.proposals[0].details.owner == "Head of Youth"
    assert imported(desk, as_csv(tmp_path), version="Final").created


def test_a_file_with_errors_changes_nothing_and_every_cell_is_named(
    desk: Desk, tmp_path: Path
) -> None:
    file = as_csv(tmp_path)
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("(2.109)", "lots").replace("(0.218)", "=1+1"), encoding="utf-8")
    with pytest.raises(WrongInput) as refusal:
        imported(desk, file)
    said = str(refusal.value)
    assert said.startswith("budget.csv was not imported: ")
    for part in ('Row 2, column 11: "=1+1"', 'Row 3, column 8: "lots"', 'Row 3, column 11: "lots"'):
        assert part in said
    with desk.read() as store:
        assert (store.proposal_sets.list(), store.committees.list()) == ((), ())


def test_a_year_that_is_none_or_not_in_the_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    for year, says in (("2024", "not a financial year"), ("2030/31", "none for 2030/31")):
        with pytest.raises(WrongInput, match=says):
            imported(desk, as_csv(tmp_path), year=year)


def test_files_that_hold_no_table_are_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    for name, data, refusal, says in (
        ("notes.csv", b"Name,Age\nJo,7\n", WrongInput, "begins at row 1, column 1 with: Name"),
        ("broken.xlsx", b"PK\x03\x04 no archive", PaperRefused, "broken.xlsx"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", PaperRefused, "tables cannot be read"),
    ):
        file = tmp_path / name
        file.write_bytes(data)
        with pytest.raises(refusal, match=says):
            imported(desk, file)
    with pytest.raises(NotFound):
        imported(desk, tmp_path / "nowhere.csv")


def test_a_file_that_changed_after_its_preview_is_not_recorded(desk: Desk, tmp_path: Path) -> None:
    read = preview_budget(as_csv(tmp_path))
    read.file.write_bytes(b"something else")
    with desk.edit() as store:
        committee = settle_committee(store, COMMITTEE)
        with pytest.raises(PaperRefused, match="was changed"):
            record_budget(store, read, committee, FinancialYear(2024))
        assert store.proposal_sets.list() == ()


def test_borders_that_an_officer_moves_part_the_columns_of_a_pdf(tmp_path: Path) -> None:
    file = as_pdf(tmp_path, ruled=False)
    read = preview_budget(file)
    assert [one.page for one in read.columns] == [1, 2, 3]
    first = read.columns[0]
    assert len(first.borders) == 11
    assert (first.width, first.height) == (842, 595)
    # Without the border between title and narrative, the two are one
    merged = {one.page: (*one.borders[:3], *one.borders[4:]) for one in read.columns}
    again = preview_budget(file, borders=merged).preview
    assert len(again.proposals) == 20
    assert again.proposals[0].title.endswith("those most in need.")


def test_which_proposals_are_meant_is_found_or_asked(desk: Desk, tmp_path: Path) -> None:
    with desk.edit() as store, pytest.raises(NotFound, match="no budget proposals in this"):
        find_budget(store, WantedBudget())
    imported(desk, as_csv(tmp_path), version="Consultation")
    final = imported(desk, as_csv(tmp_path), version="Final").whole
    import_budget(desk, as_csv(tmp_path), BudgetTarget("Health Scrutiny Committee", "2024/25"))
    with desk.read() as store:
        assert find_budget(store, WantedBudget(COMMITTEE.lower())) == final
        assert find_budget(store, WantedBudget(COMMITTEE, "2024/25", "consultation")).version == (
            "Consultation"
        )
        with pytest.raises(WrongInput, match="Say whose are meant"):
            find_budget(store, WantedBudget())
        with pytest.raises(NotFound, match="There are: "):
            find_budget(store, WantedBudget(year="2025/26"))


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(
    desk: Desk, tmp_path: Path
) -> None:
    whole = imported(desk, as_csv(tmp_path)).whole
    with desk.edit() as store:
        waiver = set_finding_aside(store, whole, "B15", "", " All are vacant. ")
        assert store.history(1)[0].name == "Set aside B15"
        assert [one.waived for one in check_budget(store, whole) if one.waived] == [
            "All are vacant."
        ]
        take_up_finding(store, waiver)
        assert not any(one.waived for one in check_budget(store, whole))
        with pytest.raises(WrongInput, match="Say why"):
            set_finding_aside(store, whole, "B15", "", " ")
        with pytest.raises(WrongInput, match="found nothing"):
            set_finding_aside(store, whole, "B02", "", "so be it")


def test_a_set_is_removed_as_a_step(desk: Desk, tmp_path: Path) -> None:
    whole = imported(desk, as_csv(tmp_path)).whole
    assert {one.service for one in whole.proposals} == {CARE, LEARNING}
    assert whole.proposals[0].consultation is Consultation.PUBLIC
    assert whole.proposals[5].option is OptionType.CEASE_STOP
    assert whole.proposals[0].posts.fte == Decimal(-6)
    with desk.edit() as store:
        remove_budget(store, whole.id)
        assert store.proposal_sets.list() == ()
