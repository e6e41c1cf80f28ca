"""Page numbers that were issued: kept for ever, and lettered where a longer paper needs more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from string import ascii_uppercase

_LABEL = re.compile(r"(\d+)([A-Z]*)")


@dataclass(frozen=True, slots=True)
class IssuedPages:
    """The page numbers of one paper or front sheet, as stamped ("9", "12A").

    ``labels`` has one for each of its pages, in order; ``blanks`` are those of the pages left
    blank after it. Both are empty for a paper that is still to follow.
    """

    labels: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every number it takes up, blank pages included."""
        return self.labels + self.blanks


def first_pages(count_of_pages: int, *, after: int) -> IssuedPages:
    """Give something new its pages, from the right-hand page that follows page ``after``."""
    return _dealt((str(number) for number in count(after + 1)), count_of_pages)


def pages_in_place(old: IssuedPages, count_of_pages: int) -> IssuedPages:
    """Give a replacement the pages of what it replaces; a longer one goes on with letters.

    12 is followed by 12A to 12Z, then 12AA. A shorter one leaves the last numbers unused.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions);
    the practice of inserted sheets in court bundles.
    """
    return _dealt(_then_lettered(old.all), count_of_pages)


def page_words(labels: Sequence[str], page_range: str) -> str:
    """Return pages as a reader is told them: "9 - 12, 12A - 12B".

    ``page_range`` holds {first} and {last}, as the house style has it.
    """
    return ", ".join(
        first if first == last else page_range.format(first=first, last=last)
        for first, last in page_runs(labels)
    )


def page_runs(labels: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Fold page numbers into runs without a gap, each as its first and last number."""
    runs: list[tuple[str, str]] = []
    for label in labels:
        if runs and label == _next(runs[-1][1], lettered=bool(_parts(label)[1])):
            runs[-1] = (runs[-1][0], label)
        else:
            runs.append((label, label))
    return tuple(runs)


def whole_number(label: str) -> int:
    """Return the number of a page without its letters: 12 for "12A"."""
    return int(_parts(label)[0])


def _dealt(sequence: Iterable[str], count_of_pages: int) -> IssuedPages:
    """Deal numbers to pages and, after an odd number of pages, to the blank one."""
    dealt = tuple(islice(sequence, count_of_pages + count_of_pages % 2))
    return IssuedPages(dealt[:count_of_pages], dealt[count_of_pages:])


def _then_lettered(labels: Sequence[str]) -> Iterator[str]:
    yield from labels
    last = labels[-1]
    while True:
        last = _next(last, lettered=True)
        yield last


def _next(label: str, *, lettered: bool) -> str:
    number, letters = _parts(label)
    return f"{number}{_next_letters(letters)}" if lettered else str(int(number) + 1)


def _next_letters(letters: str) -> str:
    """Return what follows: "" A … Z AA AB … AZ BA, as lettered paragraphs go on."""
    if not letters:
        return ascii_uppercase[0]
    head, last = letters[:-1], letters[-1]
    if last == ascii_uppercase[-1]:
        return _next_letters(head) + ascii_uppercase[0]
    return head + ascii_uppercase[ascii_uppercase.index(last) + 1]


def _parts(label: str) -> tuple[str, str]:
    found = _LABEL.fullmatch(label)
    if found is None:
        raise ValueError(f"{label!r} is no page number")
    return found[1], found[2]
