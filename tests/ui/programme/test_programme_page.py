"""The room of the work programme, by keyboard: made, moved with a reason, parked, printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.ids import CommitteeId, RequestId
from scrutiny_app.domain.programme.lanes import Waiting, lane_of
from scrutiny_app.domain.programme.moves import move_note
from scrutiny_app.domain.programme.prioritisation import Outcome
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, ProgrammeKind, Stage
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.store.store import Store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.programme.programme_page import ProgrammePage
from scrutiny_app.ui.programme.words import capital
from scrutiny_app.ui.search.search_page import SearchPage
from tests.build import a_key
from tests.programmes import JANUARY, MARCH, a_programme, an_entry
from tests.store.workspaces import a_loaded_meeting, a_workspace
from tests.ui.conftest import SOON
from tests.ui.keys import press, type_words

FILE = """Date,Item,Description,Focus
21 January,Rents,To scrutinise rents,Arrears; Evictions
25 March,Foster care,To receive a verbal update,
TBC,Parks,,
"""
KEY = Qt.Key


def begun(main: MainWindow, folder: Path, *items: ProgrammeItem) -> ProgrammePage:
    """Open a workspace with a meeting on 21 January and a programme of these items."""
    with a_workspace(folder) as store:
        agenda = a_loaded_meeting(store)
        with store.step("Begin"):
            store.programmes.write(a_programme(items, committee=agenda.committee.id))
    main.open_workspace(folder / "workspace")
    return the_room(main)


def the_room(main: MainWindow, part: str = "") -> ProgrammePage:
    main.go(Place(Room.PROGRAMME, part=part))
    page = main.page
    assert isinstance(page, ProgrammePage)
    page.work.focus_view()
    return page


def the_store(page: ProgrammePage) -> Store:
    return page.session.store


def kept(page: ProgrammePage) -> Programme:
    (line,) = the_store(page).programmes.list()
    return the_store(page).programmes.get(line.id)


def item_called(page: ProgrammePage, title: str) -> ProgrammeItem:
    return next(item for item in kept(page).items if item.title == title)


def press_(qtbot: QtBot, page: ProgrammePage, key: Qt.Key, *held: str) -> None:
    press(qtbot, page.window(), key, *held)


@pytest.fixture
def room(main: MainWindow, tmp_path: Path) -> ProgrammePage:
    """Two items in January, one in March, and one that waits."""
    return begun(
        main,
        tmp_path,
        an_entry("Improvement", JANUARY, lead_officer="Ros Attwater"),
        an_entry("Verbal news", JANUARY, kind=ProgrammeKind.VERBAL_UPDATE),
        an_entry("Foster care", MARCH, purpose="To see how health visitors help"),
        an_entry("Young carers", window="August 2027"),
    )


def test_a_year_without_a_programme_is_started_with_its_meetings(
    meeting_window: MainWindow, qtbot: QtBot
) -> None:
    page = the_room(meeting_window)
    assert page.empty.isVisible()
    assert "2026/27" in page.empty.headline.text()
    page.actions_.start.trigger()
    assert kept(page).days == (JANUARY,)
    assert the_store(page).next_undo == "Start the work programme of 2026/27"
    press_(qtbot, page, KEY.Key_N, "Control")
    type_words(qtbot, page.window(), "Young carers")
    press_(qtbot, page, KEY.Key_Return)
    (item,) = kept(page).items
    assert (item.title, item.day, item.stage) == ("Young carers", JANUARY, Stage.SCHEDULED)
    assert page.work.board.hasFocus()
    assert page.work.board.item == item


def test_without_a_committee_the_room_leads_to_setting_one_up(desk_window: MainWindow) -> None:
    page = the_room(desk_window)
    assert page.nobody.isVisible()
    page.actions_.committees.trigger()
    assert desk_window.page.room is Room.COMMITTEES


def test_arrows_go_from_card_to_card_and_every_one_is_spoken(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    board = room.work.board
    assert board.item is not None
    assert board.item.title == "Improvement"
    press_(qtbot, room, KEY.Key_Down)
    assert board.item.title == "Verbal news"
    press_(qtbot, room, KEY.Key_Right)
    assert board.item.title == "Foster care"
    press_(qtbot, room, KEY.Key_Right)
    assert (board.item, board.lane) == (None, Waiting.PARKED)
    words = board.cards.data(board.currentIndex(), int(Qt.ItemDataRole.AccessibleTextRole))
    assert words == "Parked: Nothing waits here"
    cards = board.cards
    QAbstractItemModelTester(cards, QAbstractItemModelTester.FailureReportingMode.Fatal)
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    index = cards.find(item_called(room, "Verbal news").id)
    assert cards.data(index, role) == (
        "Verbal news. 21 January 2027, 2 of 2. Committee item. Verbal update"
    )
    head = cards.headerData(index.column(), Qt.Orientation.Horizontal, role)
    assert str(head).startswith("21 January 2027: 1 of 2 and 1 not counted")


def test_an_item_moves_with_a_reason_and_tells_it(room: ProgrammePage, qtbot: QtBot) -> None:
    card = room.work.moving
    press_(qtbot, room, KEY.Key_Right, "Alt")
    assert card.isVisible()
    assert item_called(room, "Improvement").day == JANUARY
    press_(qtbot, room, KEY.Key_Return)
    assert card.isVisible(), "a reason is needed"
    type_words(qtbot, room.window(), "The report was not ready")
    press_(qtbot, room, KEY.Key_Return)
    moved = item_called(room, "Improvement")
    assert moved.day == MARCH
    assert not card.isVisible()
    assert room.work.board.item == moved
    assert room.work.item.history.moved.text() == f"{capital(move_note(moved))}."
    assert the_store(room).next_undo == 'Move "Improvement" to 25 March 2027'
    press_(qtbot, room, KEY.Key_Z, "Control")
    assert item_called(room, "Improvement").day == JANUARY
    press_(qtbot, room, KEY.Key_Right, "Alt")
    press_(qtbot, room, KEY.Key_Escape)
    assert not room.work.moving.isVisible()
    assert room.work.board.hasFocus()
    assert item_called(room, "Improvement").changes == ()


def test_what_waits_is_scheduled_and_what_is_parked_is_not_lost(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    room.work.show_item(item_called(room, "Young carers").id)
    room.work.board.shift(1)
    item = item_called(room, "Young carers")
    assert item.stage is Stage.SCHEDULED
    assert item.day == kept(room).days[0]
    press_(qtbot, room, KEY.Key_D, "Control")
    type_words(qtbot, room.window(), "No space")
    press_(qtbot, room, KEY.Key_Return)
    item = item_called(room, "Young carers")
    assert (item.stage, lane_of(item)) == (Stage.DEFERRED, Waiting.PARKED)
    assert room.work.board.lane is Waiting.PARKED


def test_keys_and_dragging_change_the_printed_order_and_the_column(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    press_(qtbot, room, KEY.Key_Down, "Alt")
    assert [item.title for item in kept(room).on(JANUARY)] == ["Verbal news", "Improvement"]
    press_(qtbot, room, KEY.Key_Up, "Alt")
    assert [item.title for item in kept(room).on(JANUARY)] == ["Improvement", "Verbal news"]
    board = room.work.board
    first = item_called(room, "Improvement")
    below = board.visualRect(board.cards.index(1, board.currentIndex().column())).center()
    board.drop(first.id, below)
    assert [item.title for item in kept(room).on(JANUARY)] == ["Verbal news", "Improvement"]
    column = board.cards.find(item_called(room, "Foster care").id).column()
    board.drop(first.id, QPoint(board.columnViewportPosition(column) + 20, 10))
    assert room.work.moving.isVisible()
    assert room.work.moving.to.currentText() == "25 March 2027"


def test_fields_are_written_as_they_are_left(room: ProgrammePage, qtbot: QtBot) -> None:
    press_(qtbot, room, KEY.Key_Return)
    fields = room.work.item.fields
    assert fields.title.hasFocus()
    fields.points.setFocus()
    type_words(qtbot, room.window(), "Cost")
    press_(qtbot, room, KEY.Key_Return)
    type_words(qtbot, room.window(), "Waiting times")
    fields.lines["portfolio_holder"].setFocus()
    type_words(qtbot, room.window(), "Councillor Naylor")
    press_(qtbot, room, KEY.Key_Return)
    fields.kind.chosen.emit("performance")
    fields.recurs.chosen.emit(10)
    assert room.actions_.nearest.isEnabled()
    item = item_called(room, "Improvement")
    assert item.sub_points == ("Cost", "Waiting times")
    assert item.portfolio_holder == "Councillor Naylor"
    assert (item.kind, item.recurs_in) == (ProgrammeKind.PERFORMANCE, 10)
    fields.wanted_by.setFocus()
    type_words(qtbot, room.window(), "soon")
    press_(qtbot, room, KEY.Key_Return)
    assert item_called(room, "Improvement").wanted_by is None
    room.actions_.nearest.trigger()
    assert room.work.moving.to.currentText() == "22 October 2026"


def test_an_item_is_put_on_its_agenda_and_leads_there(
    room: ProgrammePage, main: MainWindow, qtbot: QtBot
) -> None:
    press_(qtbot, room, KEY.Key_A, "Control", "Shift")
    item = item_called(room, "Improvement")
    assert item.agenda_item is not None
    assert the_store(room).programmes.on_agenda(item.agenda_item) == item
    card = room.work.item
    assert not card.put.isEnabled()
    press_(qtbot, room, KEY.Key_Right, "Alt")
    type_words(qtbot, room.window(), "Later")
    press_(qtbot, room, KEY.Key_Return)
    assert "Take it off that agenda first" in room.strip.sentence.text()
    card.jump.trigger()
    assert isinstance(main.page, MeetingPage)
    assert main.page.tabs.key == "agenda"
    press_(qtbot, room, KEY.Key_W, "Control", "Shift")
    assert main.page is room
    assert room.desk.item == item
    card.part.trigger()
    assert item_called(room, "Improvement").agenda_item is None


def test_an_item_is_turned_down_with_its_reason(room: ProgrammePage, qtbot: QtBot) -> None:
    press_(qtbot, room, KEY.Key_Delete)
    stage = room.work.item.history
    press_(qtbot, room, KEY.Key_Return)
    assert "Say why" in room.strip.sentence.text()
    type_words(qtbot, room.window(), "No influence")
    press_(qtbot, room, KEY.Key_Return)
    item = item_called(room, "Improvement")
    assert (item.stage, item.changes[-1].reason) == (Stage.REJECTED, "No influence")
    room.work.show_item(item.id)
    assert stage.history.lines[0].words == "Taken from 21 January, rejected: No influence."


def test_a_method_advises_and_an_override_says_why(room: ProgrammePage) -> None:
    room.work.show_item(item_called(room, "Young carers").id)
    form = room.work.item.scoring
    form.method.show_value("topic")
    form.method.chosen.emit("topic")
    assert not form.keep.isEnabled()
    for question in form.questions:
        question.answer.show_value("2")
        question.answer.chosen.emit("2")
    form.questions[0].why.setText("A new duty in April")
    assert form.advice.lines[0].words == "TOPIC advises: accept"
    form.decided.show_value(Outcome.CONSIDER)
    form.decided.chosen.emit(Outcome.CONSIDER)
    form.keep.trigger()
    assert item_called(room, "Young carers").assessments == ()
    form.override.setText("Wait for the budget")
    form.keep.trigger()
    (kept_,) = item_called(room, "Young carers").assessments
    assert (kept_.outcome, kept_.decided) == (Outcome.ACCEPT, Outcome.CONSIDER)
    assert dict(kept_.rationale) == {"timely": "A new duty in April"}
    assert item_called(room, "Young carers").stage is Stage.ASSESSED
    assert "Advised accept, decided otherwise" in form.before.lines[0].below


def test_what_holds_the_words_is_found_here_and_in_the_search_room(
    room: ProgrammePage, main: MainWindow, qtbot: QtBot
) -> None:
    press_(qtbot, room, KEY.Key_F, "Control")
    type_words(qtbot, room.window(), "attwater")
    assert room.work.tabs.key == "list"
    assert room.work.list.table.model().rowCount() == 1
    assert room.desk.item == item_called(room, "Improvement")
    room.wanted.clear()
    room.work.list.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    shown = room.work.list.table.model()
    assert shown.data(shown.index(0, 0)) == "Young carers"
    room.work.tabs.show_part("year")
    assert room.work.year.table.model().rowCount() == 4
    main.go(Place(Room.SEARCH, detail="carers"))
    search = main.page
    assert isinstance(search, SearchPage)
    qtbot.waitUntil(search.records.isVisible, timeout=SOON)
    search.records.list.setFocus()
    press_(qtbot, room, KEY.Key_Return)
    assert main.page is room
    assert room.desk.item == item_called(room, "Young carers")


def test_a_file_is_looked_at_before_it_is_taken_in(
    room: ProgrammePage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "programme.csv"
    file.write_text(FILE.replace("25 March", "31 June"), encoding="utf-8")
    before = kept(room)
    room.read_file(file)
    view = room.importing
    qtbot.waitUntil(view.isVisible, timeout=SOON)
    assert "Row 3, column 1" in view.lines.lines[0].words
    assert not view.accept.isEnabled()
    assert kept(room) == before
    room.year.chosen.emit("2027/28")
    assert view.head.aside.text() == "programme.csv, into 2027/28"
    room.year.chosen.emit("2026/27")
    view.leave.trigger()
    file.write_text(FILE, encoding="utf-8")
    room.read_file(file)
    qtbot.waitUntil(view.isVisible, timeout=SOON)
    press_(qtbot, room, KEY.Key_Return, "Control")
    assert item_called(room, "Rents").sub_points == ("Arrears", "Evictions")
    assert item_called(room, "Foster care").day == MARCH
    assert the_store(room).next_undo.endswith("work programme from programme.csv")
    file = tmp_path / "odd.csv"
    file.write_text("When,What\n21 January,Rents\n", encoding="utf-8")
    room.read_file(file)
    qtbot.waitUntil(view.isVisible, timeout=SOON)
    assert "has no column called" in view.lines.lines[0].words
    for one, column in (("item", 1), ("meeting", 0)):
        field = next(choice for key, choice in view.mapping.columns.items() if key == one)
        field.show_value(column)
        field.chosen.emit(column)
    assert view.accept.isEnabled()
    assert [(one.title, one.day) for one in view.preview.items] == [  # type: ignore[union-attr]
        ("Rents", JANUARY)
    ]


def test_the_programme_the_process_and_an_items_papers_are_printed(
    room: ProgrammePage, main: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press_(qtbot, room, KEY.Key_P, "Control")
    card = room.work.printing
    assert card.isVisible()
    programme, process = tmp_path / "programme.pdf", tmp_path / "process.docx"
    card.write(programme)
    room.work.process.write(process)
    room.work.tabs.show_part("process")
    qtbot.waitUntil(lambda: "Flow chart" in room.work.process.words.text(), timeout=2 * SOON)
    room.actions_.print.trigger()
    card.write_papers(tmp_path / "papers")
    assert isinstance(main.page, MeetingPage)
    wanted = (programme, process, tmp_path / "papers" / "c-work-programme.pdf")
    qtbot.waitUntil(lambda: all(file.exists() for file in wanted), timeout=2 * SOON)
    qtbot.waitUntil(lambda: not room.around.jobs.busy, timeout=SOON)
    assert programme.read_bytes().startswith(b"%PDF")


def test_capacity_footnotes_and_meetings_belong_to_the_whole(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    room.actions_.frame.trigger()
    card = room.work.frame
    card.capacity.setValue(3)
    card.footnotes.setPlainText("* As space permits")
    card.footnotes.settle()
    card.day.setFocus()
    type_words(qtbot, room.window(), "22/4/27")
    press_(qtbot, room, KEY.Key_Return)
    programme = kept(room)
    assert programme.capacity == 3
    assert programme.footnotes == ("* As space permits",)
    assert programme.days[-1] == date(2027, 4, 22)
    room.actions_.hand_on.trigger()
    assert room.year.currentText() == "2027/28"
    assert [item.title for item in room.desk.programme.items] == ["Young carers"]


def test_a_request_becomes_an_item_and_stays_until_it_is_returned(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    store = the_store(room)
    asked = ReturnRequest(
        RequestId(a_key()), room.desk.committee, "receive the new strategy", date(2026, 11, 26)
    )
    room.do("A request", lambda store: store.return_requests.write(asked))
    room.work.tabs.show_part("requests")
    part = room.work.requests
    assert room.work.tabs.bar.tabText(3) == "Requests (1)"
    room.show_place(Place(Room.PROGRAMME, part="requests", detail=asked.id))
    assert part.text.text() == asked.text
    press_(qtbot, room, KEY.Key_I, "Control", "Shift")
    assert item_called(room, "New strategy").day is None
    assert not part.plan.isEnabled()
    part.back.trigger()
    assert store.return_requests.get(asked.id).waiting
    part.how.setFocus()
    type_words(qtbot, room.window(), "The paper of 21 January")
    press_(qtbot, room, KEY.Key_Return)
    assert not store.return_requests.get(asked.id).waiting
    assert part.none.isVisible()


def test_what_is_typed_of_one_request_is_kept_with_it_and_not_with_the_next(
    room: ProgrammePage, qtbot: QtBot
) -> None:
    store, day = the_store(room), date(2026, 11, 26)
    keys = [RequestId(a_key()), RequestId(a_key())]
    for key, words in zip(keys, ("receive a plan", "receive the figures"), strict=True):
        asked = ReturnRequest(key, room.desk.committee, words, day)
        room.do("A request", lambda store, one=asked: store.return_requests.write(one))
    part = room.work.requests
    room.show_place(Place(Room.PROGRAMME, part="requests", detail=keys[0]))
    part.how.setText("By e-mail")
    part.owner.setFocus()
    type_words(qtbot, room.window(), "Sam Birch")
    part.show_request(keys[1])
    assert (part.owner.text(), part.how.text()) == ("", "")
    part.settle()
    assert [store.return_requests.get(key).owner for key in keys] == ["Sam Birch", ""]


def test_a_decision_to_come_is_added_planned_and_removed(room: ProgrammePage, qtbot: QtBot) -> None:
    room.work.tabs.show_part("plan")
    part = room.work.plan
    part.new.trigger()
    type_words(qtbot, room.window(), "Closure of a centre")
    part.decision.decided.setFocus()
    type_words(qtbot, room.window(), "15 January 2027")
    press_(qtbot, room, KEY.Key_Return)
    assert "no scrutiny meeting comes before it" in part.decision.findings.lines[0].words
    part.decision.plan.trigger()
    item = item_called(room, "Closure of a centre")
    assert (item.kind, item.wanted_by) == (ProgrammeKind.PRE_DECISION, date(2027, 1, 14))
    part.decision.jump.trigger()
    assert room.work.tabs.key == "board"
    assert room.work.board.item == item
    room.work.tabs.show_part("plan")
    part.table.setFocus()
    press_(qtbot, room, KEY.Key_Delete)
    assert part.table.model().rowCount() == 0


def test_the_forward_plan_is_looked_at_before_it_is_taken_in(
    room: ProgrammePage, qtbot: QtBot, tmp_path: Path
) -> None:
    room.work.tabs.show_part("plan")
    part = room.work.plan
    file = tmp_path / "plan.csv"
    file.write_text("Decision,Decision date,Key\nGrants,9 March 2027,perhaps\n", encoding="utf-8")
    part.read_file(file)
    qtbot.waitUntil(part.preview.isVisible, timeout=SOON)
    assert "neither yes nor no" in part.preview.lines.lines[0].words
    file.write_text("Decision,Decision date,Key\nGrants,9 March 2027,yes\n", encoding="utf-8")
    part.read_file(file)
    qtbot.waitUntil(part.preview.accept.isEnabled, timeout=SOON)
    part.preview.accept.trigger()
    council = the_store(room).councils.list()[0]
    assert [one.title for one in the_store(room).plan_entries.list(council.id)] == ["Grants"]


def test_work_that_two_committees_plan_is_shown_side_by_side(room: ProgrammePage) -> None:
    store = the_store(room)
    council = store.councils.list()[0]
    other = Committee(CommitteeId(a_key()), "Health Scrutiny Committee", council.id)
    theirs = a_programme([an_entry("Foster care", MARCH)], committee=other.id)

    def write(store: Store) -> None:
        store.committees.write(other)
        store.programmes.write(theirs)

    assert room.work.twice.table.model().rowCount() == 0
    room.do("Another committee", write)
    room.work.tabs.show_part("twice")
    assert room.work.twice.table.model().rowCount() == 1
    assert room.work.twice.claims.lines[0].below == "Health Scrutiny Committee: health"
    place = Place(Room.PROGRAMME, detail=theirs.items[0].id)
    room.show_place(place)
    assert room.committee.currentText() == "Health Scrutiny Committee"
    first = next(one for one in store.committees.list() if one.id != other.id)
    room.session.choose(first.id)
    assert room.committee.currentText() == first.name
    room.show_place(place)
    assert room.desk.item == theirs.items[0]
