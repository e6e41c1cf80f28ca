"""A strip that says what went wrong and what to do, without standing in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

Tone = Literal["bad", "warn", "tell"]


class NoticeStrip(QFrame):
    """One sentence and a button to put it away; hidden while there is nothing to say.

    ``way`` is a button for what can be done instead, where something is offered.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.way = QPushButton()
        self._deed: Callable[[], object] = self.hide
        self.way.clicked.connect(self._take_way)
        away = QPushButton("Dismiss")
        away.setAccessibleName("Dismiss")
        away.setAccessibleDescription("Puts this message away")
        away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.way)
        row.addWidget(away)
        self.hide()

    def say(self, sentence: str, tone: Tone = "bad") -> None:
        """Show a sentence: something that went wrong, a warning, or news."""
        self.way.hide()
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, self.sentence):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.show()

    def offer(self, words: str, deed: Callable[[], object]) -> None:
        """Offer a way on beside the sentence just said."""
        self._deed = deed
        self.way.setText(words)
        self.way.show()

    def _take_way(self) -> None:
        self._deed()
