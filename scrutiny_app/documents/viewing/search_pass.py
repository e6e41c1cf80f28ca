"""A search through every page, a few pages at a time, so that drawing pages need not wait."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_AROUND = 48
MOST_HITS = 2_000


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One place where the words stand: ``page`` from 0, characters ``start`` to ``end`` of it.

    ``before``, ``words`` and ``after`` are the line to show.
    """

    page: int
    start: int
    end: int
    before: str
    words: str
    after: str


class SearchPass:
    """One search under way."""

    def __init__(self, words: str, pages: int, text_of: Callable[[int], str]) -> None:
        """``text_of`` gives the text of a page counted from 0."""
        self._pattern = pattern_of(words)
        self._pages = pages
        self._text_of = text_of
        self._found = 0
        self.next_page = 0

    @property
    def done(self) -> bool:
        """Whether every page was looked at, or there are more hits than anybody reads."""
        return self.next_page >= self._pages or self.limited

    @property
    def limited(self) -> bool:
        """Whether the search stopped because it found too much."""
        return self._found >= MOST_HITS

    def step(self, pages: int) -> list[SearchHit]:
        """Look at the next pages and return what stands there."""
        hits: list[SearchHit] = []
        until = min(self._pages, self.next_page + pages)
        while self.next_page < until and self._found + len(hits) < MOST_HITS:
            text = self._text_of(self.next_page)
            hits += [_hit(self.next_page, text, m) for m in self._pattern.finditer(text)]
            self.next_page += 1
        self._found += len(hits)
        return hits


def pattern_of(words: str) -> re.Pattern[str]:
    """Return what finds these words in any case, and across the end of a line."""
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)


def _hit(page: int, text: str, match: re.Match[str]) -> SearchHit:
    start, end = match.span()
    before = " ".join(text[max(0, start - _AROUND) : start].split())
    after = " ".join(text[end : end + _AROUND].split())
    # A word that was cut at the edge says nothing
    before = before.partition(" ")[2] if start > _AROUND else before
    gap = " " if text[start - 1 : start].isspace() else ""
    rest = " " if text[end : end + 1].isspace() else ""
    return SearchHit(page, start, end, before + gap, " ".join(match.group().split()), rest + after)
