from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from scrutiny_app.domain.budget.effect import EffectOn
from scrutiny_app.domain.budget.figures import Amount, Posts
from scrutiny_app.domain.budget.finding import Waiver
from scrutiny_app.domain.budget.proposal import (
    PrintedTotal,
    ProposalDetails,
    ProposalSet,
    Rating,
    SourceFile,
    YearAmount,
)
from scrutiny_app.domain.errors import NotFound, WorkspaceDamaged, WrongInput
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, ProposalSetId, WaiverId
from scrutiny_app.store.check import check_store
from scrutiny_app.store.store import Store
from tests.budgets import CARE, LEARNING, YEARS, a_proposal, a_set, millions, the_twenty
from tests.build import a_key, an_agenda
from tests.store.workspaces import a_workspace, edit, file_bytes, read, write


def a_committee(store: Store) -> CommitteeId:
    """A committee that is in the workspace."""
    agenda = an_agenda()
    write(store, agenda)
    return agenda.committee.id


def kept(store: Store, whole: ProposalSet, name: str = "Import budget proposals") -> ProposalSet:
    with store.step(name):
        store.proposal_sets.write(whole)
    return whole


def a_full_set(committee: CommitteeId) -> ProposalSet:
    """A set in which nothing is left at its default."""
    printed = PrintedTotal(
        "Total",
        (YearAmount(YEARS[0], Amount(-100_000, "(0.100)", "cell F9")),),
        Amount(-100_000, "(0.100)", "cell J9"),
        Posts(Decimal("-2.5"), "(2.5)", "cell K9"),
        LEARNING,
        "Other",
        "row 9",
    )
    one = a_proposal(
        "A-1 A-2",
        group="Other",
        department="Schools",
        posts=Posts(Decimal("-2.5"), "(2.5)", "cell K4"),
        details=ProposalDetails(
            "if the forum agrees", "grant", "EIA 7", ("Tannery",), ("pupils",), "Head of Catering",
            "Councillor Garth", Rating.AMBER, "July 2024", "2 to 30 January",
        ),
        place="row 4",
    )  # fmt: skip
    without = a_proposal("A-3", cumulative=None)
    return a_set(
        one,
        without,
        committee=committee,
        version="Consultation",
        printed_totals=(printed,),
        source=SourceFile("budget.xlsx", "ab" * 32),
    )


def test_a_set_comes_back_as_it_was_written(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, a_full_set(a_committee(store)))
    with read(tmp_path / "workspace") as store:
        assert store.proposal_sets.read(whole.id) == whole


