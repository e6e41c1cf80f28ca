"""What an officer has typed survives a full disk, a bad time, and changes made elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.ui.app import catch_faults
from scrutiny_app.ui.committees.committees_page import CommitteesPage
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.details_tab import DetailsTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.minutes.attendance_tab import AttendanceTab
from scrutiny_app.ui.meeting.minutes.minutes_tab import MinutesTab
from scrutiny_app.ui.place import Place, Room
from tests.build import clock
from tests.store.workspaces import read
from tests.ui.keys import press, type_words


def shown(window: MainWindow, part: str) -> MeetingTab:
    assert window.session is not None
    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id, part))
    assert isinstance(window.page, MeetingPage)
    return window.page.tab


def details(window: MainWindow) -> DetailsTab:
    tab = shown(window, "details")
    assert isinstance(tab, DetailsTab)
    return tab


def change_elsewhere(window: MainWindow) -> None:
    """Write something that no field here shows, as a job that ends does."""
    assert window.session is not None
    (council,) = window.session.store.councils.list()
    after = replace(council, name=f"{council.name} again")
    window.session.write("Rename a council", lambda store: store.councils.write(after))


@contextmanager
def a_full_disk() -> Iterator[None]:
    """Refuse to let any file grow past a few bytes."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_what_a_full_disk_refused_stays_in_its_field_and_is_written_later(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = details(meeting_window)
    tab.place.setFocus()
    tab.place.selectAll()
    type_words(qtbot, meeting_window, "The Old Hall")
    with a_full_disk():
        press(qtbot, meeting_window, Qt.Key.Key_Tab)
        assert tab.place.text() == "The Old Hall"
        assert meeting_window.page.strip.isVisible()
        meeting_window.close()
        assert meeting_window.isVisible()
    assert tab.desk.agenda.meeting.place != "The Old Hall"
    change_elsewhere(meeting_window)
    assert tab.place.text() == "The Old Hall"
    meeting_window.go(Place(Room.TODAY))
    meeting_window.go(Place(Room.MEETING, tab.desk.agenda.meeting.id, "details"))
    assert tab.desk.agenda.meeting.place == "The Old Hall"
    assert not meeting_window.page.strip.isVisible()


def test_a_time_that_is_none_does_not_hinder_the_fields_beside_it(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "attendance")
    assert isinstance(tab, AttendanceTab)
    sitting = tab.sitting
    sitting.started.setFocus()
    type_words(qtbot, meeting_window, "soon")
    sitting.signed_by.setFocus()
    type_words(qtbot, meeting_window, "Jo Field")
    tab.settle()
    assert sitting.started.text() == "soon"
    noted = tab.session.store.minutes.read(tab.desk.agenda.meeting.id).sitting
    assert (noted.started_at, noted.signed_by) == (None, "Jo Field")


def test_a_change_made_elsewhere_leaves_half_typed_words_alone(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "attendance")
    assert isinstance(tab, AttendanceTab)
    for field in (tab.sitting.presiding, tab.sitting.started, tab.sitting.approved):
        field.setFocus()
        type_words(qtbot, meeting_window, "25 ")
        field.settle()
        change_elsewhere(meeting_window)
        type_words(qtbot, meeting_window, "J")
        words = field.currentText() if field is tab.sitting.presiding else field.text()
        assert words == "25 J"


def test_an_empty_line_between_points_stays_while_the_next_is_typed(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = shown(meeting_window, "minutes")
    assert isinstance(tab, MinutesTab)
    field = tab.editor.raised
    field.setFocus()
    type_words(qtbot, meeting_window, "One")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    type_words(qtbot, meeting_window, "Two")
    field.settle()
    type_words(qtbot, meeting_window, "!")
    assert field.toPlainText() == "One\n\nTwo!"
    tab.editor.closing.setFocus()
    assert field.toPlainText() == "One\nTwo!"


def test_a_day_being_chosen_is_written_when_the_officer_goes_elsewhere(
    meeting_window: MainWindow,
) -> None:
    tab = details(meeting_window)
    tab.day.setFocus()
    tab.day.setDate(QDate(2027, 3, 4))
    meeting_window.menus.undo.trigger()
    assert tab.desk.agenda.meeting.held_on.month != 3
    tab.day.setDate(QDate(2027, 3, 4))
    meeting_window.go(Place(Room.TODAY))
    assert tab.session.store.meetings.list()[0].held_on.month == 3


def test_two_people_renamed_within_a_minute_are_two_steps(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    meeting_window.go(Place(Room.COMMITTEES, part="people"))
    page = meeting_window.page
    assert isinstance(page, CommitteesPage)
    people = page.people
    before = [one.name for one in page.session.store.people.list()]
    for row in (0, 1):
        people.table.selectRow(row)
        people.name.setFocus()
        press(qtbot, meeting_window, Qt.Key.Key_End)
        for letter in "xy":
            type_words(qtbot, meeting_window, letter)
            people.name.settle()
    assert page.session.store.next_undo == "Change a person"
    meeting_window.undo()
    names = [one.name for one in page.session.store.people.list()]
    assert sum(one.endswith("xy") for one in names) == 1
    meeting_window.undo()
    assert [one.name for one in page.session.store.people.list()] == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_backup_that_a_full_disk_does_not_let_be_noted_is_noted_with_the_next_change(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    window, file = meeting_window, tmp_path / "Kelsham.scrutiny-backup"
    assert window.session is not None
    # The child is there before the disk is full: only the window's own writing fails
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.backups.back_up(file)
    with a_full_disk():
        qtbot.waitUntil(window.page.strip.isVisible, timeout=20_000)
    assert file.is_file()
    assert "could not make a note of it" in window.page.strip.sentence.text()
    assert window.session.store.backups() == ()
    change_elsewhere(window)
    (noted,) = window.session.store.backups()
    assert noted.file == file
    assert window.backups.label.text().startswith("Last backup today")


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be renamed there")
def test_a_folder_moved_away_under_the_window_is_told_and_no_words_are_left_behind_unasked(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = details(meeting_window)
    tab.place.setFocus()
    tab.place.selectAll()
    type_words(qtbot, meeting_window, "The Old Hall")
    folder = tab.session.folder
    folder.rename(tmp_path / "elsewhere")
    tab.place.settle()
    assert "not where it was any more" in meeting_window.page.strip.sentence.text()
    meeting_window.go(Place(Room.TODAY))
    assert meeting_window.status.text() == "What you typed is not written yet"
    for leave in (meeting_window.close_workspace, meeting_window.close):
        meeting_window._warned = False
        leave()
        assert isinstance(meeting_window.page, MeetingPage)
        assert meeting_window.page.strip.sentence.text().startswith("What you typed last could not")
        meeting_window.go(Place(Room.TODAY))
    (tmp_path / "elsewhere").rename(folder)
    meeting_window.close()
    assert not meeting_window.isVisible()
    with read(folder) as store:
        assert store.meetings.list()[0].place == "The Old Hall"


def test_what_the_officer_can_put_right_is_said_on_the_page_and_is_no_fault_of_the_program(
    meeting_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_faults(meeting_window, clock)
    error = WorkspaceDamaged("A paper's file is missing from the workspace.")
    sys.excepthook(type(error), error, None)
    assert meeting_window.page.strip.sentence.text() == str(error)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
