"""A day as an officer types it: "1 May 2026", "1.5.26", "1/5/2026" or "2026-05-01"."""

from __future__ import annotations

import re
from datetime import date

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import MONTHS, WEEKDAYS

_PARTS = re.compile(r"[\s,./-]+")
_ORDINAL = re.compile(r"([0-9]{1,2})(st|nd|rd|th)")
_SHORTEST = 3
_CENTURY = 100


def typed_day(text: str) -> date:
    """Return the day that was typed: day, month, year, or the year first if it has four figures.

    A month may be a number or a name, shortened to three letters or more; a weekday before it is
    passed over. A year of two figures is one of this century.

    Raises:
        WrongInput: it is not a day.

    Source: practice: days are written day, month, year in the UK; ISO 8601 for the year first.
    """
    parts = [part for part in _PARTS.split(text.strip().lower()) if part]
    if parts and _begins(parts[0], WEEKDAYS):
        parts = parts[1:]
    try:
        first, month, last = parts
        if len(first) == len("2026"):
            return date(int(first), _month(month), int(last))
        year = int(last)
        day = int(_ORDINAL.sub(r"\1", first))
        return date(year if year >= _CENTURY else 2000 + year, _month(month), day)
    except ValueError:
        raise WrongInput(
            f'"{text.strip()}" is not a day. Write it as 1 May 2026 or 1/5/2026.'
        ) from None


def _month(word: str) -> int:
    for place, month in enumerate(MONTHS, start=1):
        if _begins(word, (month,)):
            return place
    return int(word)


def _begins(word: str, names: tuple[str, ...]) -> bool:
    return len(word) >= _SHORTEST and any(name.lower().startswith(word) for name in names)
