"""The ways of prioritising that ship, read from ``resources/prioritisation``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.programme.prioritisation import (
    Criterion,
    Gate,
    Outcome,
    OutcomeRule,
    PrioritisationMethod,
)
from scrutiny_app.rulebook.shipped_section import ShippedSection, read_shipped, shipped_file

FORMAT = 1
_FOLDER = "prioritisation"
_YES_NO = {"yes": True, "no": False}


@cache
def prioritisation_methods() -> tuple[PrioritisationMethod, ...]:
    """Return every method, by name.

    Raises:
        WrongInput: a file lacks a key or holds what it cannot.
    """
    files = shipped_file(_FOLDER).glob("*.toml")
    return tuple(sorted(map(read_prioritisation_method, files), key=lambda one: one.name))


def prioritisation_method(key: str) -> PrioritisationMethod:
    """Return the method of a key, the name of its file ("topicc").

    Raises:
        NotFound: there is none.
    """
    for method in prioritisation_methods():
        if method.key == key:
            return method
    known = ", ".join(one.key for one in prioritisation_methods())
    raise NotFound(f'There is no way of prioritising called "{key}". There are {known}.')


def read_prioritisation_method(path: Path) -> PrioritisationMethod:
    """Read a method from its file, whose name is the key.

    Raises:
        WrongInput: a key is missing, not known, or holds what it cannot.
    """
    whole = read_shipped(path)
    if whole.needed_number("format") != FORMAT:
        raise whole.wrong(f'"format" must be {FORMAT}')
    criteria = tuple(_criterion(one) for one in _sections(whole, "criterion"))
    keys = frozenset(one.key for one in criteria)
    method = PrioritisationMethod(
        key=path.stem,
        name=whole.required_text("name"),
        tells=whole.required_text("tells"),
        source=whole.required_text("source"),
        gates=tuple(_gate(one) for one in _sections(whole, "gate")),
        criteria=criteria,
        rules=tuple(_rule(one, keys) for one in _sections(whole, "rule")),
        averaged=whole.needed_flag("averaged"),
    )
    whole.finish()
    return method


def _sections(whole: ShippedSection, key: str) -> tuple[ShippedSection, ...]:
    return tuple(whole.needed_sections(key)) if key in whole else ()


def _gate(section: ShippedSection) -> Gate:
    stops_on = section.required_text("stops_on")
    if stops_on not in _YES_NO:
        raise section.wrong('"stops_on" must be "yes" or "no"')
    gate = Gate(
        section.required_text("key"),
        section.required_text("question"),
        _YES_NO[stops_on],
        section.needed_choice("outcome", Outcome),
        section.required_text("because"),
        last=section.flag("last"),
    )
    section.finish()
    return gate


def _criterion(section: ShippedSection) -> Criterion:
    criterion = Criterion(
        section.required_text("key"),
        section.required_text("name"),
        section.required_text("question"),
        section.count("lowest"),
        section.needed_number("highest"),
        section.whole_number("weight") or 1,
        section.texts("anchors"),
    )
    if len(criterion.anchors) != criterion.highest - criterion.lowest + 1:
        raise section.wrong('"anchors" must have a word for every score of the scale')
    section.finish()
    return criterion


def _rule(section: ShippedSection, keys: frozenset[str]) -> OutcomeRule:
    total = section.whole_number("total")
    rule = OutcomeRule(
        section.needed_choice("outcome", Outcome),
        section.required_text("tells"),
        None if total is None else Decimal(total),
        _bounds(section, "at_least", keys),
        _bounds(section, "at_most", keys),
    )
    section.finish()
    return rule


def _bounds(section: ShippedSection, key: str, keys: frozenset[str]) -> Mapping[str, int] | None:
    if key not in section:
        return None
    bounds = section.needed_section(key)
    found = {name: bounds.count(name) for name in bounds.names()}
    unknown = [name for name in found if name not in keys]
    if unknown:
        raise section.wrong(f'"{unknown[0]}" in "{key}" is the key of no criterion')
    return found
