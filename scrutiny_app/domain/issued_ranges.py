"""The pages of items as they were issued, told as readers are told them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, PageSpan, plan_agenda_pack
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import Issue
from scrutiny_app.domain.issued_pages import IssuedPages, page_words
from scrutiny_app.domain.supplement import lay_out_issued, only


def issued_spans(issue: Issue, agenda: Agenda, style: HouseStyle) -> dict[ItemId, PageSpan]:
    """Return the public pages that every item was issued with, as its reader is told them."""
    pages = {paper.id: paper.pages for paper in issue.papers if paper.pages.labels}
    plan = only(plan_agenda_pack(agenda, Edition.PUBLIC), pages)
    return told_spans(lay_out_issued(plan, IssuedPages(), pages), pages, style)


def told_spans(
    layout: PackLayout, pages: Mapping[PaperId, IssuedPages], style: HouseStyle
) -> dict[ItemId, PageSpan]:
    """Return the pages of every item, told by their issued numbers: "9 - 12B, 71 - 74"."""
    return {
        planned.item.id: replace(
            layout.items[planned.item.id],
            told=page_words(
                [label for paper in planned.papers for label in pages[paper.id].all],
                style.words.page_range,
            ),
        )
        for planned in layout.plan.items
        if planned.papers
    }