def test_sets_are_listed_by_committee_and_year_with_their_stated_totals(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        committee = a_committee(store)
        twenty = kept(store, the_twenty(committee))
        other = kept(store, a_set(committee=committee, version="Final"))
        lines = store.proposal_sets.list(committee)
        assert [(one.id, one.rows, one.pounds) for one in lines] == [
            (twenty.id, 20, -5_435_000),
            (other.id, 0, 0),
        ]
        assert lines[1].label == "2024/25, Final"
        assert store.proposal_sets.list(committee, FinancialYear(2025)) == ()


def test_a_total_that_the_source_does_not_state_is_summed_in_the_list(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        kept(store, a_set(a_proposal(cumulative=None), committee=a_committee(store)))
        assert store.proposal_sets.list()[0].pounds == -100_000


def test_a_change_is_a_step_that_names_what_changed_and_can_be_taken_back(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, a_full_set(a_committee(store)))
        first, _ = whole.proposals
        dearer = replace(first, cumulative=millions("-0.2"), years=first.years[:2])
        changed = kept(store, replace(whole, proposals=(dearer,)), "Edit a proposal")
        assert store.proposal_sets.read(whole.id) == changed
        touched = {(one.record, one.kind.value) for one in store.history(1)[0].changes}
        assert touched == {
            ("proposal", "changed"),
            ("proposal", "removed"),
            ("proposal_year", "removed"),
        }
        store.undo()
        assert store.proposal_sets.read(whole.id) == whole
        store.redo()
        assert store.proposal_sets.read(whole.id) == changed


def test_writing_what_is_there_already_changes_nothing(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, a_full_set(a_committee(store)))
        with store.step("Again"):
            store.proposal_sets.write(whole)
        assert [one.name for one in store.history() if not one.changes] in ([], ["Again"])


def test_a_removed_set_is_gone_from_lists_and_comes_back_whole(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, a_full_set(a_committee(store)))
        with store.step("Remove"):
            store.proposal_sets.remove(whole.id)
        assert store.proposal_sets.list() == ()
        with pytest.raises(NotFound, match="not in this workspace"):
            store.proposal_sets.read(whole.id)
        store.undo()
        assert store.proposal_sets.read(whole.id) == whole


def test_a_set_of_a_committee_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store, pytest.raises(WrongInput):
        kept(store, the_twenty())


def test_a_waiver_is_kept_with_its_reason_and_can_be_taken_back(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, the_twenty(a_committee(store)))
        waiver = Waiver(WaiverId(a_key()), whole.id, "B15", "", "All are vacant.")
        with store.step("Set a finding aside"):
            store.budget_waivers.write(waiver)
        assert store.budget_waivers.of(whole.id) == (waiver,)
        with store.step("Look at it again"):
            store.budget_waivers.remove(waiver.id)
        assert store.budget_waivers.of(whole.id) == ()
        with pytest.raises(NotFound):
            store.budget_waivers.remove(waiver.id)
        assert store.budget_waivers.of(ProposalSetId(a_key())) == ()


def in_year(first: int, *, version: str, total: str, committee: CommitteeId) -> ProposalSet:
    """A set of two proposals, one of which touches two wards and both of which cost posts."""
    year = FinancialYear(first)
    details = ProposalDetails(wards=("Castle Fold", "Tannery"), client_groups=("pupils",))
    two = (
        a_proposal("A-1", f"{total} 0 0 0", details=details, posts=Posts(Decimal("-0.1"))),
        a_proposal("A-2", f"{total} 0 0 0", service=CARE, posts=Posts(Decimal("-0.2"))),
    )
    return replace(a_set(*two, committee=committee, version=version), year=year)


def test_several_years_are_added_up_by_service_ward_or_client_group(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        committee = a_committee(store)
        for first, version, total in (
            (2023, "Final", "-0.100"),
            (2024, "Consultation", "-0.300"),
            (2024, "Final", "-0.200"),
        ):
            kept(store, in_year(first, version=version, total=total, committee=committee))
        wards = store.budget_effects(EffectOn.WARD, committee)
        assert [(one.name, one.pounds, one.fte) for one in wards] == [
            ("Castle Fold", -300_000, Decimal("-0.2")),
            ("Tannery", -300_000, Decimal("-0.2")),
        ]
        assert [one.budget.label for one in wards[0].budgets] == ["2023/24", "2024/25"]
        services = store.budget_effects(EffectOn.SERVICE)
        assert {one.name: one.pounds for one in services} == {LEARNING: -300_000, CARE: -300_000}
        (pupils,) = store.budget_effects(EffectOn.CLIENT_GROUP)
        assert (pupils.name, pupils.budgets[1].rows) == ("pupils", 1)
        assert store.budget_effects(EffectOn.WARD, CommitteeId(a_key())) == ()


def test_earlier_years_are_those_of_the_same_committee_in_their_newest_version(
    tmp_path: Path,
) -> None:
    with a_workspace(tmp_path) as store:
        committee = a_committee(store)
        kept(store, in_year(2023, version="Consultation", total="-0.1", committee=committee))
        final = kept(store, in_year(2023, version="Final", total="-0.1", committee=committee))
        now = kept(store, in_year(2024, version="", total="-0.2", committee=committee))
        assert store.proposal_sets.before(now) == (final,)


def test_the_source_of_a_set_belongs_to_the_workspace_and_is_missed_when_it_goes(
    tmp_path: Path,
) -> None:
    with a_workspace(tmp_path) as store:
        sha256 = file_bytes(store, b"a spreadsheet")
        whole = a_full_set(a_committee(store))
        kept(store, replace(whole, source=SourceFile("budget.xlsx", sha256)))
        place = store.paper_folder.path(sha256)
    assert not [one for one in check_store(tmp_path / "workspace") if "file" in one.message]
    place.unlink()
    (finding,) = [one for one in check_store(tmp_path / "workspace") if "file" in one.message]
    assert 'The file of "budget.xlsx" is missing' in finding.message
    with edit(tmp_path / "workspace") as store, pytest.raises(WrongInput, match="still use"):
        store.purge(sha256, "asked to")


def test_a_removed_sets_file_and_proposals_are_erased_for_good(tmp_path: Path) -> None:
    secret = "Quennevillesecret"  # noqa: S105 (an invented name, no password)
    with a_workspace(tmp_path) as store:
        sha256 = file_bytes(store, secret.encode())
        one = a_proposal("A-1", title=secret, details=ProposalDetails(owner=secret))
        whole = replace(a_full_set(a_committee(store)), proposals=(one,))
        whole = kept(store, replace(whole, source=SourceFile(f"{secret}.xlsx", sha256)))
        waiver = Waiver(WaiverId(a_key()), whole.id, "B15", "A-1", secret)
        with store.step("Set aside"):
            store.budget_waivers.write(waiver)
        with store.step("Remove"):
            store.proposal_sets.remove(whole.id)
        store.purge(sha256, "asked to")
        kept(store, a_full_set(whole.committee))
    with edit(tmp_path / "workspace") as store, pytest.raises(WrongInput, match="Say why"):
        store.purge(sha256, "")
    held = [path for path in (tmp_path / "workspace").rglob("*") if path.is_file()]
    assert [path for path in held if secret.encode() in path.read_bytes()] == []


def test_a_set_that_another_file_brought_up_to_date_keeps_its_proposals_when_the_first_is_erased(
    tmp_path: Path,
) -> None:
    with a_workspace(tmp_path) as store:
        first, second = file_bytes(store, b"first"), file_bytes(store, b"second")
        whole = a_full_set(a_committee(store))
        kept(store, replace(whole, source=SourceFile("first.xlsx", first)))
        now = kept(store, replace(whole, source=SourceFile("second.xlsx", second)))
        store.purge(first, "asked to")
        assert store.proposal_sets.read(whole.id) == now
        assert store.paper_folder.path(second).is_file()
        with pytest.raises(WorkspaceDamaged):
            store.paper_folder.path(first)
    assert [one for one in check_store(tmp_path / "workspace") if "file" in one.message] == []


def test_proposals_are_found_by_their_words_and_references(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        whole = kept(store, the_twenty(a_committee(store)))
        (hit,) = store.proposal_sets.find('"outdoor centre"')
        assert (hit.reference, hit.proposal_set) == ("DP(A)-2458", whole.id)
        assert "«outdoor centre»" in hit.snippet
        assert [one.reference for one in store.proposal_sets.find("DP(C)-2403")] == ["DP(C)-2403"]
        assert len(store.proposal_sets.find("grant", limit=3)) == 3
        with pytest.raises(WrongInput, match="nothing to look for"):
            store.proposal_sets.find(" ")
        with store.step("Remove"):
            store.proposal_sets.remove(whole.id)
        assert store.proposal_sets.find("grant") == ()
