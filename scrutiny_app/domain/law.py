"""A rule of law as data: whose it is, when it holds, where it stands and how sure we are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.wording import long_date


class Certainty(StrEnum):
    """Whether somebody read the wording, or only believes it to be so."""

    VERIFIED = "verified"
    BELIEVED = "believed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule says of itself.

    It holds from ``effective_from`` to ``effective_to`` (both inclusive, None when open).
    """

    nation: Nation
    source: str
    certainty: Certainty
    effective_from: date | None = None
    effective_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether the rule holds on a day."""
        return (self.effective_from or date.min) <= on <= (self.effective_to or date.max)


AnyRule = TypeVar("AnyRule", bound=Rule)


def rule_in_force(rules: Iterable[AnyRule], nation: Nation, on: date, what: str) -> AnyRule:
    """Return the rule of a nation that holds on a day; ``what`` names it in the error.

    Raises:
        NotFound: there is none.
    """
    for rule in rules:
        if rule.nation is nation and rule.in_force(on):
            return rule
    raise NotFound(
        f"The rulebook holds no {what} for {nation.label} on {long_date(on)}. Follow the "
        "council's constitution for this meeting, or install a later version of the program."
    )
