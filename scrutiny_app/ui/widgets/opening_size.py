"""How large a window is when it is opened for the first time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

# What a desktop puts round a window: its title, and its edges
_ROUND_IT = QSize(16, 40)


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window a size; one that the screen has no room for fills the screen."""
    room = window.screen().availableSize() - _ROUND_IT
    window.resize(QSize(width, height).boundedTo(room))
    if width > room.width() or height > room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
