"""A reader on a screen nobody sees, and files for it to read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scrutiny_app.jobs.make_sample import WORKSPACE, make_sample
from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.app import new_main_window
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading
from tests.build import NOW, clock
from tests.store.workspaces import a_loaded_meeting, a_workspace
from tests.ui.packs import write_pack

SOON = 10_000


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of 40 pages with page labels, an outline of five items, links and text."""
    return write_pack(tmp_path_factory.mktemp("pack") / "pack.pdf")


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def theme(qapp: QApplication, settings: QSettings) -> Iterator[Theme]:
    one = Theme(qapp, settings)
    yield one
    one.end()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, settings: QSettings) -> Iterator[ReaderWindow]:
    """The reader's window without a file."""
    reading = Reading(start_viewer())
    one = ReaderWindow(reading, theme, PlaceMemory(settings))
    one.resize(1_200, 800)
    with qtbot.waitExposed(one):
        one.show()
    yield one
    one.close()
    one.deleteLater()


@pytest.fixture
def reader(qtbot: QtBot, window: ReaderWindow, pack: Path) -> ReaderWindow:
    """The reader's window with the pack open, its first page drawn and read."""
    window.open(pack)
    reading = window.room.reading
    qtbot.waitUntil(lambda: 0 in reading.words and is_sharp(window), timeout=10_000)
    return window


def is_sharp(window: ReaderWindow) -> bool:
    """Whether every page in view is drawn at its size."""
    sight = window.room.view.sight
    pages = sight.visible_pages()
    shelf = window.room.reading.shelf
    return bool(pages) and all(tile in shelf for page in pages for tile in sight.tiles(page))


@pytest.fixture
def main(qtbot: QtBot, theme: Theme, settings: QSettings) -> Iterator[MainWindow]:
    """The program's window, without a workspace."""
    one = new_main_window(theme, settings, who="Jo Field", clock=clock)
    one.resize(1_440, 900)
    with qtbot.waitExposed(one):
        one.show()
    yield one
    one.close()
    one.deleteLater()


@pytest.fixture
def desk_window(main: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a new workspace in it: nobody's committee yet."""
    main.new_workspace(tmp_path / "workspace")
    return main


@pytest.fixture
def meeting_window(main: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with a workspace that holds one meeting, whose papers are really filed."""
    with a_workspace(tmp_path) as store:
        a_loaded_meeting(store)
    main.open_workspace(tmp_path / "workspace")
    return main


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample council's workspace, made once; it is copied before it is opened."""
    home = tmp_path_factory.mktemp("sample")
    make_sample(home, "Jo Field", NOW)
    return home / WORKSPACE


@pytest.fixture
def sample_window(main: MainWindow, sample_home: Path, tmp_path: Path) -> MainWindow:
    """The window with the sample council's workspace in it."""
    main.open_workspace(Path(shutil.copytree(sample_home, tmp_path / "Kelsham")))
    return main
