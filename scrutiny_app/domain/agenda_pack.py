"""The plan of a pack and the pages everything stands on."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.public_agenda import public_view


class Edition(StrEnum):
    """Who a pack is made for. What an edition may hold is settled here, before anything is drawn.

    Source: Local Government Act 1972 s.100B(2), (5).
    """

    PUBLIC = "public"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class PageSpan:
    """First and last page of something in the pack, counting from 1, as stamped.

    ``told`` says the pages in other words where a reader must be told so: once a supplement is
    out they may have letters, or not follow one another.
    """

    first: int
    last: int
    told: str = ""

    def __len__(self) -> int:
        """How many pages it covers."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item with its number, and its papers by what this edition does with them.

    ``papers`` are bound; ``withheld`` take page numbers but never reach this edition, which knows
    no more of them than ``public_view`` leaves; ``to_follow`` have no file yet; ``attached`` are
    kept in another form than pages, and take none.
    """

    number: int
    item: AgendaItem
    papers: tuple[Paper, ...]
    withheld: tuple[Paper, ...] = ()
    to_follow: tuple[Paper, ...] = ()
    attached: tuple[Paper, ...] = ()


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What a pack will hold, in order, before any page is counted.

    The ``agenda`` of a public plan is the public's: nothing that is withheld can be drawn from it.
    """

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

    Where pages were issued before (a supplement, a reading copy) they are not in the order of
    their numbers and some have letters. ``numbers`` then only count the pages of the file from 1,
    and ``labels[i]`` is what is stamped on page ``i``; it is empty otherwise.
    """

    plan: PackPlan
    front: PageSpan
    papers: Mapping[PaperId, PageSpan]
    items: Mapping[ItemId, PageSpan]
    blanks: tuple[int, ...]
    numbers: tuple[int, ...]
    labels: tuple[str, ...] = ()

    @property
    def page_count(self) -> int:
        """How many pages the file has."""
        return len(self.numbers)

    @property
    def skipped(self) -> tuple[PageSpan, ...]:
        """The numbers that no page of the file has, between those that some have."""
        return tuple(
            PageSpan(before + 1, after - 1)
            for before, after in pairwise(self.numbers)
            if after > before + 1
        )

    @property
    def stamped(self) -> tuple[str, ...]:
        """What is stamped on every page of the file, in order."""
        return self.labels or tuple(str(number) for number in self.numbers)

    def stamped_in(self, span: PageSpan) -> tuple[str, ...]:
        """Return what is stamped on the pages of a span."""
        # The numbers rise, and a pack of 2,000 pages asks this for every paper
        pages = slice(bisect_left(self.numbers, span.first), bisect_right(self.numbers, span.last))
        return self.labels[pages] or tuple(str(number) for number in self.numbers[pages])


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
    shown = agenda if edition is Edition.FULL else public_view(agenda)
    return PackPlan(
        shown, edition, tuple(_planned(one.number, one.item, edition) for one in shown.numbered)
    )


def _planned(number: int, item: AgendaItem, edition: Edition) -> PlannedItem:
    shown = [paper for paper in item.papers if edition is Edition.FULL or paper.public]
    return PlannedItem(
        number,
        item,
        papers=tuple(paper for paper in shown if paper.has_pages),
        withheld=tuple(paper for paper in item.papers if paper not in shown),
        to_follow=tuple(paper for paper in shown if not paper.version),
        attached=tuple(paper for paper in shown if paper.version and not paper.has_pages),
    )


def paginate(
    plan: PackPlan, counts: Mapping[PaperId, int], *, front_pages: int, front_room: int = 0
) -> PackLayout:
    """Give everything its pages: front sheet first, then each paper on a right-hand page.

    ``counts`` holds the page count of every paper with a file, withheld ones too, so that the
    editions of one pack share their numbers. An odd-length front sheet or paper is followed by a
    blank page, the last one too. ``front_room`` is how many pages the longest front sheet of any
    edition takes: a shorter one is followed by as many blank pages as it lacks.

    Source: the packs of real councils are bound so for two-sided printing.
    """
    front = PageSpan(1, front_pages)
    opened = _even(max(front_pages, front_room))
    spans = _spans(plan, counts, after=opened)
    shown = {paper.id: spans[paper.id] for paper in plan.papers}
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
        blanks=(
            *range(front_pages + 1, opened + 1),
            *(span.last + 1 for span in shown.values() if span.last % 2),
        ),
        numbers=(
            *range(1, opened + 1),
            *(
                number
                for span in shown.values()
                for number in range(span.first, _even(span.last) + 1)
            ),
        ),
    )


def _spans(plan: PackPlan, counts: Mapping[PaperId, int], *, after: int) -> dict[PaperId, PageSpan]:
    """Give every paper with a file its pages, shown or withheld, in agenda order."""
    spans: dict[PaperId, PageSpan] = {}
    for planned in plan.items:
        for paper in planned.item.papers:
            if paper.id in counts:
                spans[paper.id] = PageSpan(after + 1, after + counts[paper.id])
                after = _even(spans[paper.id].last)
    return spans


def _even(page: int) -> int:
    """Return the left-hand page on which a paper that ends on ``page`` is over."""
    return page + page % 2


def page_counts(agenda: Agenda) -> dict[PaperId, int]:
    """Return how many pages each paper has that takes any."""
    return {
        paper.id: paper.version.facts.page_count
        for item in agenda.items
        for paper in item.papers
        if paper.version and paper.has_pages
    }


def layout_key(agenda: Agenda, style: HouseStyle) -> str:
    """Return 64 hex digits that change when anything that moves a page does."""
    told = (agenda.council.name, agenda.committee.name, agenda.meeting, agenda.items, style)
    return hashlib.sha256(repr(told).encode()).hexdigest()
