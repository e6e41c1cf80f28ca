"""The descriptions of exempt information, read from ``resources/law/exempt-information.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.exemption import ExemptList
from scrutiny_app.domain.law import rule_in_force
from scrutiny_app.rulebook.law_files import law_file, rule_facts
from scrutiny_app.rulebook.shipped_section import ShippedSection


def exempt_descriptions(nation: Nation) -> Mapping[int, str]:
    """Return the text of each paragraph of a nation's present list, by its number.

    It is empty where the rulebook does not hold the nation's list: Scotland, Northern Ireland.
    """
    for held in exempt_lists():
        if held.nation is nation and held.effective_to is None:
            return held.descriptions
    return {}


def exempt_list(nation: Nation, on: date) -> ExemptList:
    """Return the list that holds for a meeting on a day.

    Raises:
        NotFound: the rulebook has none.
    """
    return rule_in_force(exempt_lists(), nation, on, "list of exempt information")


@cache
def exempt_lists() -> tuple[ExemptList, ...]:
    """Return every list of exempt information that ships.

    Raises:
        WrongInput: as ``read_exempt_lists``.
    """
    return read_exempt_lists(law_file("exempt-information.toml"))


def read_exempt_lists(whole: ShippedSection) -> tuple[ExemptList, ...]:
    """Read the lists of exempt information out of a file.

    Raises:
        WrongInput: the file lacks a key or holds what it cannot.
    """
    lists = []
    for section in whole.needed_sections("rule"):
        lists.append(
            ExemptList(
                schedule=section.required_text("schedule"),
                descriptions=_descriptions(section.needed_section("paragraphs")),
                **rule_facts(section),
            )
        )
        section.finish()
    whole.finish()
    return tuple(lists)


def _descriptions(section: ShippedSection) -> dict[int, str]:
    for key in section.names():
        if not key.isdecimal():
            raise section.wrong(f'"{key}" must be the number of a paragraph')
    return {int(key): section.required_text(key) for key in section.names()}
