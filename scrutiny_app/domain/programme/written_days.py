"""Days as people write them in a table: "28 September", "Thu 28/09/2023", "Aug 2024", "TBC"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.municipal_year import MunicipalYear, assumed_year, parse_year_label
from scrutiny_app.domain.wording import DAY_DATE, MONTHS, WEEKDAYS, long_date

_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}
_NAMED_DAY = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(?P<month>[a-z]+)\.?,?(?:\s+(?P<year>\d{4}|\d{2}))?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_MONTH = re.compile(r"(?P<month>[a-z]+)\.?\s+(?P<year>\d{4})", re.IGNORECASE)
_SEASON = re.compile(
    r"(?:early |mid |late )?(?:spring|summer|autumn|winter)(?:\s+\d{4})?", re.IGNORECASE
)
_NO_DAY = re.compile(
    r"(?:to be (?:scheduled|confirmed|arranged|agreed|advised)|tbc|tba|t\.b\.c\.?|parked|reserve"
    r"|reserve list|unscheduled|not scheduled|date to be \w+|future (?:meeting|item)s?"
    r"|as soon as .+|when .+|after .+|-|\u2013|\?)",
    re.IGNORECASE,
)

_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """What a text says of a day: the ``day``, or a ``window`` in words, or a ``problem``.

    ``problem`` follows the place of the cell and tells what to do.
    """

    day: date | None = None
    window: str = ""
    problem: str = ""


def year_of(label: str) -> MunicipalYear:
    """Return the days of a municipal year by its label; its first and last are assumed.

    Source: as ``assumed_year``.

    Raises:
        WrongInput: it is no label of a year.
    """
    return assumed_year(date(parse_year_label(label), 6, 1))


def read_day(text: str, year: MunicipalYear) -> WrittenDay:
    """Return what a text says of a day; one without a year is taken to lie in ``year``.

    Source: the ways in which real programmes write their meetings; our own list.
    """
    plain = " ".join(text.replace("\u00a0", " ").split()).strip(" *")
    if not plain or _NO_DAY.fullmatch(plain) or _SEASON.fullmatch(plain):
        return WrittenDay(window=plain.strip("-\u2013?"))
    month = _MONTH.fullmatch(plain)
    if month and _month_number(month["month"]):
        return WrittenDay(window=plain)
    found = _NAMED_DAY.fullmatch(plain) or _FIGURES.fullmatch(plain) or _ISO.fullmatch(plain)
    number = _month_number(found["month"]) if found else 0
    if found is None or not number:
        return WrittenDay(
            problem=f'"{plain}" is not a day. Write it as {_example(year)}, or write TBC.'
        )
    return _checked(plain, found, number, year)


def window_ends(window: str) -> date | None:
    """Return the last day of a window that names month and year: "Aug 2024"; else None.

    Source: practice; a season has no last day.
    """
    found = _MONTH.search(window)
    number = _month_number(found["month"]) if found else 0
    if found is None or not number:
        return None
    year = int(found["year"])
    return date(year, number, calendar.monthrange(year, number)[1])


def _checked(plain: str, found: re.Match[str], month: int, year: MunicipalYear) -> WrittenDay:
    said = found["year"]
    try:
        day = (
            date(int(said) + (_CENTURY if len(said) == len("23") else 0), month, int(found["day"]))
            if said
            else _in_year(int(found["day"]), month, year)
        )
    except ValueError:
        return WrittenDay(problem=f'"{plain}" is not in the calendar. Correct the day.')
    weekday = found.groupdict().get("weekday") or ""
    if weekday and not WEEKDAYS[day.weekday()].lower().startswith(weekday.lower()[:3]):
        return WrittenDay(
            problem=f'"{plain}" is a {WEEKDAYS[day.weekday()]}. Correct the day or the weekday.'
        )
    if said and not _about(day, year):
        return WrittenDay(
            problem=f'"{plain}" does not lie in {year.label}. Correct the day, or import the file '
            "into the year it is for."
        )
    return WrittenDay(day=day)


def _in_year(day: int, month: int, year: MunicipalYear) -> date:
    first = date(year.starts_on.year, month, day)
    if first >= year.starts_on:
        return first
    return date(year.starts_on.year + 1, month, day)


def _about(day: date, year: MunicipalYear) -> bool:
    """Tell whether a day can lie in a year whose first and last are only assumed."""
    return (
        date(year.starts_on.year, 4, 1) <= day <= max(date(year.ends_on.year, 6, 15), year.ends_on)
    )


def _month_number(name: str) -> int:
    if name.isdigit():
        return int(name)
    short = name[:3].lower()
    number = _SHORT.get(short, 0)
    whole = MONTHS[number - 1].lower() if number else ""
    return (
        number if whole.startswith(name.lower().removesuffix("t")) or whole == name.lower() else 0
    )


def _example(year: MunicipalYear) -> str:
    return long_date(date(year.starts_on.year, 9, 28), DAY_DATE)
