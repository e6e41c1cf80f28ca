"""Fields beside one another where there is room for it, and below one another where not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme

_LEAST = 440


class FoldingRow(QWidget):
    """Widgets in a row, each with its share of the width.

    ``least`` is how wide the row must be at 100 % text for them to stand side by side.
    """

    def __init__(self, theme: Theme, *parts: tuple[QWidget, int], least: int = _LEAST) -> None:
        super().__init__()
        self._theme, self._least = theme, least
        self._parts = [widget for widget, _share in parts]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget, share in parts:
            self._row.addWidget(widget, share)
        theme.changed.connect(self._arrange)
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        # Asked for less than a row needs, it is given less, and folds
        widths = [one.minimumSizeHint().width() for one in self._parts if not one.isHidden()]
        return QSize(max(widths, default=0), self._row.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.length(self._least)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._row.setSpacing(6 if narrow else 12)
