"""Nothing is offered twice on a page, and a state has one word wherever it is shown."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meetings.meetings_page import MeetingsPage
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.chip import Chip
from tests.ui.meeting.agendas import SOON, meeting_page, publish


def offered_twice(window: MainWindow) -> list[str]:
    """The words of the buttons that the page shows more than once."""
    buttons = window.page.findChildren(QPushButton)
    words = Counter(one.accessibleName() or one.text() for one in buttons if one.isVisible())
    return [word for word, times in words.items() if times > 1]


def test_no_room_offers_the_same_thing_twice_while_it_is_empty(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    page = meeting_page(meeting_window)
    assert meeting_window.session is not None
    meeting_window.session.write(
        "Remove it", lambda store: store.meetings.remove(page.desk.agenda.meeting.id)
    )
    for entry in meeting_window.entries():
        meeting_window.go(Place(entry.room))
        qtbot.wait(10)
        assert offered_twice(meeting_window) == [], entry.room


def test_a_new_meeting_is_offered_in_the_calendar_too(meeting_window: MainWindow) -> None:
    page = meeting_page(meeting_window)
    assert meeting_window.session is not None
    meeting_window.session.write(
        "Remove it", lambda store: store.meetings.remove(page.desk.agenda.meeting.id)
    )
    meeting_window.go(Place(Room.MEETINGS, part="calendar"))
    shown = [one.text() for one in meeting_window.page.findChildren(QPushButton) if one.isVisible()]
    assert any("New meeting" in words for words in shown)


def test_a_meeting_stands_in_the_same_words_in_its_list_and_on_its_page(
    qtbot: QtBot, meeting_window: MainWindow
) -> None:
    for word in ("Planned", "Agenda published"):
        chip = meeting_page(meeting_window).head.chip
        # The chip waits for a page that is wide enough
        qtbot.waitUntil(partial(_says, chip, word), timeout=SOON)
        meeting_window.go(Place(Room.MEETINGS))
        listed = meeting_window.page
        assert isinstance(listed, MeetingsPage)
        listed.list.search.setText(word)
        assert listed.list.table.model().rowCount() == 1
        if word == "Planned":
            publish(meeting_window)


def _says(chip: Chip, word: str) -> bool:
    return chip.word.startswith(word)
