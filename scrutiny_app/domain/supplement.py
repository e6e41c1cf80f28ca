"""What a supplement brings after the agenda was published, and on which pages."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    PackPlan,
    PageSpan,
    bound_order,
    plan_agenda_pack,
    whole_pages,
)
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import (
    Issue,
    IssuedPaper,
    NoticeRecord,
    changes_since,
    issued_items,
    issued_paper,
)
from scrutiny_app.domain.issued_pages import IssuedPages, first_pages, pages_in_place
from scrutiny_app.domain.paper import Paper, WithheldPlace


class Coming(StrEnum):
    """How a paper comes to be in a supplement."""

    FOLLOWED = "to follow"
    LATE = "late"
    REPLACED = "replaced"
    OPENED = "opened"  # withheld so far, now public


@dataclass(frozen=True, slots=True)
class Addition:
    """One paper that a supplement brings, with the pages it gets.

    ``taken_out`` are the pages it replaces, none for a new one. ``after`` is the page it stands
    behind when everything of an edition is put together, as stamped.
    """

    number: int
    paper: Paper
    how: Coming
    pages: IssuedPages
    taken_out: IssuedPages
    after: Mapping[Edition, str]


@dataclass(frozen=True, slots=True)
class Supplement:
    """What came since an issue: ``number`` counts supplements from 1.

    ``front`` has room for the longest front sheet of any edition. ``additions`` are in the order
    of binding, papers that are not for publication among them; ``withdrawn`` are papers whose
    pages are to be taken out. ``changes`` are sentences on what is different about the agenda
    itself.
    """

    number: int
    agenda: Agenda
    front: IssuedPages
    additions: tuple[Addition, ...]
    withdrawn: tuple[IssuedPaper, ...]
    changes: tuple[str, ...]
    issued: tuple[IssuedPaper, ...]
    last_page: int

    def shown(self, edition: Edition) -> tuple[Addition, ...]:
        """Return the additions that an edition may show.

        Source: Local Government Act 1972 s.100B(2).
        """
        return tuple(one for one in self.additions if edition is Edition.FULL or one.paper.public)

    def gone(self, edition: Edition) -> tuple[IssuedPaper, ...]:
        """Return the papers whose pages a holder of this edition takes out."""
        return tuple(one for one in self.withdrawn if edition is Edition.FULL or one.public)

    def front_of(self, pages: int) -> IssuedPages:
        """Return the pages of a front sheet of this length, blank ones filling the room."""
        return IssuedPages(self.front.all[:pages], self.front.all[pages:])


def plan_supplement(latest: Issue, agenda: Agenda, *, front_pages: int) -> Supplement:
    """Settle what came since the latest issue, and where it stands.

    The front sheet and everything new go on from the last page issued; a replacement takes the
    pages of what it replaces, and letters after them if it is longer.

    Raises:
        PackNotReady: nothing came since.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    front = first_pages(front_pages, after=latest.last_page)
    dealt = _deal(latest, agenda, after=latest.last_page + len(front.all))
    there = {one.issued.id for one in dealt.papers}
    withdrawn = tuple(one for one in latest.papers if one.id not in there and one.pages.labels)
    changes = changes_since(latest, agenda).agenda
    additions = tuple(one.addition for one in dealt.papers if one.addition)
    if not (additions or withdrawn or changes):
        raise PackNotReady(
            "Nothing has come since the agenda was issued, so there is nothing for a supplement "
            "to bring. Take the new papers in first."
        )
    return Supplement(
        latest.number,
        agenda,
        front,
        additions,
        withdrawn,
        changes,
        tuple(one.issued for one in dealt.papers),
        dealt.last_page,
    )


def issue_supplement(
    latest: Issue, supplement: Supplement, notice: NoticeRecord, published_at: datetime
) -> Issue:
    """Return the issue that a supplement makes: everything in force from now on."""
    meeting = supplement.agenda.meeting
    return Issue(
        meeting.id,
        latest.number + 1,
        published_at,
        notice,
        meeting.held_on,
        meeting.starts_at,
        meeting.place,
        latest.front,
        supplement.front,
        issued_items(supplement.agenda),
        supplement.issued,
        supplement.last_page,
    )


