from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import Certainty
from scrutiny_app.domain.periods import PeriodRule, Purpose, last_day, last_day_of_months

VECTORS = json.loads((Path(__file__).parent / "vectors/clear_days.json").read_text("utf-8"))


@pytest.mark.parametrize(("start", "months", "end"), VECTORS["beginning_with"])
def test_a_period_ends_the_day_before_the_corresponding_date(
    start: str, months: int, end: str
) -> None:
    assert last_day_of_months(date.fromisoformat(start), months).isoformat() == end


def test_two_months_from_the_end_of_december_end_with_february() -> None:
    assert last_day_of_months(date(2022, 12, 29), 2) == date(2023, 2, 28)
    assert last_day_of_months(date(2022, 12, 28), 2) == date(2023, 2, 27)


def test_six_years_from_a_leap_day_end_with_february() -> None:
    assert last_day_of_months(date(2024, 2, 29), 72) == date(2030, 2, 28)


def test_a_rule_says_how_long() -> None:
    rule = PeriodRule(
        nation=Nation.ENGLAND,
        source="a test",
        certainty=Certainty.BELIEVED,
        purpose=Purpose.RESPONSE_TO_SCRUTINY,
        months=2,
    )
    assert last_day(rule, date(2024, 1, 25)) == date(2024, 3, 24)


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 120))
def test_a_period_a_day_later_never_ends_earlier(start: date, months: int) -> None:
    next_day = start + timedelta(days=1)
    assert last_day_of_months(start, months) <= last_day_of_months(next_day, months)
