"""The page numbers of every paper as the pack would have them now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, page_counts, paginate, plan_agenda_pack
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import Issue


@dataclass(frozen=True, slots=True)
class LivePages:
    """Page numbers as stamped, by paper, and the last page of all.

    ``items`` has all the numbers of an item, those of blank pages between its papers too.
    """

    labels: Mapping[PaperId, tuple[str, ...]] = field(default_factory=dict)
    items: Mapping[ItemId, tuple[str, ...]] = field(default_factory=dict)
    last_page: int = 0

    def of_item(self, item: ItemId) -> tuple[str, ...]:
        """Return the page numbers of one item; empty where it has no pages."""
        return self.items.get(item, ())

    def of(self, paper: PaperId) -> tuple[str, ...]:
        """Return the page numbers of one paper; empty where it has no pages."""
        return self.labels.get(paper, ())

    def first_of(self, papers: tuple[PaperId, ...]) -> str:
        """Return the first page that any of these papers has, empty where none has one."""
        labels = [label for paper in papers for label in self.of(paper)[:1]]
        return min(labels, key=_by_number, default="")


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
    laid = {paper: layout.stamped_in(span) for paper, span in layout.papers.items()}
    whole = {
        item: tuple(label for run in span.runs for label in layout.stamped_in(run))
        for item, span in layout.items.items()
    }
    return LivePages(laid, whole, layout.page_count)


def _issued(agenda: Agenda, issue: Issue) -> LivePages:
    issued = {paper.id: paper.pages for paper in issue.papers if paper.pages.labels}
    there = {item.id: [paper.id for paper in item.papers] for item in agenda.items}
    return LivePages(
        {
            paper: issued[paper].labels
            for papers in there.values()
            for paper in papers
            if paper in issued
        },
        {
            item: tuple(label for paper in papers if paper in issued for label in issued[paper].all)
            for item, papers in there.items()
        },
        issue.last_page,
    )


def _by_number(label: str) -> tuple[int, str]:
    digits = "".join(letter for letter in label if letter.isdigit())
    return int(digits or 0), label
