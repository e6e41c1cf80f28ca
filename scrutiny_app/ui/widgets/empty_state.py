"""What stands where a list would be, while there is nothing in it: what it is for, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme

_WIDTH = 430


class EmptyState(QWidget):
    """A picture, a headline, one sentence of advice, and buttons for what can be done."""

    def __init__(
        self, theme: Theme, icon_name: str, headline: str, advice: str, *actions: QAction
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon_name = icon_name
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.headline = QLabel(headline, alignment=Qt.AlignmentFlag.AlignCenter)
        self.headline.setProperty("look", "title")
        self.advice = QLabel(advice, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.advice.setProperty("look", "muted")
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._picture, self.headline, self.advice):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._buttons = [button_for(one, first=not place) for place, one in enumerate(actions)]
        for button in self._buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        theme.changed.connect(self._tint)
        self._tint()

    def say(self, headline: str, advice: str, *, offers: bool = True) -> None:
        """Say something else, and offer the deeds or not, where they stand elsewhere."""
        self.headline.setText(headline)
        self.advice.setText(advice)
        for button in self._buttons:
            button.setVisible(offers)
        self._fit()

    def _fit(self) -> None:
        """Give the advice the height its lines take; a centred label is given only one."""
        width = self._theme.length(_WIDTH)
        self.advice.ensurePolished()
        self.advice.setFixedSize(width, max(0, self.advice.heightForWidth(width)))

    def _tint(self) -> None:
        size = self._theme.length(40)
        self._fit()
        self._picture.setPixmap(
            icon_pixmap(self._icon_name, self._theme.tokens.accent, size, self.devicePixelRatioF())
        )


def button_for(action: QAction, *, first: bool = False) -> QPushButton:
    """Return a button with words for an action; ``first`` is the one thing to do on a page."""
    words = action.text()
    button = QPushButton(words)
    if first:
        button.setProperty("look", "first")
    button.setAccessibleName(words.replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}"))
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
