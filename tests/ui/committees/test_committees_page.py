"""The room of committees, by keyboard: a council, a committee, its members and what it keeps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.committee import Committee, Nation, Role, Seat, VotingScope
from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.membership import seated_on
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.committees_page import CommitteesPage
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.status_list import State
from tests.store.workspaces import a_loaded_meeting, a_workspace
from tests.ui.keys import press, type_words

TODAY = date(2027, 1, 5)


def the_room(window: MainWindow, part: str = "") -> CommitteesPage:
    window.go(Place(Room.COMMITTEES, part=part))
    page = window.page
    assert isinstance(page, CommitteesPage)
    return page


@pytest.fixture
def room(desk_window: MainWindow) -> CommitteesPage:
    """The room in a workspace with nothing in it."""
    return the_room(desk_window)


@pytest.fixture
def set_up(room: CommitteesPage, desk_window: MainWindow, qtbot: QtBot) -> CommitteesPage:
    """The same after the first form and three members, all by keyboard."""
    type_words(qtbot, desk_window, "Kelsham City Council")
    press(qtbot, desk_window, Qt.Key.Key_Tab)
    press(qtbot, desk_window, Qt.Key.Key_Down)
    press(qtbot, desk_window, Qt.Key.Key_Tab)
    type_words(qtbot, desk_window, "Health Scrutiny Committee")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    for name in ("Rosalind Attwater", "Imran Sadique", "Femi Adelakun"):
        type_words(qtbot, desk_window, name)
        press(qtbot, desk_window, Qt.Key.Key_Return)
    return room


def the_store(page: CommitteesPage) -> Store:
    return page.session.store


def the_committee(page: CommitteesPage) -> Committee:
    (committee,) = the_store(page).committees.list()
    return committee


def names(page: CommitteesPage) -> list[str]:
    ever = the_store(page).memberships.ever(the_committee(page).id)
    return [one.person.name for one in seated_on(ever, TODAY)]


def spoken(widget: QWidget) -> str:
    """Every word that stands on a widget."""
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_an_empty_workspace_asks_for_council_and_committee_in_one_form(
    room: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    assert room.form.isVisible()
    assert room.form.council.hasFocus()
    press(qtbot, desk_window, Qt.Key.Key_Return)
    assert "Type the council's name." in spoken(room.form)
    assert the_store(room).councils.list() == ()


def test_a_council_a_committee_and_three_members_are_made_by_keyboard(
    set_up: CommitteesPage, desk_window: MainWindow
) -> None:
    council = the_store(set_up).councils.by_name("Kelsham City Council")
    assert council is not None
    assert council.nation is Nation.WALES
    assert set_up.head.headline.text() == "Health Scrutiny Committee"
    assert names(set_up) == ["Rosalind Attwater", "Imran Sadique", "Femi Adelakun"]
    assert set_up.members.says.text() == (
        "3 members may vote on everything; the quorum is 3. The chair is vacant."
    )
    assert the_store(set_up).history()[-1].name == "Set up Health Scrutiny Committee"
    assert desk_window.menus.undo.text() == "&Undo: Add Councillor Femi Adelakun"


def test_alt_up_and_down_change_the_printed_order_below_the_chair(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    part = set_up.members
    part.table.setFocus()
    part.table.selectRow(2)
    press(qtbot, desk_window, Qt.Key.Key_Up, "Alt")
    assert names(set_up) == ["Rosalind Attwater", "Femi Adelakun", "Imran Sadique"]
    part.member.role.chosen.emit(Role.CHAIR)
    assert names(set_up) == ["Femi Adelakun", "Rosalind Attwater", "Imran Sadique"]
    part.table.selectRow(1)
    press(qtbot, desk_window, Qt.Key.Key_Up, "Alt")
    assert names(set_up)[0] == "Femi Adelakun"
    press(qtbot, desk_window, Qt.Key.Key_Delete)
    assert "Rosalind Attwater" not in names(set_up)


def test_two_in_the_chair_are_told_where_the_members_stand_until_one_term_is_ended(
    set_up: CommitteesPage,
) -> None:
    part = set_up.members
    assert not part.odd.isVisible()
    for name in ("Imran Sadique", "Femi Adelakun"):
        part.table.selectRow(names(set_up).index(name))
        part.member.role.show_value(Role.CHAIR)
        part.member.role.chosen.emit(Role.CHAIR)
    assert part.odd.isVisible()
    (line,) = part.odd.lines
    assert line.state is State.WARNING
    assert "are both in the chair at all times" in line.words
    assert line.words in spoken(part.card)
    part.member.role.show_value(Role.MEMBER)
    part.member.role.chosen.emit(Role.MEMBER)
    assert not part.odd.isVisible()


def test_somebody_who_leaves_is_given_a_last_day_and_is_still_listed_before_it(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    part = set_up.members
    part.table.selectRow(1)
    part.member.last.setFocus()
    type_words(qtbot, desk_window, "31/12/26")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    assert names(set_up) == ["Rosalind Attwater", "Femi Adelakun"]
    part.day.show_day(date(2026, 12, 31))
    assert part.table.model().rowCount() == 3
    part.table.selectRow(1)
    part.member.last.setFocus()
    part.member.last.selectAll()
    type_words(qtbot, desk_window, "soon")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    assert '"soon" is not a day' in spoken(part.member)


def test_a_co_optee_is_given_no_vote_until_one_is_chosen(set_up: CommitteesPage) -> None:
    part, store, committee = set_up.members, the_store(set_up), the_committee(set_up)
    part.table.selectRow(2)
    part.member.seat.chosen.emit(Seat.CO_OPTEE)
    assert seated_on(store.memberships.ever(committee.id), TODAY)[2].voting is VotingScope.NONE
    part.member.voting.chosen.emit(VotingScope.EDUCATION)
    last = seated_on(store.memberships.ever(committee.id), TODAY)[2]
    assert (last.seat, last.voting) == (Seat.CO_OPTEE, VotingScope.EDUCATION)


def test_quorum_term_notice_and_deadlines_are_written_as_they_are_changed(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    set_up.tabs.show_part("committee")
    part = set_up.committee
    part.minimum.setFocus()
    part.minimum.selectAll()
    type_words(qtbot, desk_window, "5")
    press(qtbot, desk_window, Qt.Key.Key_Tab)
    part.notice.extra.setValue(2)
    part.notice.days[DeadlineKind.FINAL_REPORTS].setValue(4)
    part.last.setFocus()
    type_words(qtbot, desk_window, "31 March 2028")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    committee = the_committee(set_up)
    assert committee.quorum.minimum == 5
    assert committee.extra_notice == 2
    assert committee.valid_to == date(2028, 3, 31)
    assert the_store(set_up).deadlines.of(committee.id)[DeadlineKind.FINAL_REPORTS] == 4
    part.notice.give_up.trigger()
    assert the_store(set_up).deadlines.of(committee.id) == {}


def test_a_committee_keeps_standing_items_of_its_own_once_one_is_changed(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    set_up.tabs.show_part("standing")
    part, key = set_up.standing, the_committee(set_up).id
    assert "house style" in part.source.text()
    part.table.setFocus()
    part.table.selectRow(1)
    part.actions_here[0].trigger()
    type_words(qtbot, desk_window, "Public questions")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    own = the_store(set_up).standing_items.of(key)
    assert [item.title for item in own][1:3] == ["Declarations of interest", "Public questions"]
    part.table.setFocus()
    press(qtbot, desk_window, Qt.Key.Key_Up, "Alt")
    assert the_store(set_up).standing_items.of(key)[1].title == "Public questions"
    part.actions_here[-1].trigger()
    assert the_store(set_up).standing_items.of(key) == ()


def test_closed_days_are_added_as_a_stretch_and_taken_away_one_by_one(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    set_up.tabs.show_part("council")
    part = set_up.council
    part.first.setFocus()
    type_words(qtbot, desk_window, "29.12.2027")
    press(qtbot, desk_window, Qt.Key.Key_Tab)
    type_words(qtbot, desk_window, "31.12.2027")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    (council,) = the_store(set_up).councils.list()
    assert sorted(council.closed_days) == [date(2027, 12, day) for day in (29, 30, 31)]
    assert part.first.text() == part.last.text() == ""
    part.table.setFocus()
    part.table.selectRow(0)
    press(qtbot, desk_window, Qt.Key.Key_Delete)
    (council,) = the_store(set_up).councils.list()
    assert sorted(council.closed_days) == [date(2027, 12, day) for day in (30, 31)]


def test_people_are_renamed_wherever_they_sit_and_kept_while_they_sit(
    set_up: CommitteesPage, desk_window: MainWindow, qtbot: QtBot
) -> None:
    set_up.tabs.show_part("people")
    part = set_up.people
    part.name.setFocus()
    part.name.selectAll()
    type_words(qtbot, desk_window, "Femi Adelakun-Shaw")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    assert "Femi Adelakun-Shaw" in names(set_up)
    part.remove.trigger()
    assert "End the seat" in set_up.strip.sentence.text()


def test_a_committee_with_meetings_is_not_removed_and_one_without_is(
    meeting_window: MainWindow, qtbot: QtBot
) -> None:
    page = the_room(meeting_window, "committee")
    page.committee.remove.trigger()
    assert "Give it a last day instead" in page.strip.sentence.text()
    press(qtbot, meeting_window, Qt.Key.Key_N, "Control")
    type_words(qtbot, meeting_window, "Task and Finish Group")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    assert len(the_store(page).committees.list()) == 2
    page.meetings.trigger()
    assert meeting_window.page.room is Room.MEETINGS
    assert page.session.committee == page.key
    page = the_room(meeting_window)
    page.tabs.show_part("committee")
    page.committee.remove.trigger()
    assert len(the_store(page).committees.list()) == 1


def test_a_reader_sees_the_committee_and_can_change_nothing(
    main: MainWindow, tmp_path: Path
) -> None:
    with a_workspace(tmp_path) as store:
        a_loaded_meeting(store)
    main.read_workspace(tmp_path / "workspace")
    page = the_room(main)
    assert not page.new.isEnabled()
    assert not page.members.adding.isEnabled()
    assert not page.members.member.isEnabled()


def test_models_are_sound_and_every_control_has_a_name(set_up: CommitteesPage) -> None:
    for table in (set_up.members.table, set_up.standing.table, set_up.people.table):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for part in ("members", "committee", "standing", "council", "people"):
        set_up.tabs.show_part(part)
        QApplication.processEvents()
        nameless = [
            one
            for one in set_up.findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and not one.accessibleName()
        ]
        assert nameless == []


@pytest.mark.parametrize("percent", [100, 200])
def test_on_a_small_laptop_with_large_text_the_list_makes_room(
    set_up: CommitteesPage, desk_window: MainWindow, percent: int
) -> None:
    desk_window.theme.resize_text(percent)
    desk_window.resize(1_366, 740)
    QApplication.processEvents()
    assert set_up.list.isVisible() is (percent == 100)
