"""A workspace open to read only: whatever is pressed or typed, on any page, nothing is written.

A field that would be written as it is typed takes no words, for they would be lost.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.fields import ChoiceField, LineField, TextField
from scrutiny_app.ui.widgets.typing_in import holds_unwritten
from tests.store.workspaces import edit
from tests.ui.accessibility import said
from tests.ui.tour import tour

_FEWEST_PAGES, _FEWEST_FIELDS, _FEWEST_PRESSED = 30, 5, 40


@pytest.fixture
def reading_window(main: MainWindow, sample_home: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample council's workspace beside somebody who edits it; boxes that open are closed."""
    folder = Path(shutil.copytree(sample_home, tmp_path / "Kelsham"))
    closing = QTimer()
    closing.timeout.connect(close_boxes)
    closing.start(20)
    with edit(folder):
        main.read_workspace(folder)
        main.resize(1_600, 960)
        yield main
        main.close_workspace()
    closing.stop()


def close_boxes() -> None:
    """Close what stands before the window, as whoever changed their mind would."""
    for box in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
        if box is not None:
            box.close()


def test_nothing_is_written_whatever_is_pressed_and_no_words_are_taken_that_would_be_lost(
    reading_window: MainWindow,
) -> None:
    assert reading_window.session is not None
    database = reading_window.session.folder / "scrutiny.db"
    before = database.read_bytes()
    pages: set[str] = set()
    fields: set[str] = set()
    pressed: set[str] = set()
    for name in tour(reading_window):
        page = reading_window.page
        pages.add(name)
        fields |= set(type_everywhere(page, fields))
        pressed |= set(press_everything(reading_window, page, pressed))
        reading_window.stack.show_page(page)
        assert not holds_unwritten(page)
    assert database.read_bytes() == before
    assert not reading_window.menus.undo.isEnabled()
    assert len(pages) >= _FEWEST_PAGES
    assert len(fields) >= _FEWEST_FIELDS
    assert len(pressed) >= _FEWEST_PRESSED


def type_everywhere(page: Page, known: set[str]) -> Iterator[str]:
    """Type into every field not known, and leave it as it was; yield what it is called."""
    for field in controls(page):
        if said(field) in known:
            continue
        if isinstance(field, QDateTimeEdit):
            field.stepUp()
        elif isinstance(field, ChoiceField) and field.count() > 1:
            here = field.currentIndex()
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_Down)
            field.setCurrentIndex(here)
        elif isinstance(field, QLineEdit | QPlainTextEdit) and not field.isReadOnly():
            QTest.keyClicks(field, "zz")
            if isinstance(field, LineField | TextField):
                field.settle()
        else:
            continue
        QApplication.processEvents()
        words = page.strip.sentence.text() if page.strip.isVisible() else ""
        assert "open to read only" not in words, f"{said(field)} takes words that are not kept"
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.clear()
        yield said(field)


def press_everything(window: MainWindow, page: Page, known: set[str]) -> Iterator[str]:
    """Press every button and choose every command not known; yield what each is called."""
    for action in list(page.commands()):
        if action.isEnabled() and action.text() not in known:
            yield action.text()
            action.trigger()
            QApplication.processEvents()
            window.stack.show_page(page)
    for button in controls(page):
        if isinstance(button, QAbstractButton) and said(button) not in known:
            yield said(button)
            button.click()
            QApplication.processEvents()
            window.stack.show_page(page)


def controls(page: Page) -> Iterator[QWidget]:
    """Give every control of a page that can be used when its turn comes."""
    for one in page.findChildren(QWidget):
        # A box that a button opened is gone again
        if isValid(one) and one.window() is page.window() and one.isVisible() and one.isEnabled():
            yield one
