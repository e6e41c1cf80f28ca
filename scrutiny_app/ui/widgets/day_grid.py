"""A month or a year of days, painted, with what is on each; every day is a cell that speaks."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView
from typing_extensions import override

from scrutiny_app.domain.wording import MONTHS, WEEKDAYS, long_date
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.day_painter import DAY, DayPainter, ShownDay

Index = QModelIndex | QPersistentModelIndex
# Less high, a row of weeks shows a day without its meeting, and one of months no day
_MONTH_ROW, _YEAR_ROW = 50, 20
_NO_INDEX = QModelIndex()
_WEEKS, _DAYS, _MONTHS, _LONGEST = 6, 7, 12, 31


@dataclass(frozen=True, slots=True)
class DayMark:
    """Something on a day: a word for a narrow cell, one for a wide one, and what is said of it."""

    key: str
    short: str
    words: str
    said: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DayNote:
    """What a day holds: ``off`` is why it is no working day, empty when it is one."""

    marks: tuple[DayMark, ...] = ()
    off: str = ""


class DayModel(QAbstractTableModel):
    """Six weeks of a month, or a row for each month of a year."""

    def __init__(self) -> None:
        super().__init__()
        self.first = date.min
        self.yearly = False
        self.today = date.min
        self._notes: Callable[[date], DayNote] = lambda _day: DayNote()

    def show_days(
        self, first: date, today: date, notes: Callable[[date], DayNote], *, yearly: bool
    ) -> None:
        """Show the month of a day, or its year."""
        self.beginResetModel()
        self.first = first.replace(day=1, month=1 if yearly else first.month)
        self.today, self._notes, self.yearly = today, notes, yearly
        self.endResetModel()

    def day(self, row: int, column: int) -> date | None:
        """Return the day of a cell, None where the month is shorter."""
        if not self.yearly:
            begins = self.first - timedelta(days=self.first.weekday())
            return begins + timedelta(days=row * _DAYS + column)
        month = row + 1
        if column < calendar.monthrange(self.first.year, month)[1]:
            return date(self.first.year, month, column + 1)
        return None

    def place(self, day: date) -> tuple[int, int]:
        """Return the row and the column of a day."""
        if self.yearly:
            return day.month - 1, day.day - 1
        begins = self.first - timedelta(days=self.first.weekday())
        return divmod((day - begins).days, _DAYS)

    def note(self, day: date) -> DayNote:
        """Return what a day holds."""
        return self._notes(day)

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        rows = _MONTHS if self.yearly else _WEEKS
        return 0 if parent.isValid() or self.first == date.min else rows

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        columns = _LONGEST if self.yearly else _DAYS
        return 0 if parent.isValid() or self.first == date.min else columns

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        day = self.day(index.row(), index.column()) if index.isValid() else None
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(day)
        if role != DAY:
            return None
        note = self._notes(day)
        marks = tuple((one.short if self.yearly else one.words, one.tone) for one in note.marks)
        outside = not self.yearly and day.month != self.first.month
        return ShownDay(day, marks, note.off, day == self.today, outside=outside)

    def _said(self, day: date) -> str:
        note = self._notes(day)
        said = [long_date(day), "today" if day == self.today else "", note.off]
        said += [one.said for one in note.marks]
        return ", ".join(dict.fromkeys(word for word in said if word))

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return MONTHS[section] if self.yearly and section < _MONTHS else None
        return str(section + 1) if self.yearly else WEEKDAYS[section]


class DayGrid(QTableView):
    """Arrow keys go from day to day, Page Up and Down to another month or year, Enter opens.

    ``opened`` carries the key of what is on the day, ``turned`` a day beyond what is shown, and
    ``chosen`` a day on which there is nothing.
    """

    opened = Signal(str)
    chosen = Signal(object)
    turned = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.days = DayModel()
        self.setModel(self.days)
        self._theme = theme
        self._painter = DayPainter(theme)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            "Arrow keys choose a day, Page Up and Page Down the month, Enter opens the meeting"
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(12)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.changed.connect(self.updateGeometry)
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def day(self) -> date | None:
        """The day that is selected."""
        index = self.currentIndex()
        return self.days.day(index.row(), index.column()) if index.isValid() else None

    def show_days(
        self, day: date, today: date, notes: Callable[[date], DayNote], *, yearly: bool
    ) -> None:
        """Show the month or the year of a day, and select it."""
        self.days.show_days(day, today, notes, yearly=yearly)
        self.verticalHeader().setVisible(yearly)
        self.updateGeometry()
        self.setCurrentIndex(self.days.index(*self.days.place(day)))

    def turn(self, by: int) -> None:
        """Ask for the month or the year before (-1) or after (1)."""
        self.turned.emit(self._paged(self.day or self.days.first, by))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day = event.key(), self.day
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_DAYS,
            Qt.Key.Key_Down: _DAYS,
        }
        if day is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif self.days.yearly and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(_months_on(day, -1 if key == Qt.Key.Key_Up else 1))
        elif key in steps:
            self._go(day + timedelta(days=steps[Qt.Key(key)]))
        else:
            super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        row = self._theme.length(_YEAR_ROW if self.days.yearly else _MONTH_ROW)
        return QSize(200, self.horizontalHeader().sizeHint().height() + row * self.days.rowCount())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def _paged(self, day: date, by: int) -> date:
        return _months_on(day, by * (_MONTHS if self.days.yearly else 1))

    def _go(self, day: date) -> None:
        first = self.days.first
        same_year = day.year == first.year
        if same_year and (self.days.yearly or day.month == first.month):
            self.setCurrentIndex(self.days.index(*self.days.place(day)))
        else:
            self.turned.emit(day)

    def _open(self) -> None:
        day = self.day
        if day is None:
            return
        marks = self.days.note(day).marks
        if not marks:
            self.chosen.emit(day)
        elif len(marks) == 1:
            self.opened.emit(marks[0].key)
        else:
            self._offer(marks)

    def _offer(self, marks: tuple[DayMark, ...]) -> None:
        """Let one of several on a day be chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark in marks:
            action = menu.addAction(mark.said.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=mark.key: self.opened.emit(key))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))


def _months_on(day: date, months: int) -> date:
    """Return the day so many months on, or the last of that month if it is shorter."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
