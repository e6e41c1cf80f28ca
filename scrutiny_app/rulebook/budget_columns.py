"""How councils head their budget papers, read from ``resources/budget/columns.toml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TypeVar

from scrutiny_app.domain.budget.columns import Column, ColumnWords
from scrutiny_app.domain.budget.proposal import Consultation, OptionType, Rating
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

_FORMAT = 1
_WordedKind = TypeVar("_WordedKind", bound=StrEnum)


@cache
def budget_columns() -> ColumnWords:
    """Return how councils head their budget papers.

    Raises:
        InstallationUnsound: the file is not there.
        WrongInput: it lacks a key or holds what it cannot.
    """
    return read_budget_columns(read_shipped(shipped_file("budget", "columns.toml")))


def read_budget_columns(whole: ShippedSection) -> ColumnWords:
    """Read the words out of a file.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    if whole.needed_number("format") != _FORMAT:
        raise whole.wrong(f'"format" must be {_FORMAT}; install a version that reads this file')
    words = ColumnWords(
        columns=_worded(whole.needed_section("columns"), Column),
        totals=whole.texts("totals"),
        caption_ends=whole.texts("caption_ends"),
        consultation=_worded(whole.needed_section("consultation"), Consultation),
        options=_worded(whole.needed_section("options"), OptionType),
        ratings=_worded(whole.needed_section("ratings"), Rating),
    )
    whole.finish()
    return words


def _worded(
    section: ShippedSection, kinds: type[_WordedKind]
) -> dict[_WordedKind, tuple[str, ...]]:
    """Read a list of words for each kind that is written, in the order of the file."""
    known = {kind.value: kind for kind in kinds}
    odd = [name for name in section.names() if name not in known]
    if odd:
        raise section.wrong(f'"{odd[0]}" is not one of {", ".join(known)}')
    worded = {known[name]: section.texts(name) for name in section.names()}
    section.finish()
    return worded
