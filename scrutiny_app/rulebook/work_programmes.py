"""What a council may want otherwise about work programmes, read from ``resources/programme``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scrutiny_app.domain.returns import ReturnWords
from scrutiny_app.rulebook.shipped_section import read_shipped, shipped_file

FORMAT = 1
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class ProgrammeSettings:
    """How many items a meeting takes, how alike is alike (0 to 1), and the words of a return."""

    capacity: int
    alike: float
    return_words: ReturnWords


@cache
def programme_settings() -> ProgrammeSettings:
    """Return the settings of work programmes.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = read_shipped(shipped_file("programme", "work-programme.toml"))
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    settings = ProgrammeSettings(
        whole.needed_number("capacity"),
        whole.needed_number("alike") / _HUNDRED,
        ReturnWords(whole.texts("returns"), whole.texts("at_meeting")),
    )
    whole.finish()
    return settings
