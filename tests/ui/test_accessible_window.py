"""Every room and tab of the window is told to whoever does not see it, and reached without a mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.jobs.make_sample import WORKSPACE, make_sample
from scrutiny_app.ui.main_window import MainWindow
from tests.build import NOW
from tests.ui import accessibility
from tests.ui.tour import tour


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


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Somebody listens with a screen reader."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_every_page_has_names_an_order_of_tabs_letters_of_its_own_and_rows_that_speak(
    qtbot: QtBot, sample_window: MainWindow
) -> None:
    sample_window.activateWindow()
    found = []
    names = []
    for name in tour(sample_window):
        names.append(name)
        faults = [
            *accessibility.nameless(sample_window),
            *accessibility.clashes(sample_window),
            *accessibility.silent_cells(sample_window),
            *accessibility.unreached(qtbot, sample_window),
        ]
        found += [f"{name}: {fault}" for fault in faults]
    assert len(names) > 12
    assert not found, "\n".join(found)
