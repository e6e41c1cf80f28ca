"""What goes on which side of which sheet of paper when pages are printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

# What a half shows of its page: a little of the other, so that no line is cut in both
HALF_SHARE = 0.53


class Arrangement(StrEnum):
    """How much of a file stands on one side of a sheet."""

    ONE = "one"
    TWO = "two"
    HALF = "half"


class PagePart(StrEnum):
    """What of a page is printed in one place."""

    WHOLE = "whole"
    UPPER = "upper"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Printed:
    """A page counted from 0, or half of it."""

    page: int
    part: PagePart = PagePart.WHOLE


# What stands on a side from left to right; None where a place stays empty
Side = tuple[Printed | None, ...]


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """The sides in the order they are printed: with ``two_sided`` front, back, front, back."""

    sides: tuple[Side, ...]
    two_sided: bool

    @property
    def sheets(self) -> int:
        """How many sheets of paper one copy takes."""
        return (len(self.sides) + 1) // 2 if self.two_sided else len(self.sides)

    @property
    def blanks(self) -> int:
        """How many backs are left blank so that the next paper starts on a sheet of its own."""
        return sum(not any(side) for side in self.sides)

    def name_of(self, side: int) -> str:
        """Say which side of which sheet it is, counted from 0: "Sheet 3, back"."""
        if not self.two_sided:
            return f"Sheet {side + 1}"
        return f"Sheet {side // 2 + 1}, {'back' if side % 2 else 'front'}"


def plan_print(
    pages: Sequence[int],
    starts: Collection[int],
    *,
    arrangement: Arrangement = Arrangement.ONE,
    two_sided: bool,
) -> PrintPlan:
    """Put pages on sheets, with as few blanks as there can be.

    Papers begin at the pages in ``starts``. On both sides of the sheet, each paper that is printed
    begins on a front: it is a right-hand page, and can be taken out and handed on by itself.
    """
    sides: list[Side] = []
    for paper in _papers(pages, starts):
        if two_sided and len(sides) % 2:
            sides.append((None,) * (2 if arrangement is Arrangement.TWO else 1))
        sides += _sides_of(paper, arrangement)
    return PrintPlan(tuple(sides), two_sided)


def _papers(pages: Sequence[int], starts: Collection[int]) -> list[list[int]]:
    papers: list[list[int]] = []
    for page in pages:
        if not papers or page in starts:
            papers.append([])
        papers[-1].append(page)
    return papers


def _sides_of(paper: list[int], arrangement: Arrangement) -> list[Side]:
    if arrangement is Arrangement.ONE:
        return [(Printed(page),) for page in paper]
    if arrangement is Arrangement.HALF:
        halves = (PagePart.UPPER, PagePart.LOWER)
        return [(Printed(page, half),) for page in paper for half in halves]
    places = [Printed(page) for page in paper]
    return [
        (places[at], places[at + 1] if at + 1 < len(places) else None)
        for at in range(0, len(places), 2)
    ]
