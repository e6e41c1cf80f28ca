"""A day and an hour typed as people write them are what the field then shows."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.widgets.fields import DayField, HourField, OpenChoiceField


@pytest.mark.parametrize(
    "typed", ["14 January 2027", "14 jan 2027", "14/1/2027", "14.1.27", "2027-01-14"]
)
def test_a_day_typed_over_another_is_that_day(qtbot: QtBot, typed: str) -> None:
    field = DayField(date(2026, 12, 24))
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.day == date(2027, 1, 14)


@pytest.mark.parametrize(
    ("shown", "typed", "then"),
    [
        (time(10), "2 pm", time(14)),
        (time(10), "2pm", time(14)),
        (time(10), "2.30 PM", time(14, 30)),
        (time(10), "14:00", time(14)),
        (time(10), "12 noon", time(12)),
        (time(10), "11.30", time(11, 30)),
        (time(14), "2.30", time(14, 30)),
        (time(14), "9.15 am", time(9, 15)),
    ],
)
def test_an_hour_typed_over_another_is_that_hour(
    qtbot: QtBot, shown: time, typed: str, then: time
) -> None:
    field = HourField(shown)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.hour == then


def test_an_arrow_in_an_empty_line_of_names_goes_to_the_first(qtbot: QtBot) -> None:
    field = OpenChoiceField()
    qtbot.addWidget(field)
    field.offer(["Councillor Ash", "Councillor Birch"])
    field.show_text("")
    assert field.currentText() == ""
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText() == "Councillor Ash"
    field.show_text("Councillor Birch")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.currentText() == "Councillor Ash"
