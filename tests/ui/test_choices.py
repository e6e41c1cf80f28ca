"""Lists of choices and months to pick from show all they hold."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.day_calendar import DayCalendar
from scrutiny_app.ui.widgets.fields import ChoiceField, DayField


@pytest.mark.parametrize("percent", [100, 200])
def test_every_choice_is_seen_when_the_list_opens(qtbot: QtBot, theme: Theme, percent: int) -> None:
    theme.resize_text(percent)
    field = ChoiceField((("Public", 1), ("Exempt", 2), ("Confidential", 3)))
    qtbot.addWidget(field)
    theme.dress(field)
    field.show()
    field.showPopup()
    QApplication.processEvents()
    view = field.view()
    last = view.visualRect(view.model().index(2, 0))
    assert view.viewport().rect().contains(last)
    field.hidePopup()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_month_has_room_for_the_names_of_its_days_and_for_six_weeks(
    qtbot: QtBot, theme: Theme, percent: int
) -> None:
    theme.resize_text(percent)
    month = DayCalendar()
    qtbot.addWidget(month)
    theme.dress(month)
    month.resize(month.sizeHint())
    month.show()
    month.setCurrentPage(2027, 1)
    table = month.findChild(QTableView)
    assert isinstance(table, QTableView)
    widest = max(month.fontMetrics().horizontalAdvance(day) for day in ("Mon", "Wed", "Sun"))
    assert table.columnWidth(1) > widest
    assert table.viewport().rect().bottom() >= table.visualRect(table.model().index(6, 0)).bottom()


def test_a_day_picked_with_the_mouse_is_told(qtbot: QtBot, theme: Theme) -> None:
    field = DayField(date(2027, 1, 14))
    qtbot.addWidget(field)
    told: list[date] = []
    field.settled.connect(told.append)
    field.setDate(QDate(2027, 1, 21))
    field.calendarWidget().clicked.emit(QDate(2027, 1, 21))
    assert told == [date(2027, 1, 21)]
    assert field.calendarWidget().firstDayOfWeek() == Qt.DayOfWeek.Monday
