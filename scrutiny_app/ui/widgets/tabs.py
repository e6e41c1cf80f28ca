"""Parts of a page under a row of names; the rest of the page stays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from scrutiny_app.ui.widgets.shown_stack import ShownStack


class Tabs(QWidget):
    """One part at a time, each known by a key. ``shown`` carries the key of the one that shows."""

    shown = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar.setAccessibleName(name)
        self.parts = ShownStack()
        self._keys: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.parts, 1)
        self.bar.currentChanged.connect(self._show)

    def add(self, key: str, name: str, part: QWidget) -> None:
        """Add a part at the right; a letter after "&" leads to it with Alt."""
        self._keys.append(key)
        self.parts.addWidget(part)
        self.bar.addTab(name)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every part, from left to right."""
        return tuple(self._keys)

    @property
    def key(self) -> str:
        """Which part shows."""
        return self._keys[self.bar.currentIndex()]

    def show_part(self, key: str) -> None:
        """Show a part; a key that is not known changes nothing."""
        if key in self._keys:
            self.bar.setCurrentIndex(self._keys.index(key))

    def _show(self, place: int) -> None:
        self.parts.setCurrentIndex(place)
        self.shown.emit(self._keys[place])
