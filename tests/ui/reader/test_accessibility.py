"""Whoever does not see the window hears what everything is; whoever has no mouse gets there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.reader_window import ReaderWindow


def focusable(window: QWidget) -> list[QWidget]:
    """Return every widget in view that the keyboard can reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def unnamed(window: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in focusable(window)
        if not widget.accessibleName() or not widget.accessibleDescription()
    ]


def test_every_control_has_a_name_and_a_description(reader: ReaderWindow) -> None:
    assert len(focusable(reader)) > 10
    assert unnamed(reader) == []


def test_every_control_of_the_empty_window_has_them_too(reader: ReaderWindow) -> None:
    reader.close_file()
    assert len(focusable(reader)) >= 2, "the button, and the file read lately"
    assert unnamed(reader) == []


def test_tab_reaches_every_control(reader: ReaderWindow, qtbot: QtBot) -> None:
    reader.activateWindow()
    wanted = set(focusable(reader))
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted)):
        qtbot.keyClick(reader.windowHandle(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None:
            reached.add(focus)
    assert {w.accessibleName() for w in wanted - reached} == set()


def test_painted_rows_speak(reader: ReaderWindow) -> None:
    for view in reader.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount()):
            said = model.index(row, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
            assert said, view.accessibleName()


def test_a_new_page_is_announced_as_text(reader: ReaderWindow) -> None:
    reader.room.view.turn_page(2)
    assert reader.status.accessibleName() == "Page 3 of 30J (sheet 3 of 40)"
    spoken = QAccessible.queryAccessibleInterface(reader.room.view)
    assert spoken.text(QAccessible.Text.Description) == "Page 3 of 30J (sheet 3 of 40)"
