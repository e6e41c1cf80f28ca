"""A meeting is minuted by keyboard: the roll, points and resolutions, a vote, the document."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import ItemKind
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.minutes import Attendance, point_label
from scrutiny_app.domain.minutes.noted_minutes import NotedMinutes
from scrutiny_app.domain.minutes.vote import VoteKind
from scrutiny_app.domain.typed_clock import typed_clock
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.minutes.attendance_tab import AttendanceTab
from scrutiny_app.ui.meeting.minutes.minutes_tab import MinutesTab
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.lettered_field import LetteredField
from scrutiny_app.ui.widgets.status_list import State
from tests.ui.keys import press, type_words

SOON = 20_000


def shown(window: MainWindow, part: str) -> MeetingTab:
    assert window.session is not None
    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id, part))
    assert isinstance(window.page, MeetingPage)
    return window.page.tab


def noted(tab: MeetingTab) -> NotedMinutes:
    return tab.session.store.minutes.read(tab.desk.agenda.meeting.id)


def test_the_roll_is_called_with_single_letters_and_the_quorum_follows(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "attendance")
    assert isinstance(tab, AttendanceTab)
    assert tab.quorum.lines[0].state is State.AHEAD
    members = [one.id for one in tab.desk.agenda.members]
    tab.members.table.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_P)[: len(members)]:
        press(qtbot, meeting_window, key)
    attendance = noted(tab).attendance
    assert attendance[members[0]].attendance is Attendance.PRESENT
    assert tab.quorum.lines[0].state is not State.AHEAD
    assert tab.session.store.next_undo.endswith("attendance")


def test_a_substitute_is_typed_with_their_title_and_the_times_too(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "attendance")
    assert isinstance(tab, AttendanceTab)
    tab.members.table.setFocus()
    tab.members.table.selectRow(0)
    press(qtbot, meeting_window, Qt.Key.Key_S)
    tab.members.table.selectRow(0)
    tab.member.substitute.setFocus()
    type_words(qtbot, meeting_window, "Councillor Jo Bloggs")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    tab.member.arrived.setFocus()
    type_words(qtbot, meeting_window, "10.40")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    (first, *_) = tab.desk.agenda.members
    record = noted(tab).attendance[first.id]
    assert record.substitute is not None
    assert (record.substitute.title, record.substitute.name) == ("Councillor", "Jo Bloggs")
    assert record.arrived == time(10, 40)
    tab.member.left.setFocus()
    type_words(qtbot, meeting_window, "late")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    assert noted(tab).attendance[first.id].left is None
    assert "not a time of day" in tab.member._left._problem.text()


def test_points_and_resolutions_are_typed_a_line_each_and_lettered(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    tab.editor.raised.setFocus()
    type_words(qtbot, meeting_window, "Caseloads have fallen")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    type_words(qtbot, meeting_window, "Agency staff remain")
    tab.editor.resolutions.setFocus()
    type_words(qtbot, meeting_window, "note the report")
    press(qtbot, meeting_window, Qt.Key.Key_Down, "Control")
    item = tab.desk.agenda.items[0]
    minute = noted(tab).minutes[item.id]
    assert minute.raised == ("Caseloads have fallen", "Agency staff remain")
    assert minute.resolutions == ("note the report",)
    assert tab.session.store.next_undo == f"Minute {item.title}"
    assert tab.table.currentIndex().row() in (0, 1)


def test_absent_members_are_never_minuted_as_no_apologies_and_what_is_unwritten_is_told(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "attendance")
    assert isinstance(tab, AttendanceTab)
    tab.members.table.setFocus()
    press(qtbot, meeting_window, Qt.Key.Key_A)
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    kinds = [item.kind for item in tab.desk.agenda.items]
    tab.table.selectRow(kinds.index(ItemKind.APOLOGIES))
    assert not tab.editor.usual.isEnabled()
    assert "name here whoever was absent" in tab.editor.text.placeholderText()
    tab.editor.usual.trigger()
    assert tab.editor.text.toPlainText() == ""
    assert tab.checks.lines[-1].words == f"Items to write: {len(kinds)}"


def test_a_minute_that_denies_an_apology_noted_later_is_told(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    kinds = [item.kind for item in tab.desk.agenda.items]
    tab.table.selectRow(kinds.index(ItemKind.APOLOGIES))
    tab.editor.usual.trigger()
    assert tab.editor.text.toPlainText() != ""
    assert "Apologies" not in [line.words for line in tab.checks.lines]
    roll = shown(meeting_window, "attendance")
    assert isinstance(roll, AttendanceTab)
    roll.members.table.setFocus()
    press(qtbot, meeting_window, Qt.Key.Key_A)
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    assert "Apologies" in [line.words for line in tab.checks.lines]


def test_letters_skip_headings_and_lines_of_a_list_and_go_on_past_z(
    theme: Theme, qtbot: QtBot
) -> None:
    field = LetteredField(theme, lambda place: f"{point_label(place)})", "")
    qtbot.addWidget(field)
    field.setPlainText("### Attendance\nFirst\n- of two\nSecond\n" + "\n".join(["More"] * 25))
    labels = field.labels()
    assert labels[:4] == ["", "a)", "", "b)"]
    assert labels[-1] == "aa)"
    field.begin_after(2)
    assert field.labels()[1] == "c)"


def test_a_vote_that_cannot_be_is_refused_and_a_good_one_is_noted(
    meeting_window: MainWindow,
) -> None:
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    votes = tab.editor.votes
    votes.open()
    votes.add.click()
    assert "Say what was voted on" in votes.problem.text()
    form = tab.editor._vote_form
    form.motion.setText("to ask for a report")
    form.counts[0].setValue(4)
    form.counts[1].setValue(1)
    votes.add.click()
    (vote,) = noted(tab).minutes[tab.desk.agenda.items[0].id].votes
    assert (vote.kind, vote.in_favour, vote.against) == (VoteKind.SHOW_OF_HANDS, 4, 1)
    assert votes.heading.text() == "Votes (1)"


def test_the_minutes_are_written_as_a_word_document(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    tab.editor.text.setPlainText("The Director presented the report.")
    target = tmp_path / "minutes.docx"
    tab.write_minutes(target)
    qtbot.waitUntil(lambda: target.exists() and not meeting_window.jobs.busy, timeout=SOON)
    words = "\n".join(one.text for one in docx.Document(str(target)).paragraphs)
    assert "The Director presented the report." in words


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("10.32", time(10, 32)),
        ("10:32 am", time(10, 32)),
        ("2.15pm", time(14, 15)),
        ("12 noon", time(12)),
        ("12.05 am", time(0, 5)),
        ("1415", time(14, 15)),
    ],
)
def test_a_time_is_typed_in_any_usual_form(typed: str, clock: time) -> None:
    assert typed_clock(typed) == clock


@pytest.mark.parametrize("typed", ["late", "25.00", "13.00 pm", "10.61", ""])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(WrongInput):
        typed_clock(typed)
