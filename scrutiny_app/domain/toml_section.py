"""One table of a TOML file, read with errors that name the key, the table and the way out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from textwrap import dedent
from typing import TypeVar

from scrutiny_app.domain.errors import WrongInput

Choice = TypeVar("Choice", bound=StrEnum)


class Section:
    """A table being read. Every key is asked for once; ``finish`` refuses those nobody asked for.

    ``name`` is how the officer finds the table: ``[meeting]``, ``item 3, paper 2``.
    """

    def __init__(self, values: Mapping[str, object], name: str, file_name: str) -> None:
        self._values = values
        self._name = name
        self._file_name = file_name
        self._asked: set[str] = set()

    def wrong(self, what: str) -> WrongInput:
        """Return the error for a fault in this table; ``what`` ends without a full stop."""
        end = "" if what.endswith("?") else "."
        return WrongInput(f"{self._file_name}, {self._name}: {what}{end}")

    def _take(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, default: str = "") -> str:
        """Return a text on one line, without outer spaces."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.wrong(f'"{key}" must be text in quotation marks')
        return " ".join(value.split())

    def required_text(self, key: str) -> str:
        """Return a text that must be there.

        Raises:
            WrongInput: it is missing or empty.
        """
        value = self.text(key)
        if not value:
            raise self.wrong(f'"{key}" is missing; write {key} = "…"')
        return value

    def prose(self, key: str) -> str:
        """Return a text of many lines, as written but for outer space and indentation."""
        value = self._take(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(f'"{key}" must be text in quotation marks, three for many lines')
        return dedent(value).strip()

    def proses(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each read as ``prose``; empty when the key is not there."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f'"{key}" must be a list of texts in quotation marks')
        if not all(one.strip() for one in value):
            raise self.wrong(f'"{key}" has an empty text in its list; write it or take it out')
        return tuple(dedent(one).strip() for one in value)

    def day(self, key: str) -> date | None:
        """Return a date, or None when the key is not there."""
        value = self._take(key)
        if value is None:
            return None
        # A TOML date-time is a datetime, which is a date too
        if type(value) is not date:
            raise self.wrong(f'"{key}" must be a date such as 2027-01-21, without quotation marks')
        return value

    def required_day(self, key: str) -> date:
        """Return a date that must be there."""
        value = self.day(key)
        if value is None:
            raise self.wrong(f'"{key}" is missing; write {key} = 2027-01-21')
        return value

    def clock(self, key: str) -> time | None:
        """Return a local time, or None when the key is not there."""
        self._asked.add(key)
        return self.required_clock(key) if key in self else None

    def required_clock(self, key: str) -> time:
        """Return a local time that must be there."""
        value = self._take(key)
        if not isinstance(value, time):
            raise self.wrong(f'"{key}" must be a time such as 09:30:00, without quotation marks')
        return value.replace(tzinfo=None)

    def whole_number(self, key: str) -> int | None:
        """Return a whole number from 1, or None when the key is not there."""
        value = self._take(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise self.wrong(f'"{key}" must be a whole number from 1')
        return value

    def count(self, key: str) -> int:
        """Return a whole number from 0, which it is when the key is not there."""
        value = self._take(key)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.wrong(f'"{key}" must be a whole number from 0')
        return value

    def whole_numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty when the key is not there."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(type(one) is int for one in value):
            raise self.wrong(f'"{key}" must be a list of whole numbers such as [3]')
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Return a true or false, false when the key is not there."""
        value = self._take(key)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise self.wrong(f'"{key}" must be true or false')
        return value

    def choice(self, key: str, default: Choice) -> Choice:
        """Return one of a set of words, in the type of ``default``."""
        value = self.text(key)
        if not value:
            return default
        kinds = type(default)
        wanted = _spaced(value.lower())
        for kind in kinds:
            if _spaced(kind.value) == wanted:
                return kind
        known = ", ".join(f'"{kind.value}"' for kind in kinds)
        raise self.wrong(f'{key} = "{value}" is not known; use one of {known}')

    def section(self, key: str, name: str) -> Section:
        """Return a table inside this one; an absent one reads as empty."""
        value = self._take(key)
        if value is None:
            value = {}
        if not isinstance(value, dict):
            raise self.wrong(f'"{key}" must be a table')
        return Section(value, name, self._file_name)

    def sections(self, key: str, name: str) -> Iterator[Section]:
        """Give the tables of a list, in order; ``name`` holds {number}, counting from 1."""
        value = self._take(key)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(f'"{key}" must be a list of tables')
        for number, one in enumerate(value, start=1):
            yield Section(one, name.format(number=number), self._file_name)

    def __contains__(self, key: str) -> bool:
        """Whether the key is written in the file."""
        return key in self._values

    def finish(self) -> None:
        """Refuse keys that nobody asked for: a misspelt key would silently change the agenda.

        Raises:
            WrongInput: naming the first such key and the nearest known one.
        """
        for key in self._values:
            if key not in self._asked:
                near = difflib.get_close_matches(key, self._asked, n=1)
                hint = f'; did you mean "{near[0]}"?' if near else "; take it out"
                raise self.wrong(f'"{key}" is not a key of this table{hint}')


def _spaced(word: str) -> str:
    """Return a word of a set with spaces: "vice_chair" and "vice-chair" are the same."""
    return word.replace("_", " ").replace("-", " ")
