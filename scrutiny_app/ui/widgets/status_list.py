"""Lines that say how things stand: an icon, words, and a smaller line below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.theme.tokens import Tokens


class State(StrEnum):
    """How something stands; the word is what a screen reader says for the icon."""

    DONE = "done"
    NEXT = "next"
    AHEAD = "ahead"
    PAST = "past"
    NOTE = "note"
    WARNING = "warning"
    PROBLEM = "problem"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class StatusLine:
    """One line: how it stands, what it is, and what more there is to say.

    In a ``Checklist`` ``key`` tells which it is, where one may go to what it is about, and
    ``urgent`` gives the quieter line the colour of the icon.
    """

    state: State
    words: str
    below: str = ""
    key: str = ""
    urgent: bool = False

    @property
    def said(self) -> str:
        """The whole line as a screen reader says it."""
        return f"{self.state.capitalize()}: {self.words}. {self.below}".rstrip(". ") + "."


def state_icon(state: State) -> str:
    """Return the name of a state's icon."""
    return {
        State.DONE: "circle-check",
        State.NEXT: "clock",
        State.AHEAD: "circle-dashed",
        State.PAST: "circle-minus",
        State.NOTE: "info",
        State.WARNING: "triangle-alert",
        State.PROBLEM: "circle-alert",
        State.QUESTION: "circle-question-mark",
    }[state]


def state_colour(state: State, tokens: Tokens) -> str:
    """Return the colour of a state's icon; its shape says the same."""
    return {
        State.DONE: tokens.good,
        State.NEXT: tokens.accent,
        State.AHEAD: tokens.muted,
        State.PAST: tokens.muted,
        State.NOTE: tokens.accent,
        State.WARNING: tokens.warn,
        State.PROBLEM: tokens.bad,
        State.QUESTION: tokens.special,
    }[state]


class StatusList(QWidget):
    """Shows lines; each is read as one sentence."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines: tuple[StatusLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(name)
        theme.changed.connect(self._draw)

    @property
    def lines(self) -> tuple[StatusLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[StatusLine]) -> None:
        """Show these lines instead of those before."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._draw()

    def _draw(self) -> None:
        while (entry := self._grid.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(self._lines):
            self._draw_line(row * 3, line)

    def _draw_line(self, row: int, line: StatusLine) -> None:
        colour = state_colour(line.state, self._theme.tokens)
        picture = QLabel()
        picture.setPixmap(
            icon_pixmap(
                state_icon(line.state), colour, self._theme.length(18), self.devicePixelRatioF()
            )
        )
        picture.setAccessibleName(line.state.value)
        words = QLabel(line.words, wordWrap=True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setAccessibleName(line.said)
        self._grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)
        if line.below:
            below = QLabel(line.below, wordWrap=True)
            below.setTextFormat(Qt.TextFormat.PlainText)
            below.setProperty("look", "small")
            self._grid.addWidget(below, row + 1, 1)
        self._grid.setRowMinimumHeight(row + 2, self._theme.length(6))
