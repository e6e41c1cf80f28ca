"""The words of budget documents, read from ``resources/budget/words.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

from scrutiny_app.domain.budget.words import (
    BudgetWords,
    ColumnHeadings,
    ComparisonWords,
    LetterWords,
    QuestionWords,
    ScheduleWords,
)
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

_FORMAT = 1
_Part = TypeVar("_Part")
# What may stand in braces, for each sentence that has any
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "schedule.title": ("year",),
    "schedule.total_note": ("last_year", "cash"),
    "schedule.extract_note": ("names",),
    "schedule.consultation": ("percent", "posts_percent"),
    "schedule.concentration": ("percent", "references"),
    "schedule.total_row": ("name",),
    "questions.title": ("year",),
    "letter.title": ("year", "committee"),
    "letter.to_holder": ("holder",),
    "letter.opening": ("committee",),
    "letter.no_comment": ("references",),
    "letter.signature": ("committee",),
    "comparison.title": ("before", "after"),
    "comparison.intro": ("changed", "added", "dropped", "same", "now", "then"),
}


@cache
def budget_words() -> BudgetWords:
    """Return the words of budget documents.

    Raises:
        InstallationUnsound: the file is not there.
        WrongInput: it lacks a key or holds what it cannot.
    """
    return read_budget_words(read_shipped(shipped_file("budget", "words.toml")))


def read_budget_words(whole: ShippedSection) -> BudgetWords:
    """Read the words out of a file.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    if whole.needed_number("format") != _FORMAT:
        raise whole.wrong(f'"format" must be {_FORMAT}; install a version that reads this file')
    words = BudgetWords(
        _part(whole, "schedule", ScheduleWords),
        _part(whole, "columns", ColumnHeadings),
        _part(whole, "questions", QuestionWords),
        _part(whole, "letter", LetterWords),
        _part(whole, "comparison", ComparisonWords),
    )
    whole.finish()
    return words


def _part(whole: ShippedSection, name: str, kind: type[_Part]) -> _Part:
    """Read one table into its record: a phrase for each of the record's fields."""
    section = whole.needed_section(name)
    said: dict[str, Any] = {
        one.name: section.phrase(one.name, *_FIELDS.get(f"{name}.{one.name}", ()))
        for one in fields(kind)  # type: ignore[arg-type] # the five are dataclasses
    }
    section.finish()
    return kind(**said)
