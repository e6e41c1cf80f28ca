from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.house_style import MinuteNumbering, MinuteScheme
from scrutiny_app.domain.minutes.minute_numbers import minute_label, next_first_number
from scrutiny_app.domain.minutes.minutes import MinutesOutline, outline_minutes
from tests.build import an_agenda


def a_scheme(numbering: MinuteNumbering, pattern: str = "{number}") -> MinuteScheme:
    return MinuteScheme(numbering, pattern, capital_titles=True, initials_on_each_leaf=True)


def minutes_of(year: str, *, first: int, items: int) -> MinutesOutline:
    agenda = an_agenda(items=items - 2)
    agenda = replace(agenda, meeting=replace(agenda.meeting, municipal_year=year))
    return outline_minutes(agenda, first_number=first)


# Last year's meeting ended with minute 60; this year's two with 17 and 23
BEFORE = (
    minutes_of("2022/23", first=55, items=6),
    minutes_of("2023/24", first=18, items=6),
    minutes_of("2023-24", first=12, items=6),
)


@pytest.mark.parametrize(
    ("numbering", "year", "first"),
    [
        (MinuteNumbering.MUNICIPAL_YEAR, "2023/24", 24),
        (MinuteNumbering.MUNICIPAL_YEAR, "2024/25", 1),
        (MinuteNumbering.NEVER_RESET, "2024/25", 61),
        (MinuteNumbering.MEETING, "2023/24", 1),
    ],
)
def test_minutes_run_on_as_the_house_style_says(
    numbering: MinuteNumbering, year: str, first: int
) -> None:
    assert next_first_number(BEFORE, a_scheme(numbering), municipal_year=year) == first


@pytest.mark.parametrize("numbering", MinuteNumbering)
def test_the_first_minute_of_a_committee_is_number_one(numbering: MinuteNumbering) -> None:
    assert next_first_number((), a_scheme(numbering), municipal_year="2023/24") == 1


def test_meetings_without_a_year_run_on_among_themselves() -> None:
    scheme = a_scheme(MinuteNumbering.MUNICIPAL_YEAR)
    unlabelled = minutes_of("", first=1, items=4)
    assert next_first_number((*BEFORE, unlabelled), scheme, municipal_year="") == 5
    assert next_first_number((unlabelled,), scheme, municipal_year="2023/24") == 1


@pytest.mark.parametrize(
    ("pattern", "label"),
    [("{number}", "32"), ("{number}/{year}", "32/24"), ("Minute {number}", "Minute 32")],
)
def test_a_number_is_printed_by_the_pattern_of_the_house(pattern: str, label: str) -> None:
    scheme = a_scheme(MinuteNumbering.MUNICIPAL_YEAR, pattern)
    assert minute_label(32, scheme, municipal_year="2024/25") == label


def test_a_number_with_the_year_needs_the_year() -> None:
    scheme = a_scheme(MinuteNumbering.MUNICIPAL_YEAR, "{number}/{year}")
    with pytest.raises(WrongInput, match="Give the meeting its municipal year"):
        minute_label(32, scheme, municipal_year="")
