"""The working calendar of a council: the nation's bank holidays and its own closed days."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import Certainty
from scrutiny_app.domain.working_calendar import WorkingCalendar
from scrutiny_app.rulebook.law_files import law_file

_SUBDIVISIONS: Mapping[Nation, str] = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


@dataclass(frozen=True, slots=True)
class OneOffHoliday:
    """A bank holiday of one year only."""

    day: date
    name: str
    nations: frozenset[Nation]
    source: str
    certainty: Certainty


def working_calendar(
    nation: Nation, years: Collection[int], closed_days: Iterable[date] = ()
) -> WorkingCalendar:
    """Return the calendar of a council for the years of its meetings.

    The year before the first and the year after the last come with them: notice of a January
    meeting is given in December.

    Source: the ``holidays`` library, checked in our tests against the list on gov.uk, and
    ``resources/law/one-off-holidays.toml``.
    """
    known = frozenset(range(min(years) - 1, max(years) + 2))
    proclaimed = {
        holiday.day: holiday.name
        for holiday in one_off_holidays()
        if nation in holiday.nations and holiday.day.year in known
    }
    return WorkingCalendar(
        known, dict(_bank_holidays(nation, known)) | proclaimed, frozenset(closed_days)
    )


@cache
def one_off_holidays() -> tuple[OneOffHoliday, ...]:
    """Return the bank holidays that the file adds.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = law_file("one-off-holidays.toml")
    found = []
    for section in whole.needed_sections("holiday"):
        found.append(
            OneOffHoliday(
                section.required_day("day"),
                section.required_text("name"),
                frozenset(section.needed_choices("jurisdictions", Nation)),
                section.required_text("source"),
                section.needed_choice("status", Certainty),
            )
        )
        section.finish()
    whole.finish()
    return tuple(found)


@cache
def _bank_holidays(nation: Nation, years: frozenset[int]) -> Mapping[date, str]:
    return dict(_united_kingdom()(subdiv=_SUBDIVISIONS[nation], years=sorted(years)).items())


def _united_kingdom() -> Callable[..., Mapping[date, str]]:
    """Return the library's class for the United Kingdom, imported when it is used.

    Its package imports the classes of 250 countries: 65 ms, and while they load the window waits.
    Ours alone takes 4 ms: the package stands empty for as long as it is imported.
    """
    place = importlib.util.find_spec("holidays.countries")
    if place is None:
        raise ModuleNotFoundError("holidays.countries")
    whole = sys.modules.get(place.name)
    sys.modules[place.name] = importlib.util.module_from_spec(place)
    try:
        module = importlib.import_module(f"{place.name}.united_kingdom")
    finally:
        del sys.modules[place.name]
        if whole is not None:
            sys.modules[place.name] = whole
    found: Callable[..., Mapping[date, str]] = module.UnitedKingdom
    return found
