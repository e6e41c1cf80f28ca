"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox
from typing_extensions import override


class NumberField(QSpinBox):
    """A whole number from ``least`` to ``most``. ``settled`` carries it when it was changed."""

    settled = Signal(int)

    def __init__(self, least: int, most: int, suffix: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(suffix)
        # The style sheet's padding does not reach the text of a spin box with styled buttons
        self.lineEdit().setTextMargins(7, 0, 0, 0)
        self._known = self.value()
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._settle)

    def show_number(self, number: int) -> None:
        """Show what is on record."""
        self._known = number
        self.setValue(number)

    def _settle(self, number: int) -> None:
        if number != self._known:
            self._known = number
            self.settled.emit(number)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what it says
        event.ignore()
