"""One table of a file under ``resources/``, where every key must be written out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from string import Formatter
from typing import TypeVar

from scrutiny_app.domain.errors import InstallationUnsound, WrongInput
from scrutiny_app.domain.toml_section import Section
from scrutiny_app.resource_files import resource

Choice = TypeVar("Choice", bound=StrEnum)


def shipped_file(*parts: str) -> Path:
    """Return the path of a file that every installation has.

    Raises:
        InstallationUnsound: it is not there.
    """
    try:
        return resource(*parts)
    except FileNotFoundError as error:
        raise InstallationUnsound(f"{error}. Install the program again.") from error


def read_shipped(path: Path) -> ShippedSection:
    """Read a TOML file as one section.

    Raises:
        WrongInput: it is not TOML.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrongInput(
            f"{path.name} is not saved as UTF-8 text. Save it again as UTF-8 and start again."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise WrongInput(
            f"{path.name} is not written as TOML: {error}. Mend that place and start again."
        ) from error
    return ShippedSection(values, "the file as a whole", path.name)


class ShippedSection(Section):
    """A section whose keys all have to be there: a missing one is an error, never a default."""

    def _needed(self, key: str) -> None:
        if key not in self:
            raise self.wrong(f'"{key}" is missing; every key of this table must be written')

    def phrase(self, key: str, *fields: str, needs: str = "") -> str:
        """Return a text that may hold ``{fields}``, and must hold ``needs``.

        Checked here, where the file and the key can be named, so that no drawing fails on it.
        """
        text = self.required_text(key)
        held = self._fields(key, text)
        for field in held:
            if field not in fields:
                known = ", ".join(f"{{{one}}}" for one in fields) or "nothing"
                raise self.wrong(f'"{key}" holds {{{field}}}; {known} may stand in braces there')
        if needs and needs not in held:
            raise self.wrong(f'"{key}" must hold {{{needs}}}')
        return text

    def _fields(self, key: str, text: str) -> tuple[str, ...]:
        try:
            return tuple(field for _, field, _, _ in Formatter().parse(text) if field is not None)
        except ValueError as error:
            raise self.wrong(f'"{key}" has a brace without its pair; write {{{{ for one') from error

    def phrases(self, key: str, *fields: str) -> tuple[str, ...]:
        """Return a list of texts, each of which may hold ``{fields}``."""
        texts = self.texts(key)
        part = ShippedSection(
            {f"{key} {number}": text for number, text in enumerate(texts, start=1)},
            self._name,
            self._file_name,
        )
        return tuple(part.phrase(f"{key} {number}", *fields) for number in range(1, len(texts) + 1))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, each on one line."""
        self._needed(key)
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f'"{key}" must be a list of texts in quotation marks')
        return tuple(" ".join(one.split()) for one in value)

    def measure(self, key: str) -> float:
        """Return a number above nought: a length or a size."""
        self._needed(key)
        value = self._take(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise self.wrong(f'"{key}" must be a number above 0')
        return float(value)

    def needed_number(self, key: str) -> int:
        """Return a whole number from 1 that must be there."""
        self._needed(key)
        return self.whole_number(key) or 0

    def needed_flag(self, key: str) -> bool:
        """Return a true or false that must be written out."""
        self._needed(key)
        return self.flag(key)

    def needed_choice(self, key: str, kinds: type[Choice]) -> Choice:
        """Return one of a set of words that must be written out."""
        self.required_text(key)
        return self.choice(key, next(iter(kinds)))

    def needed_choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """Return a list of words out of a set, at least one."""
        texts = self.texts(key)
        known = {kind.value: kind for kind in kinds}
        if not texts or any(text not in known for text in texts):
            raise self.wrong(f'"{key}" must list one or more of {", ".join(known)}')
        return tuple(known[text] for text in texts)

    def needed_section(self, key: str) -> ShippedSection:
        """Return a table inside this one that must be there."""
        self._needed(key)
        value = self._take(key)
        if not isinstance(value, dict):
            raise self.wrong(f'"{key}" must be a table')
        return ShippedSection(value, f"[{key}]", self._file_name)

    def needed_sections(self, key: str) -> Iterator[ShippedSection]:
        """Give the tables of a list that must be there, in order."""
        self._needed(key)
        value = self._take(key)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.wrong(f'"{key}" must be a list of tables')
        for number, one in enumerate(value, start=1):
            yield ShippedSection(one, f"[[{key}]] {number}", self._file_name)

    def names(self) -> tuple[str, ...]:
        """Return the keys as written, in order."""
        return tuple(self._values)
