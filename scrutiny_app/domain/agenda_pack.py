"""The plan of a pack and the pages everything stands on."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.paper import Paper, WithheldPlace
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

    ``further`` are pages that stand apart from these, as an item's withheld papers may. ``told``
    says all of them in other words where a reader must be told so: once a supplement is out they
    may have letters.
    """

    first: int
    last: int
    told: str = ""
    further: tuple[PageSpan, ...] = ()

    def __len__(self) -> int:
        """How many pages it covers, those that stand apart left out."""
        return self.last - self.first + 1

    @property
    def runs(self) -> tuple[PageSpan, ...]:
        """Every run of its pages."""
        return (self, *self.further)


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
    ``withheld`` says where what is withheld stands, in both editions.
    """

    agenda: Agenda
    edition: Edition
    items: tuple[PlannedItem, ...]
    withheld: WithheldPlace = WithheldPlace.LAST

    @property
    def papers(self) -> tuple[Paper, ...]:
        """Every paper this edition shows, in the order they are bound."""
        return bound_order((one for planned in self.items for one in planned.papers), self.withheld)


@dataclass(frozen=True, slots=True)
class PackLayout:
    """Where everything stands.

    Shape: ``numbers[i]`` is the number stamped on page ``i`` of the file, counting from 0; they
    rise by one except where an edition skips withheld pages. ``blanks`` are the stamped numbers
    of pages left blank so that the next paper starts on a right-hand page. ``items`` holds all an
    item's pages, trailing blank ones included; items without papers are not in it.

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

    @property
    def item_starts(self) -> Mapping[int, int]:
        """The item that begins on a page, by the page's number.

        An item's withheld papers begin it again where they stand apart from its public ones.
        """
        starts: dict[int, int] = {}
        for planned in self.plan.items:
            if planned.item.id in self.items:
                starts[self.items[planned.item.id].first] = planned.number
                apart = {run.first for run in self.items[planned.item.id].further}
                withheld = (self.papers[one.id].first for one in planned.papers if not one.public)
                starts.update(dict.fromkeys(apart.intersection(withheld), planned.number))
        return starts

    @property
    def withheld_runs(self) -> tuple[PageSpan, ...]:
        """The pages of withheld papers in this edition, where they stand last."""
        papers = [one for one in self.plan.papers if not one.public]
        if not papers or self.plan.withheld is WithheldPlace.LISTED:
            return ()
        return whole_pages([self.papers[one.id] for one in papers]).runs

    def stamped_in(self, span: PageSpan) -> tuple[str, ...]:
        """Return what is stamped on the pages of a span."""
        # The numbers rise, and a pack of 2,000 pages asks this for every paper
        pages = slice(bisect_left(self.numbers, span.first), bisect_right(self.numbers, span.last))
        return self.labels[pages] or tuple(str(number) for number in self.numbers[pages])


def bound_order(papers: Iterable[Paper], withheld: WithheldPlace) -> tuple[Paper, ...]:
    """Return papers, given in agenda order, in the order a pack binds them.

    Items keep their order of business; only pages move. An item's exempt appendix stands behind
    the public papers of all items, so that what the public has is whole.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    if withheld is WithheldPlace.LISTED:
        return tuple(papers)
    return tuple(sorted(papers, key=lambda paper: not paper.public))


def plan_agenda_pack(
    agenda: Agenda, edition: Edition, *, usually: WithheldPlace = WithheldPlace.LAST
) -> PackPlan:
    """Settle what an edition holds: every item, and the papers it may show.

    ``usually`` is where the council has withheld papers; the meeting may have them elsewhere.

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
    place = agenda.meeting.withheld_papers or usually
    return PackPlan(
        shown,
        edition,
        tuple(_planned(one.number, one.item, edition, place) for one in shown.numbered),
        place,
    )


def _planned(number: int, item: AgendaItem, edition: Edition, place: WithheldPlace) -> PlannedItem:
    papers = bound_order(item.papers, place)
    shown = [paper for paper in papers if edition is Edition.FULL or paper.public]
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
            planned.item.id: whole_pages([shown[paper.id] for paper in planned.papers])
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
    """Give every paper with a file its pages, shown or withheld, in the order of binding."""
    spans: dict[PaperId, PageSpan] = {}
    papers = (paper for planned in plan.items for paper in planned.item.papers)
    for paper in bound_order(papers, plan.withheld):
        if paper.id in counts:
            spans[paper.id] = PageSpan(after + 1, after + counts[paper.id])
            after = _even(spans[paper.id].last)
    return spans


def whole_pages(spans: Sequence[PageSpan]) -> PageSpan:
    """Return the pages of papers bound in this order, blank ones included, run by run."""
    runs: list[PageSpan] = []
    for span in spans:
        if runs and runs[-1].last + 1 == span.first:
            runs[-1] = PageSpan(runs[-1].first, _even(span.last))
        else:
            runs.append(PageSpan(span.first, _even(span.last)))
    return PageSpan(runs[0].first, runs[0].last, further=tuple(runs[1:]))


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
