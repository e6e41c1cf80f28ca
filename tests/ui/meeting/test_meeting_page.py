"""The meeting page through the real window: its tabs, its head and its details."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QAbstractSpinBox, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.details_tab import DetailsTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.printing.print_dialog import PrintDialog
from tests.build import a_pdf
from tests.ui.keys import press, type_words
from tests.ui.meeting.agendas import (
    SOON,
    add_files,
    agenda_tab,
    meeting_page,
    publish,
    stored,
)


def meeting_of(window: MainWindow) -> MeetingId:
    assert window.session is not None
    return window.session.store.meetings.list()[0].id


def test_the_place_of_a_meeting_is_typed_and_kept_and_taken_back(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    page = meeting_page(meeting_window, "details")
    store = page.session.store
    before = store.meetings.get(meeting_of(meeting_window)).place
    tab = page.tab
    assert isinstance(tab, DetailsTab)
    tab.place.setFocus()
    tab.place.selectAll()
    type_words(qtbot, meeting_window, "The Old Hall")
    press(qtbot, meeting_window, Qt.Key.Key_Return)
    assert store.meetings.get(meeting_of(meeting_window)).place == "The Old Hall"
    assert store.next_undo == "Change the meeting's place"
    assert "The Old Hall" in page.head.below.text()
    press(qtbot, meeting_window, Qt.Key.Key_Z, "Control")
    assert store.meetings.get(meeting_of(meeting_window)).place == before
    assert tab.place.text() == before


def test_the_head_says_which_meeting_it_is(meeting_window: MainWindow) -> None:
    page = meeting_page(meeting_window)
    agenda = page.desk.agenda
    assert page.head.headline.text() == agenda.committee.name
    assert str(agenda.meeting.held_on.year) in page.head.below.text()
    assert page.head.chip.word.startswith("Planned")


@pytest.mark.parametrize("part", ["agenda", "details"])
def test_everything_that_can_be_reached_has_a_name(part: str, meeting_window: MainWindow) -> None:
    page = meeting_page(meeting_window, part)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parent(), QAbstractSpinBox)
    ]
    assert nameless == []


def test_a_meeting_that_is_not_there_any_more_says_what_to_do(meeting_window: MainWindow) -> None:
    page = meeting_page(meeting_window)
    meeting_window.go(Place(Room.MEETING, "no such key"))
    assert page.empty.isVisible()
    assert page.commands() == ()


def test_every_command_of_the_page_has_a_name(meeting_window: MainWindow) -> None:
    page = meeting_page(meeting_window)
    assert all(isinstance(one, QAction) and one.text() for one in page.commands())


def test_a_published_meeting_goes_on_on_another_day_with_its_papers(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    page = meeting_page(meeting_window, "details")
    store, old = page.session.store, meeting_of(meeting_window)
    tab = page.tab
    assert isinstance(tab, DetailsTab)
    assert not tab.standing.held.isVisible()
    assert not tab.standing.another.isVisible()
    publish(meeting_window)
    assert not tab.day.isEnabled()
    tab.standing.another.click()
    tab.standing.day.setDate(QDate(2027, 2, 4))
    tab.standing.move_on.click()
    assert store.next_undo == "Move the meeting to 4 February 2027"
    new = store.meetings.get(old).continued_as
    assert new is not None
    assert page.desk.agenda.meeting.id == new
    assert [item.title for item in store.agendas.read(new).items] == [
        item.title for item in store.agendas.read(old).items
    ]
    press(qtbot, meeting_window, Qt.Key.Key_Z, "Control")
    assert store.meetings.get(old).continued_as is None
    assert page.empty.isVisible()


def test_the_agenda_and_the_minutes_are_written_by_themselves_and_the_meeting_is_removed(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.fileName()))
    page = meeting_page(meeting_window, "details")
    tab = page.tab
    assert isinstance(tab, DetailsTab)
    tab.documents.write("agenda", tmp_path / "agenda.docx")
    tab.documents.write("minutes", tmp_path / "minutes.pdf")
    qtbot.waitUntil(lambda: opened == ["agenda.docx", "minutes.pdf"], timeout=SOON)
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
    tab.remove.trigger()
    assert page.session.store.meetings.list() == ()
    press(qtbot, meeting_window, Qt.Key.Key_Z, "Control")
    assert len(page.session.store.meetings.list()) == 1


def test_a_print_window_left_open_goes_with_its_workspace_and_so_does_its_child(
    meeting_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    tab.tree.choose(stored(meeting_window).items[1].id)
    add_files(qtbot, meeting_window, a_pdf(tmp_path, "Figures.pdf", text="figures"))
    tab.tree.choose(stored(meeting_window).items[1].papers[0].id)
    tab.card.print_.trigger()
    printing = tab.deeds.printing
    assert isinstance(printing, PrintDialog)
    qtbot.waitUntil(printing.print_.isEnabled, timeout=SOON)
    child = printing._reading.child
    with qtbot.waitSignal(printing.destroyed, timeout=SOON):
        meeting_window.close_workspace()
    assert not child.running


def test_a_pack_whose_building_was_cut_off_is_built_again_and_the_notice_goes(
    meeting_window: MainWindow, qtbot: QtBot
) -> None:
    page = meeting_page(meeting_window, "agenda")
    tab = agenda_tab(meeting_window)
    jobs = meeting_window.jobs
    page.build_action.trigger()
    qtbot.waitUntil(lambda: jobs._process is not None, timeout=SOON)
    assert jobs._process is not None
    jobs._process.kill()
    qtbot.waitUntil(page.strip.isVisible, timeout=SOON)
    assert "ended unexpectedly" in page.strip.sentence.text()
    page.build_action.trigger()
    qtbot.waitUntil(lambda: tab.pack.preview.reading.document is not None, timeout=SOON)
    assert not page.strip.isVisible()


def test_a_meeting_is_read_once_as_it_is_opened_and_again_when_something_was_changed(
    qtbot: QtBot, meeting_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[MeetingPage] = []
    refresh = MeetingPage.refresh

    def noted(page: MeetingPage) -> None:
        read.append(page)
        refresh(page)

    monkeypatch.setattr(MeetingPage, "refresh", noted)
    page = meeting_page(meeting_window)
    qtbot.wait(50)
    assert read == [page]
    page.session.committed.emit()
    assert len(read) == 2
    meeting_window.go(Place(Room.TODAY))
    page.session.committed.emit()
    assert len(read) == 2
    meeting_window.go(Place(Room.MEETING))
    assert len(read) == 3
