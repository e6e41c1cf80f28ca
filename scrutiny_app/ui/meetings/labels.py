"""The words this room has for how far off meetings are."""

from __future__ import annotations

from datetime import date

_WEEK = 7
_FORTNIGHT = 14
_FAR = 60


def how_far(day: date, today: date) -> str:
    """Return how far off a day is: "today", "in 16 days", "5 weeks ago"."""
    days = (day - today).days
    if days == 0:
        return "today"
    if abs(days) == 1:
        return "tomorrow" if days > 0 else "yesterday"
    number = abs(days)
    words = f"{number} days" if number < _FORTNIGHT else f"{number // _WEEK} weeks"
    if number > _FAR:
        words = f"{round(number / 30.44)} months"
    return f"in {words}" if days > 0 else f"{words} ago"
