"""The reader as a room of the window, by keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.reader.reader_page import ReaderPage
from tests.build import NOW
from tests.store.workspaces import a_loaded_meeting, a_workspace
from tests.ui.keys import press, type_words

SOON = 20_000


def the_page(window: MainWindow) -> ReaderPage:
    page = window.page
    assert isinstance(page, ReaderPage)
    return page


def wait_open(page: ReaderPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.reader.reading.document is not None, timeout=SOON)


@pytest.fixture
def reading(main: MainWindow, tmp_path: Path, pack: Path, qtbot: QtBot) -> ReaderPage:
    """The reader in a workspace whose pack lies beside it."""
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget monitoring")
        for name in ("pack.pdf", "gone.pdf"):
            receipt = PackReceipt(agenda.meeting.id, Edition.PUBLIC, name, 40, "0" * 64, (), NOW)
            store.packs.record(receipt)
    shutil.copy(pack, tmp_path / "pack.pdf")
    main.open_workspace(tmp_path / "workspace")
    main.go(Place(Room.READER))
    return the_page(main)


def test_packs_that_lie_at_hand_are_listed_and_enter_reads_one(
    reading: ReaderPage, main: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (lead,) = reading.library.packs.leads()
    assert lead.title == "Children and Young People Scrutiny Committee, 21 January 2027"
    assert lead.below == ("pack.pdf \N{MIDDLE DOT} 40 pages \N{MIDDLE DOT} built 5 January 2027")
    QAbstractItemModelTester(reading.library.packs.model())
    assert reading.library.packs.hasFocus()
    press(qtbot, main, Qt.Key.Key_Return)
    wait_open(reading, qtbot)
    assert reading.reader.isVisible()
    press(qtbot, main, Qt.Key.Key_L, "Control", "Shift")
    assert reading.library.isVisible()
    assert reading.library.packs.hasFocus()


def test_the_keys_of_the_reader_work_beside_those_of_the_window(
    reading: ReaderPage, main: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    main.go(Place(Room.READER, str(tmp_path / "pack.pdf"), "The January pack", "9"))
    wait_open(reading, qtbot)
    assert reading.reader.bar.title.toolTip() == "The January pack"
    qtbot.waitUntil(lambda: reading.reader.view.page == 8, timeout=SOON)
    press(qtbot, main, Qt.Key.Key_G, "Control")
    type_words(qtbot, main, "item 5")
    press(qtbot, main, Qt.Key.Key_Return)
    assert reading.reader.view.page == 30
    # Back goes back in the pack first, then to the room before
    press(qtbot, main, Qt.Key.Key_Left, "Alt")
    assert reading.reader.view.page == 8
    before = reading.reader.view.zoom
    press(qtbot, main, Qt.Key.Key_Plus, "Control")
    assert reading.reader.view.zoom > before
    press(qtbot, main, Qt.Key.Key_K, "Control")
    assert main.palette_.isVisible()
    press(qtbot, main, Qt.Key.Key_Escape)
    press(qtbot, main, Qt.Key.Key_1, "Control")
    assert main.page.room is Room.TODAY
    main.travel(-1)
    assert main.page.room is Room.READER


def test_a_file_is_opened_where_it_was_left(
    reading: ReaderPage, main: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    main.go(Place(Room.READER, str(tmp_path / "pack.pdf"), detail="19"))
    wait_open(reading, qtbot)
    qtbot.waitUntil(lambda: reading.reader.view.page == 18, timeout=SOON)
    main.close_workspace()
    main.open_workspace(tmp_path / "workspace")
    main.go(Place(Room.READER, str(tmp_path / "pack.pdf")))
    page = the_page(main)
    wait_open(page, qtbot)
    qtbot.waitUntil(lambda: page.reader.view.page == 18, timeout=SOON)
    assert page.reader.actions_.dark in page.commands()


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    reading: ReaderPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_text("Dear", encoding="utf-8")
    reading.open(tmp_path / "letter.pdf")
    qtbot.waitUntil(reading.strip.isVisible, timeout=SOON)
    assert reading.strip.sentence.text()
    assert reading.library.isVisible()
