from __future__ import annotations

from datetime import date, time

import pytest

from scrutiny_app.domain.wording import clock_time, counted, long_date


def test_a_day_is_written_by_the_pattern_of_the_house() -> None:
    day = date(2024, 1, 25)
    assert long_date(day) == "Thursday 25 January 2024"
    assert long_date(day, "{weekday}, {day} {month} {year}") == "Thursday, 25 January 2024"
    assert long_date(date(2024, 2, 1), "{day} {month} {year}") == "1 February 2024"


@pytest.mark.parametrize(
    ("clock", "written"),
    [
        (time(9, 30), "9.30 am"),
        (time(0, 5), "12.05 am"),
        (time(0, 0), "12.00 midnight"),
        (time(12, 0), "12.00 noon"),
        (time(12, 1), "12.01 pm"),
        (time(13, 7), "1.07 pm"),
    ],
)
def test_a_time_is_written_by_the_twelve_hour_clock(clock: time, written: str) -> None:
    assert clock_time(clock) == written


def test_a_house_may_use_the_twenty_four_hour_clock() -> None:
    assert clock_time(time(9, 5), "{hour24}:{minute}") == "09:05"


@pytest.mark.parametrize(("number", "written"), [(0, "items"), (1, "item"), (2, "items")])
def test_a_word_suits_the_number_it_stands_for(number: int, written: str) -> None:
    assert counted("item(s)", number) == written
