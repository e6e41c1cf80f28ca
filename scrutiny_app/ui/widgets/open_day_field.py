"""A field for a day that may be left open, typed in any usual form or picked from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidgetAction

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.typed_day import typed_day
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.day_calendar import DayCalendar
from scrutiny_app.ui.widgets.fields import LineField


class OpenDayField(LineField):
    """Empty means open. ``day_settled`` carries the day or None, ``refused`` why it is no day.

    ``refused`` carries an empty sentence when the text is a day again.
    """

    day_settled = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, placeholder: str = "Open", day: date | None = None) -> None:
        super().__init__("", placeholder)
        self._theme = theme
        self._calendar = DayCalendar()
        self._calendar.clicked.connect(self._pick)
        self._menu = QMenu(self)
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(self._calendar)
        self._menu.addAction(holder)
        self._button = QAction("Calendar", self)
        self._button.triggered.connect(self._show_calendar)
        self.addAction(self._button, QLineEdit.ActionPosition.TrailingPosition)
        self.settled.connect(self._read)
        theme.changed.connect(self._tint)
        self._tint()
        self.show_day(day)

    def show_day(self, day: date | None) -> None:
        """Show what is on record, nothing where it is open."""
        shown = long_date(day, DAY_DATE) if day else ""
        self.show_text(shown)
        if self.text() == shown:
            self.refused.emit("")

    @property
    def day(self) -> date | None:
        """The day that is typed, None where there is nothing.

        Raises:
            WrongInput: it is not a day.
        """
        return typed_day(self.text()) if self.text().strip() else None

    def day_or(self, before: date | None) -> date | None:
        """Return the day that is typed; the one before while what is typed is none."""
        try:
            return self.day
        except WrongInput:
            return before

    def _read(self) -> None:
        try:
            day = self.day
        except WrongInput as error:
            self.typed.refuse()
            self.refused.emit(str(error))
            return
        self.refused.emit("")
        self.show_day(day)
        self.day_settled.emit(day)

    def _show_calendar(self) -> None:
        day = self.day_or(None)
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _pick(self, day: QDate) -> None:
        self._menu.hide()
        self.setText(long_date(date(day.year(), day.month(), day.day()), DAY_DATE))
        self.settle()

    def _tint(self) -> None:
        size = self._theme.length(16)
        self._button.setIcon(icon("calendar", self._theme.tokens.muted, size=size))
