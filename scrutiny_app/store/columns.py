"""How days, moments and lists of names stand in a column, and how they are read again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time


def moment_text(moment: datetime) -> str:
    """Return a moment as UTC text that sorts by time.

    Raises:
        ValueError: the moment has no time zone; that is a bug in the caller.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from(text: str) -> datetime:
    """Return the moment that ``moment_text`` wrote."""
    return datetime.fromisoformat(text)


def optional_moment_text(moment: datetime | None) -> str | None:
    """Return a moment as text, or None for none."""
    return None if moment is None else moment_text(moment)


def optional_moment(text: str | None) -> datetime | None:
    """Return the moment in a column, or None where it is empty."""
    return None if text is None else moment_from(text)


def day_text(day: date | None) -> str | None:
    """Return a day as ISO text, or None for none."""
    return None if day is None else day.isoformat()


def optional_day(text: str | None) -> date | None:
    """Return the day in a column, or None where it is empty."""
    return None if text is None else date.fromisoformat(text)


def clock_text(clock: time | None) -> str | None:
    """Return a time of day as ISO text, or None for none."""
    return None if clock is None else clock.isoformat()


def optional_clock(text: str | None) -> time | None:
    """Return the time of day in a column, or None where it is empty."""
    return None if text is None else time.fromisoformat(text)


def list_text(values: Iterable[str | int]) -> str:
    """Return a list as JSON."""
    return json.dumps(list(values))


def texts_from(text: str) -> tuple[str, ...]:
    """Return the texts that ``list_text`` wrote."""
    return tuple(str(value) for value in json.loads(text))


def numbers_from(text: str) -> tuple[int, ...]:
    """Return the whole numbers that ``list_text`` wrote."""
    return tuple(int(value) for value in json.loads(text))
