from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from scrutiny_app.domain.committee import Nation
from scrutiny_app.rulebook import calendars
from scrutiny_app.rulebook.calendars import OneOffHoliday, one_off_holidays, working_calendar

# gov.uk's own list, with the day it was taken
PUBLISHED = json.loads(
    (Path(__file__).parent / "govuk_bank_holidays.json").read_text(encoding="utf-8")
)
DIVISIONS = {
    Nation.ENGLAND: "england-and-wales",
    Nation.WALES: "england-and-wales",
    Nation.SCOTLAND: "scotland",
    Nation.NORTHERN_IRELAND: "northern-ireland",
}
YEARS = range(2012, 2029)
# The library knows it, the copy of gov.uk's list is older than its proclamation
SINCE_PROCLAIMED = {(Nation.SCOTLAND, date(2026, 6, 15))}


@pytest.mark.parametrize("nation", Nation)
def test_weekdays_off_are_those_that_gov_uk_publishes(nation: Nation) -> None:
    published = {date.fromisoformat(day) for day in PUBLISHED[DIVISIONS[nation]]}
    calendar = working_calendar(nation, YEARS)
    # The library keeps a weekend day beside its substitute: harmless, a weekend is off anyway
    ours = {day for day in calendar.bank_holidays if day.year in YEARS and day.weekday() < 5}
    later = {day for place, day in SINCE_PROCLAIMED if place is nation}
    assert ours - later == {day for day in published if day.weekday() < 5}


def test_the_nations_differ() -> None:
    st_patrick, second_january = date(2027, 3, 17), date(2026, 1, 2)
    easter_monday = date(2027, 3, 29)
    working = {nation: working_calendar(nation, [2026, 2027]) for nation in Nation}
    assert working[Nation.ENGLAND].is_working(st_patrick)
    assert not working[Nation.NORTHERN_IRELAND].is_working(st_patrick)
    assert working[Nation.WALES].is_working(second_january)
    assert not working[Nation.SCOTLAND].is_working(second_january)
    assert working[Nation.SCOTLAND].is_working(easter_monday)
    assert not working[Nation.ENGLAND].is_working(easter_monday)


def test_a_calendar_covers_the_years_on_either_side() -> None:
    assert working_calendar(Nation.ENGLAND, [2027]).years == {2026, 2027, 2028}


def test_a_calendar_reaches_beyond_the_published_list() -> None:
    calendar = working_calendar(Nation.ENGLAND, [2035])
    assert calendar.day_off(date(2035, 12, 25)) == "Christmas Day"


def test_a_council_has_closed_days_of_its_own() -> None:
    closed = date(2026, 12, 29)
    calendar = working_calendar(Nation.ENGLAND, [2026], frozenset({closed}))
    assert calendar.day_off(closed) == "the offices are closed"


def test_the_days_of_2022_and_2023_are_held_as_data_too() -> None:
    assert [holiday.day for holiday in one_off_holidays()] == [date(2022, 9, 19), date(2023, 5, 8)]


def test_a_day_that_is_proclaimed_counts_as_soon_as_it_is_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = one_off_holidays()[0]
    new = OneOffHoliday(
        date(2027, 6, 16), "A jubilee", frozenset({Nation.WALES}), "a test", told.certainty
    )
    monkeypatch.setattr(calendars, "one_off_holidays", lambda: (told, new))
    assert working_calendar(Nation.WALES, [2027]).day_off(new.day) == "A jubilee"
    assert working_calendar(Nation.ENGLAND, [2027]).is_working(new.day)


def test_the_library_of_holidays_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, scrutiny_app.rulebook.calendars; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_bank_holidays_are_read_without_loading_those_of_every_other_country() -> None:
    code = (
        "import sys; from scrutiny_app.domain.committee import Nation; "
        "from scrutiny_app.rulebook.calendars import working_calendar; "
        "working_calendar(Nation.WALES, [2027]); "
        "print(*(one for one in sys.modules if one.startswith('holidays.countries')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["holidays.countries.united_kingdom"]
