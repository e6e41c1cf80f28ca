"""The shelves of work programmes, the forward plan and requests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import PlanEntryId, ProgrammeId, ProgrammeItemId, RequestId
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.moves import assessed, move, put_on
from scrutiny_app.domain.programme.prioritisation import Assessment, Outcome
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeKind,
    ScrutinyMethod,
    Suggester,
    with_item,
)
from scrutiny_app.domain.programme.returns import ReturnKind, ReturnRequest
from scrutiny_app.store.store import Store
from tests.build import a_key, an_agenda
from tests.programmes import JANUARY, MARCH, NOVEMBER, TODAY, a_programme, an_entry
from tests.store.workspaces import a_workspace, edit, write


def kept(store: Store, programme: Programme, name: str = "Write the programme") -> Programme:
    with store.step(name):
        store.programmes.write(programme)
    return store.programmes.get(programme.id)


def a_full_item() -> object:
    item = an_entry(
        "Young carers",
        NOVEMBER,
        purpose="To scrutinise support",
        sub_points=("Waiting times", "Schools"),
        kind=ProgrammeKind.SPOTLIGHT_REVIEW,
        method=ScrutinyMethod.SPOTLIGHT_REVIEW,
        window="autumn",
        wanted_by=MARCH,
        recurs_in=10,
        suggested_on=TODAY,
        suggester=Suggester.MEMBER,
        asked_for_in="minute 23",
        lead_officer="Sam Poe",
        portfolio_holder="Councillor Rae",
        invitees=("Young carers' forum",),
        footnote="every year",
        remit_note="budget: Corporate Scrutiny",
        referred_to="Health Scrutiny",
    )
    moved = move(item, JANUARY, on=TODAY, reason="the report was not ready")
    return assessed(
        moved,
        Assessment(
            "pick", TODAY, "Jo Field", {"remit": True}, {"public": 3}, {"public": "a petition"},
            Outcome.CONSIDER, "6 to 8", Outcome.ACCEPT, Decimal("6.5"), "members wish it",
        ),
    )  # fmt: skip


@pytest.fixture
def agenda() -> Agenda:
    return an_agenda(items=1)


def test_a_programme_comes_back_with_its_meetings_items_moves_and_assessments(
    tmp_path: Path, agenda: Agenda
) -> None:
    programme = replace(
        a_programme([a_full_item(), an_entry("Rents")], committee=agenda.committee.id),  # type: ignore[list-item]
        footnotes=("* Every year in October",),
        capacity=3,
    )
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        assert kept(store, programme) == programme
    with edit(tmp_path / "workspace") as store:
        assert store.programmes.of(agenda.committee.id, "2026/27") == programme
        assert store.programmes.of(agenda.committee.id, "2027/28") is None
        assert store.programmes.holding(programme.items[1].id) == programme
        (line,) = store.programmes.list()
        assert (line.committee, line.meetings, line.items, line.parked) == (
            agenda.committee.name,
            5,
            2,
            1,
        )


def test_a_move_is_one_step_that_can_be_undone(tmp_path: Path, agenda: Agenda) -> None:
    programme = a_programme([an_entry(day=NOVEMBER)], committee=agenda.committee.id)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        kept(store, programme)
        moved = move(programme.items[0], JANUARY, on=TODAY, reason="no report")
        assert kept(store, with_item(programme, moved), "Move").items == (moved,)
        assert store.undo().name == "Move"
        assert store.programmes.get(programme.id) == programme
        store.redo()
        assert store.programmes.get(programme.id).items == (moved,)


def test_an_item_that_the_record_leaves_out_is_not_lost(tmp_path: Path, agenda: Agenda) -> None:
    programme = a_programme([an_entry("Rents"), an_entry("Fees")], committee=agenda.committee.id)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        kept(store, programme)
        assert len(kept(store, replace(programme, items=())).items) == 2


def test_an_item_and_its_agenda_item_find_each_other(tmp_path: Path, agenda: Agenda) -> None:
    item = put_on(an_entry(day=JANUARY), agenda.items[0].id)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        kept(store, a_programme([item], committee=agenda.committee.id))
        assert store.programmes.on_agenda(agenda.items[0].id) == item
        assert store.programmes.on_agenda(agenda.items[1].id) is None


def test_items_are_found_by_any_of_their_words(tmp_path: Path, agenda: Agenda) -> None:
    items = [an_entry("Rents", lead_officer="Sam Poe"), an_entry("100% grants")]
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        kept(store, a_programme(items, committee=agenda.committee.id))
        assert [hit.item.title for hit in store.programmes.find("poe RENT")] == ["Rents"]
        assert [hit.item.title for hit in store.programmes.find("100%")] == ["100% grants"]
        assert store.programmes.find("1_0%") == ()
        assert store.programmes.find(" ") == ()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        with pytest.raises(NotFound, match="no work programme"):
            store.programmes.get(ProgrammeId(a_key()))
        with pytest.raises(NotFound, match="no work programme item"):
            store.programmes.holding(ProgrammeItemId(a_key()))
        with pytest.raises(NotFound, match="no request"):
            store.return_requests.get(RequestId(a_key()))
        with pytest.raises(NotFound, match="forward plan"):
            store.plan_entries.get(PlanEntryId(a_key()))


def test_entries_of_the_forward_plan_and_requests_come_back(tmp_path: Path, agenda: Agenda) -> None:
    council, committee = agenda.council.id, agenda.committee.id
    entry = PlanEntry(
        PlanEntryId(a_key()), council, "Home closures", "KD12", "Executive Board", MARCH,
        "March 2027", key=True, private=True, notice_on=TODAY, portfolio_holder="Councillor Rae",
        lead_officer="Sam Poe", documents=("Report",), committee=committee,
    )  # fmt: skip
    undated = PlanEntry(PlanEntryId(a_key()), council, "Grants")
    request = ReturnRequest(
        RequestId(a_key()), committee, "receive the audit", NOVEMBER, "minute 21(1)",
        ReturnKind.ITEM, agenda.meeting.id, "Sam Poe", MARCH, None, JANUARY, "by e-mail",
    )  # fmt: skip
    waiting = ReturnRequest(RequestId(a_key()), committee, "receive the plan", NOVEMBER)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        with store.step("Keep"):
            for one in (undated, entry):
                store.plan_entries.write(one)
            for other in (request, waiting):
                store.return_requests.write(other)
        assert store.plan_entries.list(council) == (entry, undated)
        assert store.return_requests.list(committee) == (request, waiting)
        assert store.return_requests.list(committee, waiting=True) == (waiting,)
        with store.step("Remove"):
            store.plan_entries.remove(entry.id)
        assert store.plan_entries.list(council) == (undated,)
        store.undo()
        assert store.plan_entries.get(entry.id) == entry
