"""A field in which every line is a point; its letter or number stands in the margin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.fields import TextField

_MARGIN = 40
_ROOM_BELOW = 26
_LEAST_LINES = 2
# Lines that belong to the point above them, and headings among the points
_NO_POINT = ("- ", "### ")


class LetteredField(TextField):
    """Type a point, press Enter, type the next. ``settled`` carries the lines as typed.

    ``label`` gives the letter of a point, counting from 0 after as many as ``begin_after`` says.
    It grows with what is typed.
    """

    def __init__(self, theme: Theme, label: Callable[[int], str], placeholder: str) -> None:
        self._width = 0
        super().__init__(placeholder=placeholder, lines=_LEAST_LINES)
        self._theme = theme
        self._label = label
        self._start_at = 0
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._margin = _Margin(self)
        self.textChanged.connect(self._fit)
        self.updateRequest.connect(lambda _rect, _by: self._margin.update())
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin_after(self, points: int) -> None:
        """Letter on from so many points."""
        self._start_at = points
        self._margin.update()

    def labels(self) -> list[str]:
        """Return what stands in the margin, a word for each line, empty for none."""
        found: list[str] = []
        point = self._start_at
        for line in self.toPlainText().split("\n"):
            counts = bool(line.strip()) and not line.startswith(_NO_POINT)
            found.append(self._label(point) if counts else "")
            point += counts
        return found

    def paint_margin(self, painter: QPainter) -> None:
        """Paint the letters beside their lines."""
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.tokens.muted))
        labels = self.labels()
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            place = QRect(
                QPoint(0, round(box.top())),
                QPoint(self._margin.width() - 6, round(box.top()) + self._line()),
            )
            label = labels[block.blockNumber()] if block.blockNumber() < len(labels) else ""
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), label)
            block = block.next()

    def _line(self) -> int:
        return self.fontMetrics().lineSpacing()

    def _restyle(self) -> None:
        self.setViewportMargins(self._theme.length(_MARGIN), 0, 0, 0)
        self._fit()
        self._lay_margin()

    def _lay_margin(self) -> None:
        inside = self.contentsRect()
        width = self._theme.length(_MARGIN)
        self._margin.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    @override
    def _fit(self) -> None:
        """Be as high as what is typed."""
        lines = max(_LEAST_LINES, round(self.document().size().height()))
        self.setFixedHeight(lines * self._line() + _ROOM_BELOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_margin()
        if self._width != self.width():
            self._width = self.width()
            self._fit()


class _Margin(QWidget):
    def __init__(self, field: LetteredField) -> None:
        super().__init__(field)
        self._field = field

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._field.paint_margin(QPainter(self))
