"""The plan of a pack and the pages everything stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.paper import Paper


class Edition(StrEnum):
    """Who a pack is made for. What an edition may hold is settled here, before anything is drawn.

    Source: Local Government Act 1972 s.100B(2), (5).
    """

    PUBLIC = "public"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class PageSpan:
    """First and last page of something in the pack, counting from 1, as stamped."""

    first: int
    last: int

    def __len__(self) -> int:
        """How many pages it covers."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item with its number, the papers this edition shows, and what it withholds.

    ``withheld`` are the keys of papers that take page numbers but never reach this edition.
    """

    number: int
    item: AgendaItem
    papers: tuple[Paper, ...]
    withheld: tuple[PaperId, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What a pack will hold, in order, before any page is counted."""

    agenda: Agenda
    edition: Edition
    items: tuple[PlannedItem, ...]

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Every paper this edition shows, in the order they are bound."""
        return tuple(paper for planned in self.items for paper in planned.papers)


@dataclass(frozen=True, slots=True)
class PackLayout:
    """Where everything stands.

    Shape: ``numbers[i]`` is the number stamped on sheet side ``i`` of the file, counting from 0;
    they rise by one except where an edition skips withheld pages. ``blanks`` are stamped numbers
    of pages left blank so that the next paper starts on a right-hand page. ``items`` holds an
    item's whole range, its trailing blank page included; items without papers are not in it.
    """

    plan: PackPlan
    front: PageSpan
    papers: Mapping[PaperId, PageSpan]
    items: Mapping[ItemId, PageSpan]
    blanks: tuple[int, ...]
    numbers: tuple[int, ...]

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self.numbers)


def plan_agenda_pack(agenda: Agenda, edition: Edition) -> PackPlan:
    """Settle what an edition holds: every item, and the papers it may show.

    Raises:
        PackNotReady: a paper is on the agenda without a file.

    Source: Local Government Act 1972 s.100B(2): reports likely to be taken in private are left
    out of the copies open to the public.
    """
    missing = [paper.title for item in agenda.items for paper in item.papers if not paper.version]
    if missing:
        raise PackNotReady(
            f"These papers have no file yet: {'; '.join(missing)}. Add their files, or take them "
            "off the agenda, and build the pack again."
        )
    return PackPlan(
        agenda,
        edition,
        tuple(_planned(number.number, number.item, edition) for number in agenda.numbered),
    )


def _planned(number: int, item: AgendaItem, edition: Edition) -> PlannedItem:
    shown = tuple(paper for paper in item.papers if edition is Edition.FULL or paper.public)
    withheld = tuple(paper.id for paper in item.papers if paper not in shown)
    return PlannedItem(number, item, shown, withheld)


def paginate(plan: PackPlan, counts: Mapping[PaperId, int], *, front_pages: int) -> PackLayout:
    """Give everything its pages: front sheet first, then each paper on a right-hand page.

    ``counts`` holds the page count of every paper on the agenda, withheld ones too, so that the
    editions of one pack share their numbers. An odd-length front sheet or paper is followed by a
    blank page, the last one too.

    Source: the packs of real councils are bound so for two-sided printing.
    """
    numbers: list[int] = list(range(1, front_pages + 1))
    blanks: list[int] = []
    papers: dict[PaperId, PageSpan] = {}
    items: dict[ItemId, PageSpan] = {}
    after = _pad(front_pages, numbers, blanks)
    for planned in plan.items:
        shown = {paper.id for paper in planned.papers}
        first: int | None = None
        last = 0
        for paper in planned.item.papers:
            span = PageSpan(after + 1, after + counts[paper.id])
            if paper.id in shown:
                numbers.extend(range(span.first, span.last + 1))
                papers[paper.id] = span
                after = last = _pad(span.last, numbers, blanks)
                first = first or span.first
            else:
                after = span.last + span.last % 2
        if first is not None:
            items[planned.item.id] = PageSpan(first, last)
    return PackLayout(plan, PageSpan(1, front_pages), papers, items, tuple(blanks), tuple(numbers))


def _pad(last: int, numbers: list[int], blanks: list[int]) -> int:
    """Add the blank page that an odd last page calls for; return the last page taken."""
    if last % 2:
        numbers.append(last + 1)
        blanks.append(last + 1)
        return last + 1
    return last
