"""A short list of things to tick."""

from __future__ import annotations

from collections.abc import Container, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget


class TickList(QWidget):
    """``changed`` carries the values that are ticked, in the order offered."""

    changed = Signal(object)

    def __init__(self, name: str, columns: int = 1) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns = columns
        self._boxes: list[tuple[QCheckBox, object]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    @property
    def ticked(self) -> tuple[object, ...]:
        """The values that are ticked."""
        return tuple(value for box, value in self._boxes if box.isChecked())

    def offer(self, choices: Iterable[tuple[str, object]], ticked: Container[object]) -> None:
        """Show what can be ticked, and what is."""
        wanted = list(choices)
        if [(box.accessibleName(), value) for box, value in self._boxes] != wanted:
            self._build(wanted)
        for box, value in self._boxes:
            box.setChecked(value in ticked)

    def _build(self, choices: list[tuple[str, object]]) -> None:
        for box, _value in self._boxes:
            self._grid.removeWidget(box)
            box.deleteLater()
        self._boxes = []
        for at, (words, value) in enumerate(choices):
            box = QCheckBox(words.replace("&", "&&"))
            box.setAccessibleName(words)
            box.clicked.connect(lambda _checked: self.changed.emit(self.ticked))
            self._grid.addWidget(box, *divmod(at, self._columns))
            self._boxes.append((box, value))
