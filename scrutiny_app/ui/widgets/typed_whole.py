"""What is typed key by key into a field of parts, read as the whole that it makes.

Qt goes to the next part by itself once a part is full, so the blank in "14 January 2027" would
skip the month, and "2 pm" would stay 2.00 am: a wrong day, and nobody is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.typed_clock import typed_clock
from scrutiny_app.domain.typed_day import typed_day

Whole = TypeVar("Whole")

# "202" on the way to "2027" is a year too, but nobody's
_FIRST_YEAR = 1900
_NOON = 12
_HALF_SAID = re.compile(r"m\.?$|noon$|midnight$")
_MINUTES_SAID = re.compile(r"\d[.:h]\d\d$")
_HELD_DOWN = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr)


class TypedWhole:
    """The letters typed since the field was entered, a part of it chosen, or an arrow pressed."""

    def __init__(self) -> None:
        self._letters = ""

    def hear(self, event: QKeyEvent) -> None:
        """Hear a key."""
        if event.key() == Qt.Key.Key_Backspace:
            self._letters = self._letters[:-1]
        elif event.text().isprintable() and event.text():
            self._letters += event.text()
        elif event.key() not in _HELD_DOWN:
            self.forget()

    def forget(self) -> None:
        """Begin again."""
        self._letters = ""

    def day(self) -> date | None:
        """Return the day that was typed, None while it is none."""
        day = self._read(typed_day)
        return day if day is not None and day.year >= _FIRST_YEAR else None

    def clock(self, shown: time) -> time | None:
        """Return the time that was typed, None while it is none; am or pm as shown if not said."""
        letters = self._letters.strip().lower()
        said = _HALF_SAID.search(letters)
        if not said and not _MINUTES_SAID.search(letters):
            return None
        clock = self._read(typed_clock)
        if clock is None or said or not 0 < clock.hour < _NOON:
            return clock
        return clock.replace(hour=clock.hour + (_NOON if shown.hour >= _NOON else 0))

    def _read(self, read: Callable[[str], Whole]) -> Whole | None:
        try:
            return read(self._letters)
        except WrongInput:
            return None
