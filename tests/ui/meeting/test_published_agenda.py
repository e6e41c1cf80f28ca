"""A published agenda is changed in the window: what would alter it is asked about first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.store.store import Store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.publication.publication_tab import PublicationTab
from tests.build import a_pdf
from tests.ui.keys import press, type_words
from tests.ui.meeting.agendas import SOON, agenda_tab, publish, stored, titles


def test_a_published_agenda_is_altered_only_when_the_officer_says_so(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    agenda = stored(meeting_window)
    publish(meeting_window)
    tab.tree.choose(agenda.items[2].id)
    title = tab.editor.items.title
    title.setText("Another matter")
    title.settle()
    assert titles(meeting_window)[2] == "Further item 1"
    assert tab.question.isVisible()
    assert "published" in tab.question.sentence.text()
    tab.question.no.click()
    assert title.text() == "Further item 1"
    title.setText("Another matter")
    title.settle()
    tab.question.yes.click()
    assert titles(meeting_window)[2] == "Another matter"
    assert "Accepted" in tab.session.store.history(1)[0].name


def test_a_late_paper_is_told_with_the_way_to_where_it_is_issued(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path
) -> None:
    tab = agenda_tab(meeting_window)
    publish(meeting_window)
    tab.tree.choose(stored(meeting_window).items[2].id)
    tab.deeds.add_files([a_pdf(tmp_path)])
    strip = tab.desk.page.strip
    qtbot.waitUntil(strip.way.isVisible, timeout=SOON)
    assert strip.sentence.text().endswith("has come. Issue it with a supplement.")
    qtbot.mouseClick(strip.way, Qt.MouseButton.LeftButton)
    assert isinstance(tab.desk.page.tab, PublicationTab)


def test_the_question_about_what_was_published_takes_no_letter_of_what_is_being_typed(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    publish(meeting_window)
    tab.tree.choose(stored(meeting_window).items[2].id)
    title = tab.editor.items.title
    title.setFocus()
    press(qtbot, meeting_window, Qt.Key.Key_End)
    type_words(qtbot, meeting_window, " of")
    qtbot.waitUntil(tab.question.isVisible, timeout=SOON)
    type_words(qtbot, meeting_window, " x")
    assert title.hasFocus()
    assert title.text() == "Further item 1 of x"
    for _ in " of x":
        press(qtbot, meeting_window, Qt.Key.Key_Backspace)
    qtbot.waitUntil(tab.question.isHidden, timeout=SOON)
    assert titles(meeting_window)[2] == "Further item 1"
    type_words(qtbot, meeting_window, "2")
    qtbot.waitUntil(tab.question.isVisible, timeout=SOON)
    press(qtbot, meeting_window, Qt.Key.Key_Y, "Alt")
    qtbot.waitUntil(tab.question.isHidden, timeout=SOON)
    assert titles(meeting_window)[2] == "Further item 12"
    tab.tree.setFocus()
    press(qtbot, meeting_window, Qt.Key.Key_Delete)
    assert tab.question.no.hasFocus()


def test_what_waits_for_a_word_is_done_to_the_agenda_as_it_stands_or_left_with_its_meeting(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    tab = agenda_tab(meeting_window)
    publish(meeting_window)
    title = tab.editor.items.title
    tab.tree.choose(stored(meeting_window).items[2].id)
    title.setText("Bus routes")
    title.settle()
    session = tab.session
    first = replace(stored(meeting_window).items[0], purpose="By the clerk")
    session.write("From elsewhere", lambda store: store.agendas.write(_with_first(store, first)))
    tab.question.yes.click()
    assert titles(meeting_window)[2] == "Bus routes"
    assert stored(meeting_window).items[0].purpose == "By the clerk"
    title.setText("Trams")
    title.settle()
    assert tab.question.isVisible()
    tab.changes.show_meeting(MeetingId("another"))
    assert tab.question.isHidden()
    assert "was not done" in meeting_window.page.strip.sentence.text()
    assert titles(meeting_window)[2] == "Bus routes"


def _with_first(store: Store, item: AgendaItem) -> Agenda:
    agenda = store.agendas.read(store.meetings.list()[0].id)
    return replace(agenda, items=(item, *agenda.items[1:]))
