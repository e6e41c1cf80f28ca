"""The page numbers of every item and paper as the pack would have them now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    PageSpan,
    page_counts,
    paginate,
    plan_agenda_pack,
)
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import Issue
from scrutiny_app.domain.issued_pages import page_words

_RANGE = "{first}\N{EN DASH}{last}"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one thing: as told ("9\N{EN DASH}12"), how many, and the first number."""

    told: str = ""
    count: int = 0
    first: str = ""


NO_PAGES = Pages()


@dataclass(frozen=True, slots=True)
class LivePages:
    """Pages by paper and by item, blank ones between an item's papers too, and the last of all."""

    papers: Mapping[PaperId, Pages] = field(default_factory=dict)
    items: Mapping[ItemId, Pages] = field(default_factory=dict)
    last_page: int = 0

    def first_of(self, key: str) -> str:
        """Return the first page of an item or paper, empty where it has none."""
        pages = self.papers.get(PaperId(key)) or self.items.get(ItemId(key)) or NO_PAGES
        return pages.first


def live_pages(
    agenda: Agenda, style: HouseStyle, *, front_room: int, issue: Issue | None
) -> LivePages:
    """Return the pages of an agenda whose front sheet takes ``front_room`` pages, an even number.

    What was published keeps the numbers it was issued with.
    """
    if not agenda.items:
        return LivePages()
    if issue is not None:
        return _issued(agenda, issue)
    plan = plan_agenda_pack(agenda, Edition.FULL, usually=style.withheld_papers)
    layout = paginate(plan, page_counts(agenda), front_pages=front_room, front_room=front_room)
    return _laid_out(layout)


def _laid_out(layout: PackLayout) -> LivePages:
    papers = {paper: _of_span(span, len(span)) for paper, span in layout.papers.items()}
    items = {
        planned.item.id: _of_span(
            layout.items[planned.item.id], sum(papers[paper.id].count for paper in planned.papers)
        )
        for planned in layout.plan.items
        if planned.papers
    }
    return LivePages(papers, items, layout.page_count)


def _of_span(span: PageSpan, count: int) -> Pages:
    runs = (
        str(run.first) if run.first == run.last else _RANGE.format(first=run.first, last=run.last)
        for run in span.runs
    )
    return Pages(", ".join(runs), count, str(span.first))


def _issued(agenda: Agenda, issue: Issue) -> LivePages:
    issued = {paper.id: paper.pages for paper in issue.papers if paper.pages.labels}
    papers: dict[PaperId, Pages] = {}
    items: dict[ItemId, Pages] = {}
    for item in agenda.items:
        there = [paper.id for paper in item.papers if paper.id in issued]
        papers |= {paper: _of_labels(issued[paper].labels) for paper in there}
        if there:
            every = [label for paper in there for label in issued[paper].all]
            pages = _of_labels(every)
            count = sum(papers[paper].count for paper in there)
            items[item.id] = Pages(pages.told, count, pages.first)
    return LivePages(papers, items, issue.last_page)


def _of_labels(labels: Sequence[str]) -> Pages:
    return Pages(page_words(labels, _RANGE), len(labels), labels[0])
