from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.financial_year import FinancialYear, financial_year
from scrutiny_app.domain.municipal_year import (
    assumed_year,
    municipal_year,
    parse_year_label,
    year_holding,
    year_label,
)

YEAR = municipal_year(date(2023, 5, 22), date(2024, 5, 20))
NEXT = municipal_year(date(2024, 5, 20), date(2025, 5, 19))


def test_a_year_runs_from_one_annual_meeting_to_the_day_before_the_next() -> None:
    assert (YEAR.starts_on, YEAR.ends_on) == (date(2023, 5, 22), date(2024, 5, 19))
    assert YEAR.label == "2023/24"
    assert not YEAR.assumed


def test_an_annual_meeting_must_come_after_the_one_before() -> None:
    with pytest.raises(WrongInput, match="must come after"):
        municipal_year(date(2024, 5, 20), date(2024, 5, 20))


def test_a_meeting_in_may_lies_in_the_year_its_council_says() -> None:
    assert year_holding(date(2024, 5, 19), (YEAR, NEXT)) is YEAR
    assert year_holding(date(2024, 5, 20), (YEAR, NEXT)) is NEXT


def test_a_day_outside_the_stored_years_is_not_guessed() -> None:
    with pytest.raises(NotFound, match="annual meetings before and after"):
        year_holding(date(2030, 1, 1), (YEAR, NEXT))


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2024, 1, 25), "2023/24"),
        (date(2024, 5, 14), "2023/24"),
        (date(2024, 5, 15), "2024/25"),
        (date(2000, 1, 1), "1999/00"),
    ],
)
def test_an_assumed_year_begins_in_the_middle_of_may_and_says_it_is_assumed(
    day: date, label: str
) -> None:
    year = assumed_year(day)
    assert (year.label, year.assumed) == (label, True)
    assert day in year


@pytest.mark.parametrize("label", ["2023/24", "2023-24", "2023\u201324", " 2023 / 2024 "])
def test_a_label_is_read_however_it_is_written(label: str) -> None:
    assert parse_year_label(label) == 2023


@pytest.mark.parametrize("label", ["2023", "23/24", "2023/25", "2023/2023", "next year", ""])
def test_what_is_not_a_year_is_refused(label: str) -> None:
    with pytest.raises(WrongInput, match="is not a municipal year"):
        parse_year_label(label)


@given(st.integers(1000, 9998))
def test_a_label_says_the_year_it_was_made_from(starts_in: int) -> None:
    assert parse_year_label(year_label(starts_in)) == starts_in


@pytest.mark.parametrize(
    ("day", "starts_in"), [(date(2024, 3, 31), 2023), (date(2024, 4, 1), 2024)]
)
def test_the_financial_year_begins_in_april_and_is_another_thing(day: date, starts_in: int) -> None:
    year = financial_year(day)
    assert year == FinancialYear(starts_in)
    assert year.starts_on <= day <= year.ends_on
    assert year.label == year_label(starts_in)
    assert year != assumed_year(day)
