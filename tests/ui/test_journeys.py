"""A meeting from an empty workspace to printed minutes, by keys alone through the real window."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.minutes.minutes import Attendance
from scrutiny_app.domain.paper import Access
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.store.store import Store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Room
from scrutiny_app.ui.reader.reader_page import ReaderPage
from scrutiny_app.ui.search.search_page import SearchPage
from tests.build import a_pdf
from tests.ui.hands import Hands


@pytest.fixture
def hands(qtbot: QtBot, desk_window: MainWindow) -> Hands:
    return Hands(qtbot, desk_window)


def test_a_meeting_from_nothing_to_printed_minutes_by_keys_alone(
    hands: Hands, tmp_path: Path
) -> None:
    make_a_committee(hands)
    plan_a_meeting(hands)
    add_three_papers(hands, tmp_path)
    mark_one_exempt(hands)
    build_both_editions(hands)
    publish(hands)
    add_a_late_paper_and_issue_it(hands, tmp_path)
    call_the_roll(hands)
    type_minutes(hands, tmp_path)
    print_to_a_pdf(hands, tmp_path)
    read(hands)
    search(hands)


def store_of(hands: Hands) -> Store:
    assert hands.window.session is not None
    return hands.window.session.store


def agenda_of(hands: Hands) -> Agenda:
    (line,) = store_of(hands).meetings.list()
    return store_of(hands).agendas.read(line.id)


def make_a_committee(hands: Hands) -> None:
    hands.go("committees")
    hands.type("Kelsham City Council")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Tab)
    hands.enter("Health Scrutiny Committee")
    for name in ("Rosalind Attwater", "Imran Sadique", "Femi Adelakun"):
        hands.enter(name)
    (committee,) = store_of(hands).committees.list()
    assert committee.name == "Health Scrutiny Committee"
    assert len(store_of(hands).memberships.ever(committee.id)) == 3


def plan_a_meeting(hands: Hands) -> None:
    hands.go("meetings")
    hands.press(Qt.Key.Key_N, "Control")
    hands.alt("l")
    hands.enter("Committee Room 2, The Guildhall")
    assert hands.window.page.room is Room.MEETING
    agenda = agenda_of(hands)
    assert agenda.meeting.place == "Committee Room 2, The Guildhall"
    assert agenda.meeting.held_on.weekday() == 3
    assert len(agenda.items) >= 3


def add_three_papers(hands: Hands, folder: Path) -> None:
    hands.tab_to("Agenda")
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_N, "Control")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Title"
    hands.press(Qt.Key.Key_A, "Control")
    hands.enter("Children waiting for help")
    words = {"Report": "Families wait", "Appendix": "Figures of the year", "Contract": "The price"}
    files = [a_pdf(folder, f"{name}.pdf", pages=2, text=text) for name, text in words.items()]
    hands.press(Qt.Key.Key_A, "Control", "Shift")
    hands.file(*files)
    hands.until_idle(lambda: len(item_of(agenda_of(hands)).papers) == 3)


def item_of(agenda: Agenda) -> AgendaItem:
    return next(item for item in agenda.items if item.title == "Children waiting for help")


def mark_one_exempt(hands: Hands) -> None:
    hands.tab_to("Agenda")
    hands.press(Qt.Key.Key_End)
    hands.alt("a")
    hands.press(Qt.Key.Key_Down)
    hands.alt("p")
    for _ in range(2):
        hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    hands.alt("i")
    hands.type("The price would be known to those who bid.")
    hands.press(Qt.Key.Key_Tab)
    contract = item_of(agenda_of(hands)).papers[-1]
    assert (contract.title, contract.access) == ("Contract", Access.EXEMPT)
    assert contract.exempt is not None
    assert contract.exempt.paragraphs == (3,)


def build_both_editions(hands: Hands) -> None:
    hands.press(Qt.Key.Key_B, "Control")
    hands.until_idle(lambda: len(receipts(hands)) == 1)
    hands.tab_to("Edition")
    hands.press(Qt.Key.Key_Down)
    hands.tab_to("Password of the full edition")
    hands.type("a long enough secret")
    hands.press(Qt.Key.Key_B, "Control")
    hands.until_idle(lambda: len(receipts(hands)) == 2)
    assert {one.edition for one in receipts(hands)} == set(Edition)


def receipts(hands: Hands) -> tuple[PackReceipt, ...]:
    return tuple(store_of(hands).packs.list(agenda_of(hands).meeting.id))


def publish(hands: Hands) -> None:
    hands.press(Qt.Key.Key_PageUp, "Control")
    hands.tab_to("I have looked at the agenda")
    hands.press(Qt.Key.Key_Space)
    hands.alt("u")
    hands.until_idle(lambda: agenda_of(hands).meeting.standing is Standing.PUBLISHED)


def add_a_late_paper_and_issue_it(hands: Hands, folder: Path) -> None:
    hands.press(Qt.Key.Key_PageDown, "Control")
    hands.tab_to("Agenda")
    hands.press(Qt.Key.Key_End)
    hands.press(Qt.Key.Key_A, "Control", "Shift")
    hands.file(a_pdf(folder, "Late figures.pdf", pages=2, text="What came late"))
    hands.until_idle(lambda: len(item_of(agenda_of(hands)).papers) == 4)
    hands.press(Qt.Key.Key_PageUp, "Control")
    hands.alt("s")
    hands.file(folder / "supplement.pdf")
    hands.until_idle((folder / "supplement.pdf").exists)
    with pikepdf.open(folder / "supplement.pdf") as supplement:
        assert len(supplement.pages) >= 3


def call_the_roll(hands: Hands) -> None:
    for _ in range(2):
        hands.press(Qt.Key.Key_PageUp, "Control")
    hands.tab_to("Members")
    for key in (Qt.Key.Key_P, Qt.Key.Key_A, Qt.Key.Key_P):
        hands.press(key)
    noted = store_of(hands).minutes.read(agenda_of(hands).meeting.id)
    called = [noted.attendance[one.id].attendance for one in agenda_of(hands).members]
    assert called == [Attendance.PRESENT, Attendance.ABSENT_APOLOGIES, Attendance.PRESENT]


def type_minutes(hands: Hands, folder: Path) -> None:
    hands.press(Qt.Key.Key_PageDown, "Control")
    hands.alt("r")
    hands.enter("Fewer families wait than a year ago")
    hands.type("Nobody knows why")
    hands.alt("s")
    hands.type("ask for figures in March")
    hands.press(Qt.Key.Key_Down, "Control")
    agenda = agenda_of(hands)
    noted = store_of(hands).minutes.read(agenda.meeting.id)
    minute = noted.minutes[agenda.items[0].id]
    assert minute.raised == ("Fewer families wait than a year ago", "Nobody knows why")
    assert minute.resolutions == ("ask for figures in March",)
    hands.press(Qt.Key.Key_E, "Control", "Shift")
    hands.file(folder / "minutes.docx")
    hands.until_idle((folder / "minutes.docx").exists)


def print_to_a_pdf(hands: Hands, folder: Path) -> None:
    for _ in range(3):
        hands.press(Qt.Key.Key_PageUp, "Control")
    hands.tab_to("Edition")
    hands.press(Qt.Key.Key_Up)
    page = hands.window.page
    assert isinstance(page, MeetingPage)
    assert isinstance(page.tab, AgendaTab)
    reading = page.tab.pack.preview.reading
    hands.until(lambda: reading.document and "public" in reading.document.path.name)
    hands.press(Qt.Key.Key_P, "Control")
    hands.type("1-2")
    hands.press(Qt.Key.Key_Return)
    hands.file(folder / "two pages.pdf")
    hands.until((folder / "two pages.pdf").exists)
    with pikepdf.open(folder / "two pages.pdf") as printed:
        assert len(printed.pages) == 2


def read(hands: Hands) -> None:
    hands.go("reader")
    page = hands.window.page
    assert isinstance(page, ReaderPage)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: page.reader.reading.document is not None)
    hands.press(Qt.Key.Key_L, "Control")
    hands.enter("5")
    assert "Page 5" in hands.window.status.text()


def search(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F, "Control", "Shift")
    hands.type("figures")
    page = hands.window.page
    assert isinstance(page, SearchPage)
    hands.until(lambda: page.results.model().rowCount())
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return, "Control")
    assert hands.window.page.room is Room.MEETING
