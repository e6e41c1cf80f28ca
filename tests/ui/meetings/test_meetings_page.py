"""The room of meetings, by keyboard: plan one, find one, go through the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import AgendaItem
from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.ids import CommitteeId, CouncilId, ItemId
from scrutiny_app.jobs.plan_meeting import plan_meeting
from scrutiny_app.store.store import Store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meetings.labels import how_far
from scrutiny_app.ui.meetings.meetings_page import MeetingsPage
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.record_cells import CELL
from tests.build import a_key
from tests.ui.keys import press, type_words

HEALTH, HOMES = CommitteeId(a_key()), CommitteeId(a_key())


def plan(store: Store, committee: CommitteeId, day: date, place: str = "") -> None:
    store.agendas.write(plan_meeting(store, committee, day, time(10), place=place))


def a_year(store: Store) -> None:
    """Two committees; one that met in October and will meet in January and in February."""
    council = Council(CouncilId(a_key()), "Kelsham City Council")
    store.councils.write(council)
    store.committees.write(Committee(HEALTH, "Health Scrutiny Committee", council.id))
    store.committees.write(Committee(HOMES, "Homes Scrutiny Committee", council.id))
    plan(store, HEALTH, date(2026, 10, 21), "The Old Library")
    plan(store, HEALTH, date(2027, 1, 21), "Committee Room 2")
    plan(store, HEALTH, date(2027, 2, 18))
    plan(store, HOMES, date(2027, 1, 21), "Committee Room 1")


@pytest.fixture
def room(desk_window: MainWindow) -> MeetingsPage:
    assert desk_window.session is not None
    desk_window.session.write("Make a year", a_year)
    desk_window.go(Place(Room.MEETINGS))
    return the_room(desk_window)


def the_room(window: MainWindow) -> MeetingsPage:
    page = window.page
    assert isinstance(page, MeetingsPage)
    return page


def listed(page: MeetingsPage) -> list[str]:
    model = page.list.table.model()
    return [
        f"{model.index(row, 0).data()}, {model.index(row, 1).data()}"
        for row in range(model.rowCount())
    ]


def test_without_a_committee_the_room_leads_to_the_committees(
    desk_window: MainWindow, qtbot: QtBot
) -> None:
    desk_window.go(Place(Room.MEETINGS))
    page = the_room(desk_window)
    assert page.first.isVisible()
    page.committees.trigger()
    assert desk_window.page.room is Room.COMMITTEES


def test_the_next_meeting_stands_first_and_the_past_is_a_choice_away(room: MeetingsPage) -> None:
    assert listed(room)[0] == "Thursday 21 January 2027, Health Scrutiny Committee"
    assert len(listed(room)) == 3
    assert room.head.below.text().endswith("next on Thursday 21 January 2027, 10.00 am")
    room.list.span.setCurrentIndex(1)
    room.list.span.activated.emit(1)
    assert listed(room) == ["Wednesday 21 October 2026, Health Scrutiny Committee"]


def test_meetings_are_found_by_words_sorted_and_opened_by_keyboard(
    room: MeetingsPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, desk_window, Qt.Key.Key_F, "Control")
    type_words(qtbot, desk_window, "room january")
    assert len(listed(room)) == 2
    room.list.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert listed(room)[0].endswith("Homes Scrutiny Committee")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    room.list.table.selectRow(0)
    asked: list[Place] = []
    room.wants.connect(asked.append)
    press(qtbot, desk_window, Qt.Key.Key_Return)
    (homes,) = room.session.store.meetings.of(HOMES)
    assert asked == [Place(Room.MEETING, homes.id)]


def test_one_committee_alone_is_shown_when_it_is_chosen(room: MeetingsPage) -> None:
    room.session.choose(HOMES)
    assert listed(room) == ["Thursday 21 January 2027, Homes Scrutiny Committee"]


def test_a_meeting_is_planned_by_keyboard_and_the_last_day_to_publish_is_shown(
    room: MeetingsPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    room.session.choose(HEALTH)
    press(qtbot, desk_window, Qt.Key.Key_N, "Control")
    form = room.form
    assert form.day.hasFocus()
    assert form.day.day == date(2027, 3, 18)
    assert form.place.text() == "Committee Room 2"
    assert "Publish by 5.00 pm on Wednesday 10 March 2027" in form.notice.sentence.text()
    assert "Draft reports" in form.notice.due.text()
    form.place.setFocus()
    form.place.selectAll()
    type_words(qtbot, desk_window, "The Guildhall")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    planned = room.session.store.meetings.of(HEALTH)[-1]
    assert (planned.held_on, planned.place) == (date(2027, 3, 18), "The Guildhall")
    agenda = room.session.store.agendas.read(planned.id)
    assert [item.title for item in agenda.items] == [
        "Apologies for absence",
        "Declarations of interest",
        "Minutes of the last meeting",
        "Work programme",
    ]
    assert desk_window.page.room is Room.MEETING


def test_a_day_that_is_too_near_taken_or_no_working_day_is_said_while_it_is_chosen(
    room: MeetingsPage,
) -> None:
    room.session.choose(HEALTH)
    room.new.trigger()
    form = room.form
    form.day.show_day(date(2027, 1, 10))
    assert form.notice.sentence.text().startswith("The last moment to publish was")
    assert "Sunday 10 January 2027 is no working day" in form.notice.sentence.text()
    form.day.show_day(date(2027, 1, 21))
    assert not form.ready.isEnabled()
    form.day.show_day(date(2027, 4, 15))
    assert form.ready.isEnabled()


def test_a_new_meeting_may_begin_with_the_business_of_the_last(room: MeetingsPage) -> None:
    store = room.session.store
    last = store.agendas.read(store.meetings.of(HEALTH)[-1].id)
    business = AgendaItem(ItemId(a_key()), "Hospital discharge", report_of="Director of Health")
    items = (*last.items[:3], business, *last.items[3:])
    room.session.write("Add", lambda one: one.agendas.write(replace(last, items=items)))
    room.session.choose(HEALTH)
    room.new.trigger()
    room.form.begins.setCurrentIndex(1)
    room.form.ready.click()
    planned = store.agendas.read(store.meetings.of(HEALTH)[-1].id)
    assert [item.title for item in planned.items][3:] == ["Hospital discharge", "Work programme"]
    assert planned.items[3].report_of == "Director of Health"
    assert planned.items[3].id != business.id


def test_in_large_text_the_counts_give_way_to_the_committee(
    room: MeetingsPage, desk_window: MainWindow
) -> None:
    table = room.list.table
    assert not table.isColumnHidden(5)
    desk_window.theme.resize_text(200)
    desk_window.resize(1_366, 740)
    QApplication.processEvents()
    assert table.isColumnHidden(5)
    assert table.columnWidth(1) > 200


def test_a_meeting_is_removed_and_comes_back_by_undo(
    room: MeetingsPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    room.list.table.setFocus()
    room.list.table.selectRow(0)
    press(qtbot, desk_window, Qt.Key.Key_Delete)
    assert len(listed(room)) == 2
    press(qtbot, desk_window, Qt.Key.Key_Z, "Control")
    assert len(listed(room)) == 3


def test_the_calendar_is_walked_by_keys_and_each_day_speaks(
    room: MeetingsPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    room.tabs.show_part("calendar")
    grid = room.calendar.grid
    grid.setFocus()
    QAbstractItemModelTester(grid.days, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert grid.day == date(2027, 1, 5)
    press(qtbot, desk_window, Qt.Key.Key_Down)
    press(qtbot, desk_window, Qt.Key.Key_Down)
    for _ in range(2):
        press(qtbot, desk_window, Qt.Key.Key_Right)
    assert grid.day == date(2027, 1, 21)
    said = grid.days.data(grid.currentIndex(), int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == (
        "Thursday 21 January 2027, 10.00 am Health Scrutiny Committee, planned, "
        "10.00 am Homes Scrutiny Committee, planned"
    )
    press(qtbot, desk_window, Qt.Key.Key_PageDown)
    assert room.calendar.title.text() == "February 2027"
    press(qtbot, desk_window, Qt.Key.Key_Left)
    press(qtbot, desk_window, Qt.Key.Key_Left)
    press(qtbot, desk_window, Qt.Key.Key_Left)
    asked: list[Place] = []
    room.wants.connect(asked.append)
    press(qtbot, desk_window, Qt.Key.Key_Return)
    second = room.session.store.meetings.of(HEALTH)[-1]
    assert asked == [Place(Room.MEETING, second.id)]


def test_a_year_on_one_sheet_has_a_row_for_each_month(room: MeetingsPage, qtbot: QtBot) -> None:
    room.tabs.show_part("calendar")
    room.calendar.span.setCurrentIndex(1)
    room.calendar.span.activated.emit(1)
    days = room.calendar.grid.days
    assert (days.rowCount(), days.columnCount()) == (12, 31)
    assert days.day(1, 28) is None
    christmas = days.data(days.index(11, 26), int(Qt.ItemDataRole.AccessibleTextRole))
    assert str(christmas).startswith("Monday 27 December 2027, Christmas Day")


def test_a_year_is_planned_from_a_rule_by_keyboard_with_one_date_moved_and_one_left_out(
    room: MeetingsPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    room.session.choose(HEALTH)
    desk_window.go(Place(Room.MEETINGS, part="year"))
    part = room.year
    assert part.rule.between == (date(2027, 5, 15), date(2028, 5, 14))
    assert part.words.text() == "The third Thursday of each month but August."
    part.rule.which.setFocus()
    press(qtbot, desk_window, Qt.Key.Key_Home)
    part.rule.weekday.setFocus()
    press(qtbot, desk_window, Qt.Key.Key_Home)
    assert part.words.text() == "The first Monday of each month but August."
    assert len(part.plan.days) == 11
    part.table.setFocus()
    part.table.selectRow(10)
    assert part.plan.lines[10].proposed.day == date(2028, 5, 1)
    assert "May Day" in str(part.table.model().index(10, 0).data(CELL))
    part.actions_here[2].trigger()
    assert part.plan.lines[10].proposed.day == date(2028, 5, 2)
    part.table.selectRow(0)
    press(qtbot, desk_window, Qt.Key.Key_Space)
    press(qtbot, desk_window, Qt.Key.Key_Down)
    press(qtbot, desk_window, Qt.Key.Key_Down, "Alt")
    assert part.card.aside.text() == "10 of 11 taken \N{MIDDLE DOT} 1 to look at"
    part.ready.setFocus()
    press(qtbot, desk_window, Qt.Key.Key_Space)
    days = [one.held_on for one in room.session.store.meetings.of(HEALTH)]
    assert days[3:5] == [date(2027, 7, 6), date(2027, 9, 6)]
    assert (len(days), days[-1]) == (13, date(2028, 5, 2))
    assert room.tabs.isVisible()
    press(qtbot, desk_window, Qt.Key.Key_Z, "Control")
    assert len(room.session.store.meetings.of(HEALTH)) == 3


def test_dates_that_clash_or_are_too_close_say_so(room: MeetingsPage) -> None:
    room.session.choose(HOMES)
    room.plan_year.trigger()
    part = room.year
    part.rule.kind.setCurrentIndex(1)
    part.rule.kind.activated.emit(1)
    part.rule.every.setValue(1)
    part.rule.first.show_day(date(2027, 2, 11))
    part.rule.last.show_day(date(2027, 2, 20))
    said = [str(part.table.model().index(row, 0).data(CELL)) for row in range(2)]
    assert "Health Scrutiny Committee meets on Thursday 18 February 2027" in said[1]
    assert "7 days from the meeting" in said[1]
    part.rule.last.show_day(date(2027, 1, 1))
    assert part.words.text().startswith("The last day is before the first.")
    assert not part.ready.isEnabled()


@pytest.mark.parametrize("height", [30, 60, 120])
def test_a_meeting_is_seen_in_a_row_of_any_height(room: MeetingsPage, height: int) -> None:
    room.tabs.show_part("calendar")
    grid, tokens = room.calendar.grid, room.theme.tokens
    picture = QImage(180, height, QImage.Format.Format_RGB32)
    option = QStyleOptionViewItem()
    option.rect = picture.rect()
    painter = QPainter(picture)
    index = grid.days.index(*grid.days.place(date(2027, 1, 21)))
    grid.itemDelegate().paint(painter, option, index)
    painter.end()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 180, 3) for y in range(0, height, 2)}
    # A meeting, or how many there are
    assert seen & {tokens.accent_soft, tokens.hover}


def test_the_calendar_is_exported_for_the_committee_that_is_shown(
    room: MeetingsPage, tmp_path: Path
) -> None:
    room.session.choose(HOMES)
    room.export_to(tmp_path / "homes")
    text = (tmp_path / "homes.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert "Homes Scrutiny Committee" in text
    room.export_to(tmp_path / "nowhere" / "homes.ics")
    assert room.strip.isVisible()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 1, 5), "today"),
        (date(2027, 1, 6), "tomorrow"),
        (date(2027, 1, 15), "in 10 days"),
        (date(2026, 12, 1), "5 weeks ago"),
        (date(2027, 5, 5), "in 4 months"),
    ],
)
def test_how_far_off_a_day_is_in_words(day: date, words: str) -> None:
    assert how_far(day, date(2027, 1, 5)) == words
