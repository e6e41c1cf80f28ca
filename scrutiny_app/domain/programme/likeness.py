"""How alike two titles are, and which work is planned twice or belongs to another committee."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from scrutiny_app.domain.programme.programme import ProgrammeItem

# Words that many titles share and that tell nothing apart
_COMMON = frozenset(
    {
        "a",
        "an",
        "and",
        "annual",
        "at",
        "by",
        "city",
        "committee",
        "consider",
        "council",
        "for",
        "from",
        "in",
        "into",
        "its",
        "of",
        "on",
        "or",
        "our",
        "report",
        "review",
        "scrutinise",
        "scrutiny",
        "service",
        "services",
        "the",
        "their",
        "this",
        "to",
        "update",
        "verbal",
        "with",
        "improvement",
        "progress",
        "strategy",
    }
)
_WORD = re.compile(r"[a-z0-9]+")
ALIKE = 0.6
_OF_WORDS, _OF_LETTERS = 0.7, 0.3


@dataclass(frozen=True, slots=True)
class CommitteeItem:
    """An item with the name of the committee in whose programme it stands."""

    committee: str
    item: ProgrammeItem


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two items that look like the same work; ``likeness`` is from 0 to 1."""

    one: CommitteeItem
    other: CommitteeItem
    likeness: float


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; words that most titles share weigh nothing.

    Source: our own measure: common words by share, then letters in order.
    """
    if not _words(one) or not _words(other):
        return 1.0 if _flat(one) == _flat(other) else 0.0
    letters = SequenceMatcher(None, _flat(one), _flat(other), autojunk=False).ratio()
    return _OF_WORDS * _shared(one, other) + _OF_LETTERS * letters


def like_items(items: Iterable[CommitteeItem], *, least: float = ALIKE) -> tuple[LikePair, ...]:
    """Return the pairs of open items of different committees that look alike, likest first.

    Source: co-ordination of programmes between committees, as ``likeness``.
    """
    open_items = [one for one in items if not one.item.stage.closed]
    pairs = (
        LikePair(one, other, likeness(one.item.title, other.item.title))
        for one, other in _with_words_in_common(open_items)
        if one.committee != other.committee
        and _may_be_alike(one.item.title, other.item.title, least)
    )
    return tuple(
        sorted(
            (pair for pair in pairs if pair.likeness >= least),
            key=lambda pair: -pair.likeness,
        )
    )


def committees_in_remit(
    item: ProgrammeItem, remits: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the committees whose remit words an item uses, most words first, with those words.

    ``remits`` has each committee's words by its name ("social care", "housing").

    Source: our own measure; the remit itself is the council's constitution.
    """
    text = f" {' '.join(_WORD.findall(f'{item.title} {item.purpose}'.lower()))} "
    found = (
        (name, tuple(word for word in words if f" {word.lower()} " in text))
        for name, words in remits.items()
    )
    return tuple(
        sorted(((name, said) for name, said in found if said), key=lambda one: -len(one[1]))
    )


def remit_words(committee: str) -> tuple[str, ...]:
    """Return the words in a committee's name that tell what it is for.

    "Health and Adult Social Care Scrutiny Committee" gives health, adult, social, care.

    Source: our own measure, while a workspace holds no remits; the constitution decides.
    """
    return tuple(word for word in _flat(committee).split() if word not in _COMMON)


def _with_words_in_common(
    items: Sequence[CommitteeItem],
) -> Iterator[tuple[CommitteeItem, CommitteeItem]]:
    """Return the pairs that share a telling word, or are called the same where there is none."""
    known: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        words = _words(item.item.title) or {_flat(item.item.title)}
        for other in sorted({near for word in words for near in known.get(word, ())}):
            yield items[other], item
        for word in words:
            known.setdefault(word, []).append(place)


def _may_be_alike(one: str, other: str, least: float) -> bool:
    """Tell quickly whether two titles can be alike, were all of their letters the same."""
    return _OF_WORDS * _shared(one, other) + _OF_LETTERS >= least or _flat(one) == _flat(other)


def _shared(one: str, other: str) -> float:
    """Return which part of the shorter title's telling words both have."""
    words, others = _words(one), _words(other)
    fewer = min(len(words), len(others))
    return len(words & others) / fewer if fewer else 0.0


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _flat(text).split() if word not in _COMMON)


def _stem(word: str) -> str:
    """Return a word without the s of most plurals and possessives."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word  # noqa: PLR2004 - "gas" stays


@cache
def _flat(text: str) -> str:
    joined = text.lower().replace("\u2019", "").replace("'", "")
    return " ".join(_WORD.findall(joined))
