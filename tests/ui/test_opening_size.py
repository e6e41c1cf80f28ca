"""A window that is opened for the first time stands on the screen whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.widgets.opening_size import open_at, show_whole


def test_a_window_with_room_has_the_size_it_asks_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    open_at(window, 400, 300)
    show_whole(window)
    assert (window.width(), window.height()) == (400, 300)
    assert not window.isMaximized()


def test_a_window_larger_than_the_screen_fills_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    open_at(window, room.width() + 400, room.height() - 100)
    assert window.width() < room.width()
    show_whole(window)
    assert window.isMaximized()
