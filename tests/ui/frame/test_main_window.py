"""The frame around the rooms: workspaces, places, steps back, the palette, help."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.ids import CouncilId
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from scrutiny_app.ui.frame.help_window import help_topics
from scrutiny_app.ui.frame.palette import Command, matching
from scrutiny_app.ui.frame.travels import Travels
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from tests.store.workspaces import a_workspace, edit
from tests.ui.keys import press, type_words
from tests.ui.tour import parts, places, tour

SOON = 20_000


def a_council(window: MainWindow, name: str = "Kelsham City Council") -> None:
    council = Council(CouncilId(new_key()), name)

    def add(store: Store) -> None:
        store.councils.write(council)

    assert window.session is not None
    window.session.write(f"Add {name}", add)


def test_without_a_workspace_the_window_offers_the_ways_in(main: MainWindow) -> None:
    assert main.start.isVisible()
    assert not main.menus.undo.isEnabled()
    assert main.status.text() == "No workspace is open"


def test_a_new_workspace_says_that_everything_is_saved(desk_window: MainWindow) -> None:
    assert desk_window.status.text() == (
        "All changes are saved on this computer \N{MIDDLE DOT} workspace"
    )
    assert desk_window.backups.label.text() == "No backup yet"
    assert desk_window.recent.there() == [desk_window.session and desk_window.session.folder]


def test_a_folder_that_cannot_be_a_workspace_is_refused_in_a_sentence(
    main: MainWindow, tmp_path: Path
) -> None:
    main.open_workspace(tmp_path / "nowhere")
    assert main.start.isVisible()
    assert "no workspace" in main.start.strip.sentence.text()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear", encoding="utf-8")
    main.new_workspace(tmp_path / "full")
    assert "is not empty" in main.start.strip.sentence.text()


def test_a_workspace_that_somebody_edits_is_refused_with_their_name(
    main: MainWindow, tmp_path: Path
) -> None:
    with a_workspace(tmp_path):
        main.open_workspace(tmp_path / "workspace")
        assert "Jo Field" in main.start.strip.sentence.text()
        main.read_workspace(tmp_path / "workspace")
        assert main.status.text() == "workspace: open to read only"


def test_a_workspace_in_use_is_opened_to_read_by_one_button(
    main: MainWindow, tmp_path: Path
) -> None:
    with a_workspace(tmp_path):
        main.open_workspace(tmp_path / "workspace")
        assert main.start.strip.way.text() == "Open it to read"
        main.start.strip.way.click()
        assert main.session is not None
        assert main.session.read_only


def test_a_workspace_that_cannot_be_opened_leaves_the_one_that_is_open(
    desk_window: MainWindow, tmp_path: Path
) -> None:
    session = desk_window.session
    assert session is not None
    desk_window.open_workspace(tmp_path / "nowhere")
    assert desk_window.session is session
    assert desk_window.page.strip.isVisible()
    assert not desk_window.page.strip.way.isVisible()
    desk_window.open_workspace(session.folder)
    assert desk_window.session is session
    assert "nowhere" not in desk_window.status.text()


def test_a_folder_is_offered_again_by_its_whole_name(main: MainWindow, tmp_path: Path) -> None:
    main.start.show_recent([tmp_path / "Health & Care"])
    names = [button.text() for button in main.start.findChildren(QPushButton)]
    assert "Health && Care" in names


def test_undo_and_redo_name_the_step_and_do_it(desk_window: MainWindow, qtbot: QtBot) -> None:
    a_council(desk_window)
    assert desk_window.menus.undo.text() == "&Undo: Add Kelsham City Council"
    press(qtbot, desk_window, Qt.Key.Key_Z, "Control")
    assert desk_window.session is not None
    assert desk_window.session.store.councils.by_name("Kelsham City Council") is None
    assert desk_window.menus.redo.text() == "&Redo: Add Kelsham City Council"
    press(qtbot, desk_window, Qt.Key.Key_Z, "Control", "Shift")
    assert desk_window.session.store.councils.by_name("Kelsham City Council") is not None


def test_words_typed_into_one_field_are_one_step(desk_window: MainWindow) -> None:
    a_council(desk_window)
    session = desk_window.session
    assert session is not None
    council = session.store.councils.by_name("Kelsham City Council")
    assert council is not None
    for name in ("Kels", "Kelsham", "Kelsham Council"):
        named = replace(council, name=name)
        session.write(
            "Name the council", lambda store, one=named: store.councils.write(one), joins=True
        )
    assert [step.name for step in session.store.history()] == [
        "Name the council",
        "Add Kelsham City Council",
    ]
    session.undo()
    assert session.store.councils.by_name("Kelsham City Council") is not None


def test_the_palette_finds_a_command_by_a_few_letters_and_does_it(
    desk_window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, desk_window, Qt.Key.Key_K, "Control")
    assert desk_window.palette_.isVisible()
    type_words(qtbot, desk_window, "close work")
    press(qtbot, desk_window, Qt.Key.Key_Return)
    assert desk_window.session is None
    assert desk_window.start.isVisible()


def test_commands_that_begin_with_what_is_typed_come_first() -> None:
    names = ["Read a PDF", "Back up", "Go back", "Undo: Pack the bags", "Find bags"]
    commands = [Command(name, "", lambda: None) for name in names]
    assert [one.name for one in matching(commands, "back")] == ["Back up", "Go back"]
    assert [one.name for one in matching(commands, "a pdf")] == ["Read a PDF"]
    assert [one.name for one in matching(commands, "bags")] == ["Find bags", "Undo: Pack the bags"]
    assert [one.name for one in matching(commands, "undo")] == ["Undo: Pack the bags"]


def test_f1_opens_the_help_of_what_is_shown(desk_window: MainWindow, qtbot: QtBot) -> None:
    desk_window.go(Place(Room.SETTINGS))
    press(qtbot, desk_window, Qt.Key.Key_F1)
    assert desk_window.help.topic == "settings"
    assert "Text size" in desk_window.help.text.toPlainText()
    desk_window.help.close()


def test_every_room_has_a_help_page(main: MainWindow) -> None:
    topics = help_topics()
    assert {"start", "keyboard"} <= set(topics)
    assert {entry.room.value for entry in main.entries()} <= set(topics)


def test_one_goes_back_and_forward_among_places() -> None:
    travels = Travels()
    here, there = Place(Room.SETTINGS), Place(Room.MEETINGS)
    for place in (here, there, there):
        travels.add(place)
    assert travels.step(-1) == here
    assert travels.step(-1) is None
    assert travels.step(1) == there


@pytest.mark.parametrize(("width", "narrow"), [(1_366, True), (1_600, False)])
def test_on_a_small_laptop_the_rooms_are_icons_with_names_to_be_heard(
    desk_window: MainWindow, width: int, *, narrow: bool
) -> None:
    desk_window.resize(width, 740)
    QApplication.processEvents()
    assert desk_window.navigation.narrow is narrow
    for button in desk_window.navigation.buttons.values():
        assert button.accessibleName()


def test_a_backup_is_written_by_the_child_and_told_in_the_status_line(
    desk_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "copy.scrutiny-backup"
    desk_window.backups.back_up(target)
    qtbot.waitUntil(lambda: target.exists() and not desk_window.jobs.busy, timeout=SOON)
    assert desk_window.backups.label.text().startswith("Last backup")
    restored = tmp_path / "restored"
    desk_window.backups.restore(target, restored)
    qtbot.waitUntil(
        lambda: desk_window.session is not None and desk_window.session.folder == restored,
        timeout=SOON,
    )


def test_closing_the_window_lets_the_workspace_go(main: MainWindow, tmp_path: Path) -> None:
    main.new_workspace(tmp_path / "workspace")
    main.close()
    with edit(tmp_path / "workspace") as store:
        assert not store.read_only


def cut_off(page: Page) -> list[str]:
    """The words that stand in an area too narrow for them which does not scroll sideways."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    areas = [
        area
        for area in page.findChildren(QScrollArea)
        if area.isVisible() and area.horizontalScrollBarPolicy() == never
    ]
    return [
        label.text()
        for area in areas
        if area.widget().width() > area.viewport().width()
        for label in area.findChildren(QLabel)
    ]


