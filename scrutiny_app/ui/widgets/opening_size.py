"""How large a window is when it is opened for the first time."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# What a desktop puts round a window: its title, and its edges
_ROUND_IT = QSize(16, 40)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window a size, or as much of it as the screen has room for."""
    window.resize(QSize(width, height).boundedTo(_room_for(window)))


def show_whole(window: QWidget) -> None:
    """Show a window; one that wanted more than the screen has fills the screen."""
    room = _room_for(window)
    if window.width() >= room.width() or window.height() >= room.height():
        window.showMaximized()
    else:
        window.show()


def _room_for(window: QWidget) -> QSize:
    return window.screen().availableSize() - _ROUND_IT
