"""A white card with a title, a word beside it and buttons at its right."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import action_button

_EDGE = 14


class Card(QFrame):
    """Holds what belongs together. ``body`` takes the contents, ``head`` stands above them."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "card")
        self.title = QLabel(title)
        self.title.setProperty("look", "title")
        self.aside = QLabel()
        self.aside.setProperty("look", "muted")
        self.head = QHBoxLayout()
        self.head.setContentsMargins(_EDGE, 8, 8, 4)
        self.head.setSpacing(10)
        self.head.addWidget(self.title)
        self.head.addWidget(self.aside)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_EDGE, 2, _EDGE, 12)
        self.body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        if title:
            self.setAccessibleName(title)
            column.addLayout(self.head)
        else:
            self.body.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.addLayout(self.body, 1)

    def add_tools(self, *actions: QAction) -> None:
        """Put buttons for actions at the right of the title."""
        for action in actions:
            self.head.addWidget(action_button(action, self._theme))

    def say(self, words: str) -> None:
        """Show a word beside the title."""
        self.aside.setText(words)


def fill(card: Card, widget: QWidget) -> None:
    """Let one widget, such as a list, take a card's whole width and height."""
    card.body.setContentsMargins(2, 0, 2, 4)
    card.body.addWidget(widget, 1)
