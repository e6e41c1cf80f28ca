"""The words this room has for how meetings stand and how far off they are."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.meeting import Standing
from scrutiny_app.ui.widgets.chip import Tone

STANDINGS = {
    Standing.PLANNED: ("Planned", Tone.PLAIN),
    Standing.PUBLISHED: ("Agenda published", Tone.GOOD),
    Standing.HELD: ("Held", Tone.ACCENT),
    Standing.INQUORATE: ("Inquorate", Tone.WARN),
    Standing.ADJOURNED: ("Adjourned", Tone.WARN),
    Standing.MOVED: ("Moved", Tone.SPECIAL),
    Standing.CANCELLED: ("Cancelled", Tone.BAD),
}
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
