"""Fields beside one another where there is room for it, and below one another where not."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


class FoldingRow(QWidget):
    """Widgets in a row, each with its share of the width."""

    def __init__(self, *parts: tuple[QWidget, int]) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget, share in parts:
            self._row.addWidget(widget, share)
        self.turn(narrow=False)

    def turn(self, *, narrow: bool) -> None:
        """Put them below one another, or beside."""
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._row.setSpacing(6 if narrow else 12)


def turn_all(form: QWidget, *, narrow: bool) -> None:
    """Put the fields of a form below one another wherever they stand side by side, or back."""
    for row in form.findChildren(FoldingRow):
        row.turn(narrow=narrow)
