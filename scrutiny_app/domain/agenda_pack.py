"""The plan of a pack and the pages everything stands on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
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
    """An item with its number, and its papers by what this edition does with them.

    ``papers`` are bound; ``withheld`` take page numbers but never reach this edition;
    ``to_follow`` have no file yet.
    """

    number: int
    item: AgendaItem
    papers: tuple[Paper, ...]
    withheld: tuple[Paper, ...] = ()
    to_follow: tuple[Paper, ...] = ()


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

    Shape: ``numbers[i]`` is the number stamped on page ``i`` of the file, counting from 0; they
    rise by one except where an edition skips withheld pages. ``blanks`` are the stamped numbers
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
        PackNotReady: there is nothing on the agenda.

    Source: Local Government Act 1972 s.100B(2): reports likely to be taken in private are left
    out of the copies open to the public.
    """
    if not agenda.items:
        raise PackNotReady(
            "There is nothing on the agenda of this meeting yet. Add its items and build the "
            "pack again."
        )
    return PackPlan(
        agenda, edition, tuple(_planned(one.number, one.item, edition) for one in agenda.numbered)
    )


def _planned(number: int, item: AgendaItem, edition: Edition) -> PlannedItem:
    filed = [paper for paper in item.papers if paper.version]
    return PlannedItem(
        number,
        item,
        papers=tuple(paper for paper in filed if edition is Edition.FULL or paper.public),
        withheld=tuple(
            paper for paper in filed if edition is not Edition.FULL and not paper.public
        ),
        to_follow=tuple(paper for paper in item.papers if not paper.version),
    )


def paginate(plan: PackPlan, counts: Mapping[PaperId, int], *, front_pages: int) -> PackLayout:
    """Give everything its pages: front sheet first, then each paper on a right-hand page.

    ``counts`` holds the page count of every paper with a file, withheld ones too, so that the
    editions of one pack share their numbers. An odd-length front sheet or paper is followed by a
    blank page, the last one too.

    Source: the packs of real councils are bound so for two-sided printing.
    """
    front = PageSpan(1, front_pages)
    spans = _spans(plan, counts, after=_even(front_pages))
    shown = {paper.id: spans[paper.id] for paper in plan.papers}
    bound = (front, *shown.values())
    return PackLayout(
        plan,
        front,
        papers=shown,
        items={
            planned.item.id: PageSpan(
                shown[planned.papers[0].id].first, _even(shown[planned.papers[-1].id].last)
            )
            for planned in plan.items
            if planned.papers
        },
        blanks=tuple(span.last + 1 for span in bound if span.last % 2),
        numbers=tuple(
            number for span in bound for number in range(span.first, _even(span.last) + 1)
        ),
    )


def _spans(plan: PackPlan, counts: Mapping[PaperId, int], *, after: int) -> dict[PaperId, PageSpan]:
    """Give every paper with a file its pages, shown or withheld, in agenda order."""
    spans: dict[PaperId, PageSpan] = {}
    for planned in plan.items:
        for paper in planned.item.papers:
            if paper.version:
                spans[paper.id] = PageSpan(after + 1, after + counts[paper.id])
                after = _even(spans[paper.id].last)
    return spans


def _even(page: int) -> int:
    """Return the left-hand page on which a paper that ends on ``page`` is over."""
    return page + page % 2


def page_counts(agenda: Agenda) -> dict[PaperId, int]:
    """Return how many pages each paper with a file has."""
    return {
        paper.id: paper.version.facts.page_count
        for item in agenda.items
        for paper in item.papers
        if paper.version
    }


def layout_key(agenda: Agenda, style: HouseStyle) -> str:
    """Return 64 hex digits that change when anything that moves a page does."""
    told = (agenda.council.name, agenda.committee.name, agenda.meeting, agenda.items, style)
    return hashlib.sha256(repr(told).encode()).hexdigest()
