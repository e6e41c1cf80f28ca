"""A small card below the views that asks one thing; Escape and its last button put it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card


class AskingCard(Card):
    """Hidden until it asks. ``left`` follows when it was answered or given up."""

    left = Signal()

    def __init__(self, theme: Theme, title: str, leave: str = "Close") -> None:
        super().__init__(theme, title)
        self.leave = new_action(self, leave)
        self.leave.triggered.connect(self.left)
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.left.emit()
            return True
        return super().event(event)
