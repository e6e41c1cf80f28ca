"""Days, times of day and lists in words, by the house style's own patterns.

``strftime`` is not used: its month names follow the machine's language, and its days keep a
leading nought.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
DATE_FIELDS = frozenset({"weekday", "day", "month", "year"})
TIME_FIELDS = frozenset({"hour", "hour24", "minute", "half"})
LONG_DATE = "{weekday} {day} {month} {year}"
DAY_DATE = "{day} {month} {year}"
CLOCK = "{hour}.{minute} {half}"
_NOON = 12
_TURNS = {time(0): "midnight", time(_NOON): "noon"}


def long_date(day: date, pattern: str = LONG_DATE) -> str:
    """Return a day in words: "Thursday, 25 January 2024".

    ``pattern`` may hold {weekday}, {day}, {month} and {year}.
    """
    return pattern.format(
        weekday=WEEKDAYS[day.weekday()],
        day=day.day,
        month=MONTHS[day.month - 1],
        year=day.year,
    )


def clock_time(clock: time, pattern: str = CLOCK) -> str:
    """Return a time of day in words: "9.30 am".

    ``pattern`` may hold {hour} (1 to 12), {hour24} (00 to 23), {minute} (two digits) and {half}
    ("am" or "pm"; "noon" and "midnight" for these two, of which nobody is sure otherwise).
    """
    half = "am" if clock.hour < _NOON else "pm"
    return pattern.format(
        hour=clock.hour % _NOON or _NOON,
        hour24=f"{clock.hour:02}",
        minute=f"{clock.minute:02}",
        half=_TURNS.get(clock.replace(second=0, microsecond=0), half),
    )


def listed(things: Iterable[object]) -> str:
    """Return things as a sentence has them: "1, 2 and 3"."""
    *most, last = map(str, things)
    return f"{', '.join(most)} and {last}" if most else last


def counted(text: str, number: int) -> str:
    """Return text whose words in "(s)" suit a number: "paragraph(s)" of one is "paragraph"."""
    return text.replace("(s)", "" if number == 1 else "s")
