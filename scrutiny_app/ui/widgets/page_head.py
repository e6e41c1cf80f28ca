"""The head of a page: where one is, what is shown, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Chip, Tone


class PageHead(QWidget):
    """A headline with a line below it. ``back`` follows the first of the crumbs above it."""

    back = Signal()

    def __init__(self, theme: Theme, headline: str = "", below: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._crumb = QToolButton()
        self._crumb.setProperty("look", "crumb")
        self._crumb.clicked.connect(self.back)
        self._here = QLabel()
        self._here.setProperty("look", "small")
        self.headline = QLabel(headline, wordWrap=True)
        self.headline.setProperty("look", "headline")
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.below = QLabel(below, wordWrap=True)
        self.below.setProperty("look", "muted")
        self.below.setTextFormat(Qt.TextFormat.PlainText)
        self.chip = Chip(theme)
        self._buttons: list[tuple[QPushButton, str]] = []
        self._row = QHBoxLayout(self)
        self._place()
        theme.changed.connect(self._tint)

    def _place(self) -> None:
        crumbs = QHBoxLayout()
        crumbs.setSpacing(4)
        for widget in (self._crumb, self._here):
            widget.hide()
            crumbs.addWidget(widget)
        crumbs.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(crumbs)
        words.addWidget(self.headline)
        words.addWidget(self.below)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_crumb(self, back_to: str, here: str) -> None:
        """Show where this page belongs; the first word leads there."""
        self._crumb.setText(back_to)
        self._crumb.setAccessibleName(f"Back to {back_to}")
        self._here.setText(f"\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} {here}")
        for widget in (self._crumb, self._here):
            widget.show()

    def hide_crumb(self) -> None:
        """Show no way back."""
        for widget in (self._crumb, self._here):
            widget.hide()

    def show_words(self, headline: str, below: str) -> None:
        """Say what is shown."""
        self.headline.setText(headline)
        self.below.setText(below)
        self.below.setVisible(bool(below))

    def show_chip(self, word: str, tone: Tone = Tone.PLAIN) -> None:
        """Say how it stands."""
        self.chip.show_word(word, tone)

    def add_button(self, action: QAction, *, first: bool = False) -> QPushButton:
        """Put a button at the right; ``first`` is the one thing to do on a page."""
        button = QPushButton()
        self._buttons.append((button, str(action.property("icon_name") or "")))
        self.say_on(button, action.text())
        button.setProperty("look", "first" if first else "")
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tint()
        return button

    def say_on(self, button: QPushButton, words: str) -> None:
        """Have one of the buttons say something else."""
        has_icon = bool(dict(self._buttons)[button])
        # Qt leaves four pixels between icon and words
        button.setText(f"\N{NO-BREAK SPACE}{words}" if has_icon else words)
        button.setAccessibleName(words.replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}"))

    def _tint(self) -> None:
        tokens, size = self._theme.tokens, self._theme.length(16)
        for button, name in self._buttons:
            button.setIconSize(QSize(size, size))
            if name:
                first = button.property("look") == "first"
                colour = tokens.on_accent if first else tokens.text
                button.setIcon(icon(name, colour, tokens.muted, size))
