"""Work programmes from a file to an agenda, in real workspaces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrutiny_app.domain.agenda import Agenda, ItemKind, remove_item
from scrutiny_app.domain.errors import LeakFound, NotFound, PaperRefused, WrongInput
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.minutes.noted_minutes import NotedMinute
from scrutiny_app.domain.programme.board import BoardCheck
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.moves import move, move_note
from scrutiny_app.domain.programme.programme import ProgrammeItem, ProgrammeKind, Stage
from scrutiny_app.domain.programme.returns import MinutedResolution
from scrutiny_app.jobs.change_agenda import change_agenda
from scrutiny_app.jobs.desk import open_desk
from scrutiny_app.jobs.programme.change_programme_item import change_programme_item
from scrutiny_app.jobs.programme.check_forward_plan import check_forward_plan
from scrutiny_app.jobs.programme.collect_returns import collect_returns
from scrutiny_app.jobs.programme.compare_programmes import compare_programmes
from scrutiny_app.jobs.programme.hand_on_programme import hand_on_programme
from scrutiny_app.jobs.programme.import_forward_plan import import_forward_plan
from scrutiny_app.jobs.programme.import_programme import ImportedProgramme, import_programme
from scrutiny_app.jobs.programme.load_sample_programme import load_sample_programme
from scrutiny_app.jobs.programme.make_programme_papers import make_programme_papers
from scrutiny_app.jobs.programme.plan_before_decision import plan_before_decision
from scrutiny_app.jobs.programme.prepare_programme import prepare_programme
from scrutiny_app.jobs.programme.put_on_agenda import put_on_agenda, untie_from_agenda
from scrutiny_app.jobs.programme.record_returns import mark_returned, plan_return, record_returns
from scrutiny_app.jobs.programme.show_board import show_board
from scrutiny_app.jobs.programme.start_programme import start_programme
from scrutiny_app.jobs.programme.write_programme_report import write_programme_report
from scrutiny_app.jobs.read_table_file import read_table_file
from scrutiny_app.store.store import Store
from tests.build import NOW, a_key, an_agenda, an_item, clock
from tests.documents.drawn import page_texts
from tests.programmes import JANUARY, MARCH, NOVEMBER, OCTOBER, TODAY, a_programme, an_entry
from tests.store.workspaces import WHO, a_workspace, write

CSV = """Date,Item,Description,Focus
26 November,Rents,To scrutinise rents,Arrears; Evictions
26 November,Foster care,To receive a verbal update,
21 January,Budget proposals,To scrutinise the budget,
TBC,Parks,,
"""


@pytest.fixture
def agenda() -> Agenda:
    agenda = an_agenda(items=1, held_on=JANUARY)
    programme = an_item("Work Programme", kind=ItemKind.WORK_PROGRAMME)
    return replace(agenda, items=(*agenda.items, programme))


@pytest.fixture
def store(tmp_path: Path, agenda: Agenda) -> Iterator[Store]:
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        yield store


def imported(store: Store, tmp_path: Path, agenda: Agenda, text: str = CSV) -> ImportedProgramme:
    file = tmp_path / "programme.csv"
    file.write_text(text, encoding="utf-8")
    return import_programme(
        open_desk(store, who=WHO, clock=clock), file, agenda.committee.name, "2026/27", on=TODAY
    )


def test_an_import_is_one_step_and_importing_it_again_changes_nothing(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    first = imported(store, tmp_path, agenda)
    assert [item.stage for item in first.merged.added] == [
        Stage.DONE,
        Stage.DONE,
        Stage.SCHEDULED,
        Stage.ACCEPTED,
    ]
    assert [item.kind for item in first.merged.added[:3]] == [
        ProgrammeKind.SUBSTANTIVE,
        ProgrammeKind.VERBAL_UPDATE,
        ProgrammeKind.BUDGET,
    ]
    kept = store.programmes.of(agenda.committee.id, "2026/27")
    assert kept == first.merged.programme
    assert kept.items[0].sub_points == ("Arrears", "Evictions")
    again = imported(store, tmp_path, agenda)
    assert (again.merged.added, again.merged.moved) == ((), ())
    assert store.programmes.of(agenda.committee.id, "2026/27") == kept
    store.undo()
    assert store.programmes.list() == ()


def test_a_later_file_moves_an_item_and_what_it_leaves_out_stays(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    imported(store, tmp_path, agenda)
    later = "Date,Item,Description\n25 March,Budget proposals,\n"
    merged = imported(store, tmp_path, agenda, later).merged
    (moved,) = merged.moved
    assert (moved.day, moved.purpose) == (MARCH, "To scrutinise the budget")
    assert moved.changes[-1].reason == "imported from programme.csv"
    assert [item.title for item in merged.kept] == ["Rents", "Foster care", "Parks"]
    assert len(merged.programme.items) == 4


def test_a_file_with_problems_writes_nothing_and_names_every_cell(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    bad = "Date,Item,Description\n31 September,Rents,\n21 January,,To do\n"
    with pytest.raises(WrongInput, match=r"2 cells are .* Row 2, column 1: .* Row 3, column 2: "):
        imported(store, tmp_path, agenda, bad)
    assert store.programmes.list() == ()


def test_a_web_page_is_no_work_programme(store: Store, tmp_path: Path, agenda: Agenda) -> None:
    with pytest.raises(PaperRefused, match=r"programme\.csv was not taken in: "):
        imported(store, tmp_path, agenda, "<html><table></table></html>")


def test_a_planned_item_goes_onto_its_agenda_before_the_work_programme_and_both_are_tied(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    budget = imported(store, tmp_path, agenda).merged.added[2]
    made = put_on_agenda(store, budget.id, at=NOW)
    after = store.agendas.read(agenda.meeting.id)
    assert [item.title for item in after.items[-2:]] == ["Budget proposals", "Work Programme"]
    assert made.purpose == "To scrutinise the budget"
    tied = store.programmes.on_agenda(made.id)
    assert tied is not None
    assert tied.id == budget.id
    with pytest.raises(WrongInput, match="is on this agenda already"):
        put_on_agenda(store, budget.id, at=NOW)
    with pytest.raises(WrongInput, match="Take it off that agenda first"):
        change_programme_item(
            store, budget.id, lambda item: move(item, MARCH, on=TODAY, reason="late"), "Move"
        )
    store.undo()
    assert store.agendas.read(agenda.meeting.id) == agenda
    assert store.programmes.on_agenda(made.id) is None


def test_an_item_without_a_meeting_cannot_go_onto_an_agenda(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    parks = imported(store, tmp_path, agenda).merged.added[3]
    with pytest.raises(WrongInput, match='"Parks" is not planned for a meeting'):
        put_on_agenda(store, parks.id, at=NOW)
    change_programme_item(store, parks.id, lambda item: move(item, MARCH, on=TODAY), "Plan")
    with pytest.raises(NotFound, match="no meeting of the committee on 25 March 2027"):
        put_on_agenda(store, parks.id, at=NOW)


def test_untied_from_its_agenda_an_item_can_move(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    budget = imported(store, tmp_path, agenda).merged.added[2]
    put_on_agenda(store, budget.id, at=NOW)
    untie_from_agenda(store, budget.id)
    moved = change_programme_item(
        store, budget.id, lambda item: move(item, MARCH, on=TODAY, reason="late"), "Move"
    )
    assert moved.day == MARCH


def test_the_board_counts_requests_other_committees_and_the_executives_days(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    imported(store, tmp_path, agenda)
    with store.step("Keep a decision"):
        store.plan_entries.write(
            PlanEntry(PlanEntryId(a_key()), agenda.council.id, "Homes", decision_on=JANUARY)
        )
    record_returns(store, agenda.meeting.id, [MinutedResolution("minute 5(1)", "receive maps")])
    programme = store.programmes.list()[0]
    _, shown = show_board(store, programme.id, today=TODAY)
    checks = [one.check for one in shown.findings]
    assert checks == [BoardCheck.CLASH, BoardCheck.OVERDUE]


def test_a_request_becomes_an_item_and_is_shown_until_it_came_back(
    store: Store, agenda: Agenda
) -> None:
    resolutions = [
        MinutedResolution("minute 5(1)", "receive the parking maps; and"),
        MinutedResolution("minute 5(2)", "thank the officers."),
    ]
    (request,) = record_returns(store, agenda.meeting.id, resolutions)
    assert record_returns(store, agenda.meeting.id, resolutions) == ()
    programme = start_programme(store, agenda.committee.id, "2026/27")
    assert programme.days == (JANUARY,)
    item = plan_return(store, request.id, programme, on=TODAY)
    assert store.return_requests.get(request.id).item == item.id
    assert store.programmes.holding(item.id).parked == (item,)
    mark_returned(store, request.id, on=JANUARY, how="by e-mail")
    assert store.return_requests.list(agenda.committee.id, waiting=True) == ()


def test_what_was_resolved_in_the_minutes_taken_here_is_collected_once(
    store: Store, agenda: Agenda
) -> None:
    item = agenda.items[0].id
    noted = NotedMinute(resolutions=("receive an update in March", "note the report"))
    with store.step("A minute"):
        store.minutes.write_minute(agenda.meeting.id, item, noted)
    (request,) = collect_returns(store, agenda.committee.id)
    assert request.text == "receive an update in March"
    assert request.asked_in.endswith(", resolution 1")
    assert collect_returns(store, agenda.committee.id) == (request,)
    mark_returned(store, request.id, on=MARCH, how="at the meeting")
    assert collect_returns(store, agenda.committee.id) == ()


IN_PRIVATE = "receive the settlement with the Hargreave depot's former owners in March"


def test_what_was_resolved_in_private_is_waited_for_and_never_told_in_public(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    titled = replace(agenda.items[0], title="Claims of Hargreave", public_title="A property")
    written = replace(agenda, items=(titled, *agenda.items[1:]))
    noted = NotedMinute(resolutions=(IN_PRIVATE, "receive a report"), withheld=True)
    with store.step("A minute"):
        store.agendas.write(written)
        store.minutes.write_minute(agenda.meeting.id, titled.id, noted)
    requests = collect_returns(store, agenda.committee.id)
    assert [one.text for one in requests] == [IN_PRIVATE, "receive a report"]
    assert all("A property" in one.asked_in for one in requests)
    programme = start_programme(store, agenda.committee.id, "2026/27")
    item = plan_return(store, requests[0].id, programme, on=TODAY)
    assert item.title == "A matter that is not for publication"
    record = write_programme_report(store, agenda.meeting.id, programme.id, at=NOW)
    assert str(record.values).count("- a matter that is not for publication") == 2
    assert "Hargreave" not in str(record.values) + str(prepare_programme(store, programme.id))


def test_a_programme_that_repeats_private_minutes_is_not_printed_nor_put_on_an_agenda(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    imported(store, tmp_path, agenda, f"Date,Item,Description\n21 January,Depot,{IN_PRIVATE}\n")
    (line,) = store.programmes.list()
    (item,) = store.programmes.get(line.id).items
    assert prepare_programme(store, line.id).programme.items == (item,)
    noted = NotedMinute(raised=(IN_PRIVATE,), withheld=True)
    with store.step("A minute"):
        store.minutes.write_minute(agenda.meeting.id, agenda.items[0].id, noted)
    with pytest.raises(LeakFound, match='the item "Depot" has the words "receive the settlement'):
        prepare_programme(store, line.id)
    with pytest.raises(LeakFound, match="Word it so that anybody may read it"):
        put_on_agenda(store, item.id, at=NOW)
    with pytest.raises(LeakFound):
        write_programme_report(store, agenda.meeting.id, line.id, at=NOW)
    assert store.reports.list(agenda.meeting.id) == ()


def test_taken_off_its_agenda_an_item_can_be_planned_anew_and_undo_ties_both_again(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    imported(store, tmp_path, agenda)
    item = next(one for one in items_of(store) if one.title == "Budget proposals")
    made = put_on_agenda(store, item.id, at=NOW)
    change_agenda(
        store, remove_item(store.agendas.read(agenda.meeting.id), made.id), "Take it off", at=NOW
    )
    assert item_in(store, item.id).agenda_item is None
    store.undo()
    assert item_in(store, item.id).agenda_item == made.id
    assert made in store.agendas.read(agenda.meeting.id).items
    store.redo()
    with store.step("Remove the meeting"):
        store.meetings.remove(agenda.meeting.id)
    store.undo()
    store.undo()
    with store.step("Remove the meeting"):
        store.meetings.remove(agenda.meeting.id)
    assert item_in(store, item.id).agenda_item is None
    store.undo()
    assert item_in(store, item.id).agenda_item == made.id


def items_of(store: Store) -> tuple[ProgrammeItem, ...]:
    return tuple(
        one for line in store.programmes.list() for one in store.programmes.get(line.id).items
    )


def item_in(store: Store, key: ProgrammeItemId) -> ProgrammeItem:
    return next(one for one in items_of(store) if one.id == key)


def test_a_forward_plan_is_set_against_the_meetings(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    file = tmp_path / "plan.csv"
    file.write_text(
        "Ref,Decision,Decision date,Key,Notice published\n"
        "KD1,Home closures,14 January 2027,Yes,8 December 2026\n"
        "KD2,Grants,9 March 2027,Yes,20 February 2027\n",
        encoding="utf-8",
    )
    table = read_table_file(file)
    first = import_forward_plan(store, agenda.council, table, today=TODAY)
    assert import_forward_plan(store, agenda.council, table, today=TODAY) == first
    assert len(store.history()) == 2, "the same plan again is no step"
    entries, findings = check_forward_plan(store, agenda.council, today=TODAY)
    assert entries == first
    warned = [one.message for one in findings if one.severity is Severity.WARNING]
    assert ["no scrutiny meeting" in one for one in warned] == [True, False]
    assert "has 16 clear days of notice" in warned[1]


def test_the_sample_councils_programme_has_moves_and_what_is_waited_for(
    store: Store, agenda: Agenda
) -> None:
    load_sample_programme(store, agenda.meeting.id)
    load_sample_programme(store, agenda.meeting.id)
    (line,) = store.programmes.list()
    programme, shown = show_board(store, line.id, today=TODAY)
    assert (line.meetings, line.items, line.parked) == (7, 19, 2)
    assert [item.title for item in programme.closed] == ["Young carers"]
    emotional = next(item for item in programme.items if item.title == "Emotional health")
    assert move_note(emotional) == (
        "moved from 21 January, second move, because the budget proposals took its place"
    )
    assert len(store.return_requests.list(agenda.committee.id, waiting=True)) == 2
    assert all(column.room == 0 for column in shown.columns[1:5])


def test_the_same_work_of_two_committees_is_found(store: Store, agenda: Agenda) -> None:
    other = replace(agenda.committee, id=a_key(), name="Housing Scrutiny Committee")  # type: ignore[arg-type]
    with store.step("Two programmes"):
        store.committees.write(other)
        for key in (agenda.committee.id, other.id):
            store.programmes.write(a_programme([an_entry("Young carers")], committee=key))
    (pair,) = compare_programmes(store, "2026/27")
    assert pair.likeness == 1.0
    assert compare_programmes(store, "2027/28") == ()


def test_a_year_hands_on_what_is_parked_and_what_returns(store: Store, agenda: Agenda) -> None:
    annual = an_entry("Safeguarding", OCTOBER, recurs_in=10, stage=Stage.DONE)
    parked = an_entry("Parks")
    with store.step("A programme"):
        store.programmes.write(
            a_programme(
                [annual, parked, an_entry("Rents", NOVEMBER)], committee=agenda.committee.id
            )
        )
    last = store.programmes.list()[0]
    handed = hand_on_programme(store, last.id, on=date(2027, 4, 30))
    assert handed.municipal_year == "2027/28"
    assert [item.title for item in handed.items] == ["Safeguarding", "Parks"]
    assert [item.title for item in store.programmes.get(last.id).items] == ["Safeguarding", "Rents"]


def test_the_covering_report_tells_what_changed_and_what_is_waited_for(
    store: Store, tmp_path: Path, agenda: Agenda
) -> None:
    load_sample_programme(store, agenda.meeting.id)
    (line,) = store.programmes.list()
    record = write_programme_report(store, agenda.meeting.id, line.id, at=NOW)
    assert record.item == agenda.items[-1].id
    assert write_programme_report(store, agenda.meeting.id, line.id, at=NOW).id == record.id
    order = prepare_programme(store, line.id)
    papers = make_programme_papers(record, order, "gates", tmp_path / "papers")
    said = " ".join(" ".join(page_texts(papers[0].read_bytes())).split())
    assert "to agree the work programme for 2026/27" in said
    assert "no more than two items at a meeting" in said
    assert "Emotional health. Moved from 21 January to 18 March: The budget proposals took" in said
    assert "receive the names of governors" in said
    assert "Home education (the first meeting of 2027/28)" in said
    assert [path.name[0] for path in papers] == ["a", "b", "c"]


def test_an_agenda_without_a_work_programme_item_gets_one(store: Store, agenda: Agenda) -> None:
    without = replace(agenda, items=agenda.items[:-1])
    with store.step("Without"):
        store.agendas.write(without)
    load_sample_programme(store, agenda.meeting.id)
    record = write_programme_report(store, agenda.meeting.id, store.programmes.list()[0].id, at=NOW)
    last = store.agendas.read(agenda.meeting.id).items[-1]
    assert (last.id, last.kind, last.title) == (
        record.item,
        ItemKind.WORK_PROGRAMME,
        "Work Programme",
    )


def test_a_meeting_that_is_planned_later_is_a_column_too(store: Store, agenda: Agenda) -> None:
    programme = a_programme(days=[NOVEMBER], committee=agenda.committee.id)
    with store.step("A programme"):
        store.programmes.write(programme)
    shown, columns = show_board(store, programme.id, today=TODAY)
    assert shown.days == (NOVEMBER, JANUARY)
    assert [column.day for column in columns.columns] == [NOVEMBER, JANUARY]


def test_an_item_is_planned_before_a_decision_and_tied_to_it(store: Store, agenda: Agenda) -> None:
    programme = a_programme(committee=agenda.committee.id)
    entry = PlanEntry(PlanEntryId(a_key()), agenda.council.id, "Closure of a centre")
    with store.step("Both"):
        store.programmes.write(programme)
        store.plan_entries.write(entry)
    item = plan_before_decision(store, entry.id, programme.id, on=TODAY)
    assert store.plan_entries.get(entry.id).item == item.id
    assert store.programmes.get(programme.id).items == (item,)
    assert store.next_undo == 'Plan "Closure of a centre" before its decision'
