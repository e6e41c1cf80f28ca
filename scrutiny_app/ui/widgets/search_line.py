"""A box for words above a list, from which a key leads into the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override


class SearchLine(QLineEdit):
    """``down`` follows Enter and the arrow that lead into the list; Escape empties the box."""

    down = Signal()

    def __init__(self, placeholder: str, name: str, tells: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tells or placeholder)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(200)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
