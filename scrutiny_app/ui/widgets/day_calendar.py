"""A month to pick a day from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget
from typing_extensions import override

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
_DAYS, _ROWS = 7, 8
# A cell in heights of its letters: "Wed" has room, and a finger finds a day
_WIDE, _HIGH = 2.6, 1.7


class DayCalendar(QCalendarWidget):
    """A month of whole rows in the window's own colours; weekends are paler, not red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for name, told in (
            ("qt_calendar_prevmonth", "Month before"),
            ("qt_calendar_nextmonth", "Next month"),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setAccessibleName(told)
                button.setToolTip(told)
        # A bare widget draws no edge of the style sheet's
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContentsMargins(1, 1, 1, 1)
        self._colour()

    @override
    def minimumSizeHint(self) -> QSize:
        letters = self.fontMetrics().height()
        return QSize(round(_DAYS * _WIDE * letters), round((_ROWS + 0.6) * _HIGH * letters))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        if day.month() == self.monthShown():
            super().paintCell(painter, rect, day)
            return
        painter.setPen(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        heading, weekend = QTextCharFormat(), QTextCharFormat()
        heading.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
        weekend.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
        if self.headerTextFormat() != heading:
            self.setHeaderTextFormat(heading)
        for day in _WEEKEND:
            if self.weekdayTextFormat(day) != weekend:
                self.setWeekdayTextFormat(day, weekend)
        month = self.findChild(QTableView)
        if isinstance(month, QTableView):
            month.setShowGrid(False)
