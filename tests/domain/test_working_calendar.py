from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.working_calendar import WorkingCalendar

SHUT = frozenset({date(2024, 12, 27), date(2024, 12, 30), date(2024, 12, 31)})
CALENDAR = WorkingCalendar(
    frozenset({2024, 2025}), {date(2024, 12, 25): "Christmas Day"}, closed_days=SHUT
)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 12, 24), ""),
        (date(2024, 12, 25), "Christmas Day"),
        (date(2024, 12, 27), "the offices are closed"),
        (date(2024, 12, 28), "Saturday"),
        (date(2024, 12, 29), "Sunday"),
    ],
)
def test_a_day_off_says_why(day: date, why: str) -> None:
    assert CALENDAR.day_off(day) == why
    assert CALENDAR.is_working(day) is (why == "")


def test_a_year_whose_holidays_are_not_known_is_refused() -> None:
    with pytest.raises(WrongInput, match="bank holidays of 2023"):
        CALENDAR.is_working(date(2023, 5, 8))


def test_working_days_leave_out_every_day_off() -> None:
    days = CALENDAR.working_days(date(2024, 12, 24), date(2024, 12, 31))
    assert days == (date(2024, 12, 24), date(2024, 12, 26))


def test_no_working_days_lie_between_days_in_the_wrong_order() -> None:
    assert CALENDAR.working_days(date(2024, 12, 31), date(2024, 12, 24)) == ()


def test_the_next_and_the_last_working_day_skip_closed_days() -> None:
    assert CALENDAR.working_day_from(date(2024, 12, 27)) == date(2025, 1, 1)
    assert CALENDAR.working_day_until(date(2024, 12, 31)) == date(2024, 12, 26)
    assert CALENDAR.working_day_until(date(2024, 12, 24)) == date(2024, 12, 24)