def lay_out_supplement(
    supplement: Supplement, edition: Edition, *, front_pages: int | None = None
) -> PackLayout:
    """Lay a supplement out: its front sheet, then what it brings, in the order of binding.

    ``front_pages`` is the length of this edition's front sheet; without it, that of the longest.
    """
    shown = {one.paper.id: one.pages for one in supplement.shown(edition)}
    plan = plan_agenda_pack(supplement.agenda, edition)
    front = supplement.front if front_pages is None else supplement.front_of(front_pages)
    return lay_out_issued(only(plan, shown), front, shown)


def lay_out_issued(
    plan: PackPlan, front: IssuedPages, pages: Mapping[PaperId, IssuedPages]
) -> PackLayout:
    """Lay out papers that have their numbers already, one behind the other.

    ``pages`` holds those of every paper the plan shows.
    """
    sheets = [front, *(pages[paper.id] for paper in plan.papers)]
    blanks: list[int] = []
    spans: list[PageSpan] = []
    after = 0
    for sheet in sheets:
        spans.append(PageSpan(after + 1, after + len(sheet.labels)))
        after += len(sheet.all)
        blanks += range(spans[-1].last + 1, after + 1)
    papers = {paper.id: span for paper, span in zip(plan.papers, spans[1:], strict=True)}
    return PackLayout(
        plan,
        spans[0],
        papers,
        items={
            planned.item.id: whole_pages([papers[paper.id] for paper in planned.papers])
            for planned in plan.items
            if planned.papers
        },
        blanks=tuple(blanks),
        numbers=tuple(range(1, after + 1)),
        labels=tuple(label for sheet in sheets for label in sheet.all),
    )


def only(plan: PackPlan, papers: Container[PaperId]) -> PackPlan:
    """Return a plan with these papers alone, and the items they belong to."""
    items = (
        replace(
            planned,
            papers=tuple(paper for paper in planned.papers if paper.id in papers),
            withheld=(),
            to_follow=(),
        )
        for planned in plan.items
    )
    return replace(plan, items=tuple(planned for planned in items if planned.papers))


@dataclass(frozen=True, slots=True)
class _DealtPaper:
    issued: IssuedPaper
    addition: Addition | None


@dataclass(frozen=True, slots=True)
class _Dealt:
    papers: tuple[_DealtPaper, ...]
    last_page: int


def _deal(latest: Issue, agenda: Agenda, *, after: int) -> _Dealt:
    """Give every paper its pages, in the order of binding; new ones start after page ``after``."""
    known = latest.by_paper
    behind = dict.fromkeys(Edition, latest.front.all[-1])
    dealt: list[_DealtPaper] = []
    for number, item, paper in _bound(agenda):
        before = known.get(paper.id)
        how = _coming(paper, before)
        old = before.pages if before else IssuedPages()
        pages = _pages(paper, how, old, after)
        after += 0 if old.labels else len(pages.all)
        addition = None
        if how is not None:
            out = old if how is Coming.REPLACED else IssuedPages()
            addition = Addition(number, paper, how, pages, out, dict(behind))
        dealt.append(_DealtPaper(issued_paper(paper, item, pages), addition))
        if pages.all:
            holders = Edition if paper.public else (Edition.FULL,)
            behind.update(dict.fromkeys(holders, pages.all[-1]))
    return _Dealt(tuple(dealt), after)


def _bound(agenda: Agenda) -> Iterator[tuple[int, ItemId, Paper]]:
    """Give every paper with its item's number and key, in the order of binding."""
    owners = {
        paper.id: (one.number, one.item.id) for one in agenda.numbered for paper in one.item.papers
    }
    place = agenda.meeting.withheld_papers or WithheldPlace.LAST
    papers = (paper for item in agenda.items for paper in item.papers)
    for paper in bound_order(papers, place):
        yield (*owners[paper.id], paper)


def _coming(paper: Paper, before: IssuedPaper | None) -> Coming | None:
    """Return how a paper came since an issue, None where it is as it was issued."""
    if paper.version is None or not paper.has_pages:
        return None
    if before is None:
        return Coming.LATE
    if not before.sha256:
        return Coming.FOLLOWED
    if paper.version.original_sha256 != before.sha256:
        return Coming.REPLACED
    return Coming.OPENED if paper.public and not before.public else None


def _pages(paper: Paper, how: Coming | None, old: IssuedPages, after: int) -> IssuedPages:
    if paper.version is None or how in (None, Coming.OPENED):
        return old
    length = paper.version.facts.page_count
    return pages_in_place(old, length) if old.labels else first_pages(length, after=after)
