"""What a council may want otherwise about work programmes, read from ``resources/programme``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scrutiny_app.domain.programme.report import ProgrammeReportWords
from scrutiny_app.domain.programme.returns import ReturnWords
from scrutiny_app.rulebook.shipped_section import read_shipped, shipped_file

FORMAT = 1
_HUNDRED = 100
_FIELDS = ("committee", "year", "capacity")


@dataclass(frozen=True, slots=True)
class ProgrammeSettings:
    """How many items a meeting takes, how alike is alike (0 to 1), and the words of a return.

    ``move_reasons`` are offered where somebody says why an item moves.
    """

    capacity: int
    alike: float
    return_words: ReturnWords
    move_reasons: tuple[str, ...]


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
        whole.texts("move_reasons"),
    )
    whole.finish()
    return settings


@cache
def programme_report_words() -> ProgrammeReportWords:
    """Return the words of a work programme's covering report.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    whole = read_shipped(shipped_file("programme", "covering-report.toml"))
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    words = ProgrammeReportWords(
        title=whole.required_text("title"),
        report_of=whole.required_text("report_of"),
        purpose=whole.phrase("purpose", *_FIELDS),
        actions=whole.phrases("actions", *_FIELDS),
        background=whole.phrases("background", *_FIELDS),
        changes=whole.required_text("changes"),
        waiting=whole.required_text("waiting"),
        parked=whole.required_text("parked"),
        process=whole.required_text("process"),
        programme=whole.phrase("programme", *_FIELDS),
        wards=whole.required_text("wards"),
    )
    whole.finish()
    return words
