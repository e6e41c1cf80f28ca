"""What the checks of budget proposals go by: words, numbers and sources a council may change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """One check: ``id`` as B01, what it looks at, and where the rule comes from."""

    id: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Consequence:
    """A saving in ``cause`` may raise what ``effect`` costs; both are lists of words."""

    cause: tuple[str, ...]
    effect: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A proposal that has one of ``words`` may work against what the council has promised."""

    words: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class CheckWords:
    """The words that the checks look for; a star at the end of one stands for any ending."""

    closing: tuple[str, ...]
    reducing: tuple[str, ...]
    restructuring: tuple[str, ...]
    charging: tuple[str, ...]
    conditional: tuple[str, ...]
    restricted_funds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckLimits:
    """The numbers that the checks go by; shares are percentages, the band is pounds a post."""

    least_words: int
    concentration_most: int
    later_year_share: int
    least_for_a_post: int
    most_for_a_post: int
    collective_posts: int
    group_of_proposals: int


@dataclass(frozen=True, slots=True)
class BudgetRules:
    """Everything that the checks and the questions go by.

    ``client_groups`` gives each group's words; ``prompts`` the questions that a finding of a check
    leads to; ``questions`` are those to ask of any budget.
    """

    checks: Mapping[str, CheckFacts]
    reference: str
    words: CheckWords
    limits: CheckLimits
    client_groups: Mapping[str, tuple[str, ...]]
    consequences: tuple[Consequence, ...]
    conflicts: tuple[Conflict, ...]
    prompts: Mapping[str, str]
    questions: tuple[str, ...]

    def is_reference(self, text: str) -> bool:
        """Whether a text has the shape of a proposal's reference."""
        return re.fullmatch(self.reference, text) is not None


def found_words(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return those of some words that a text holds, whatever their capitals."""
    # Most words are not there at all, and to see that takes a tenth of what a pattern takes
    small = text.casefold()
    return tuple(word for word in words if _stem(word) in small and _pattern(word).search(text))


@cache
def _stem(word: str) -> str:
    """Return what a text must hold, in small letters, to hold a word."""
    return next(iter(word.removesuffix("*").casefold().split()), "")


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return what finds a word: whole, or with any ending where it has a star."""
    whole = r"\s+".join(re.escape(part) for part in word.removesuffix("*").split())
    end = "" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){whole}{end}", re.IGNORECASE)