def test_at_twice_the_text_no_room_needs_a_larger_screen_than_a_laptops(
    qtbot: QtBot, meeting_window: MainWindow, theme: Theme
) -> None:
    meeting_window.resize(1_366, 728)
    theme.resize_text(200)
    for place in places(meeting_window):
        meeting_window.go(place)
        qtbot.wait(20)
        page, shown = meeting_window.page, meeting_window.stack.viewport()
        assert meeting_window.size() == QSize(1_366, 728), place.room
        assert page.height() >= page.minimumSizeHint().height(), place.room
        assert page.width() >= max(shown.width(), page.minimumSizeHint().width()), place.room
        for part in parts(page):
            qtbot.wait(20)
            assert cut_off(page) == [], (place.room, part)
    meeting_window.go(Place(Room.PROGRAMME))
    bar = meeting_window.stack.verticalScrollBar()
    meeting_window.resize(1_366, 500)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    theme.resize_text(100)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert meeting_window.page.size() == meeting_window.stack.viewport().size()


def test_no_page_of_a_workspace_outlives_it(sample_window: MainWindow) -> None:
    for _name in tour(sample_window):
        QApplication.processEvents()
    pages = [weakref.ref(page) for page in sample_window.pages.values()]
    assert len(pages) >= 9
    sample_window.close_workspace()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    kept = [type(page()).__name__ for page in pages if page() is not None]
    assert not kept
