"""A short list of things to tick."""

from __future__ import annotations

from collections.abc import Container, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget


class CheckList(QWidget):
    """``changed`` carries the values that are ticked, in the order offered."""

    changed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._boxes: list[tuple[QCheckBox, object]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def offer(self, choices: Iterable[tuple[str, object]], ticked: Container[object]) -> None:
        """Show what can be ticked, and what is."""
        wanted = list(choices)
        if [(box.text(), value) for box, value in self._boxes] != wanted:
            self._build(wanted)
        for box, value in self._boxes:
            box.setChecked(value in ticked)

    def _build(self, choices: list[tuple[str, object]]) -> None:
        for box, _value in self._boxes:
            self._column.removeWidget(box)
            box.deleteLater()
        self._boxes = []
        for words, value in choices:
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.clicked.connect(self._tell)
            self._column.addWidget(box)
            self._boxes.append((box, value))

    def _tell(self) -> None:
        self.changed.emit(tuple(value for box, value in self._boxes if box.isChecked()))
