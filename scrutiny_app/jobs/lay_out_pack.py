"""Lay a pack out: draw its front sheet and say where everything stands."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    layout_key,
    page_counts,
    paginate,
    plan_agenda_pack,
)
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.store.store import Store

USUAL_FRONT_PAGES = 2
MOST_DRAWINGS = 5


@dataclass(frozen=True, slots=True)
class LaidOutPack:
    """The front sheet as PDF, and the layout it prints."""

    front: bytes
    layout: PackLayout


def lay_out_pack(agenda: Agenda, style: HouseStyle, edition: Edition) -> LaidOutPack:
    """Draw the front sheet until the pages it takes are the pages it was laid out for.

    Raises:
        PackNotReady: there is nothing on the agenda.
    """
    plan = plan_agenda_pack(agenda, edition)
    counts = page_counts(agenda)
    pages = USUAL_FRONT_PAGES
    for _ in range(MOST_DRAWINGS):
        layout = paginate(plan, counts, front_pages=pages)
        drawn = draw_pdf(front_sheet(agenda, style, layout.items, linked=True), style)
        if drawn.pages == pages:
            return LaidOutPack(drawn.data, layout)
        pages = drawn.pages
    raise PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest item titles by a "
        "word and build the pack again."
    )


def remember_layout(store: Store, layout: PackLayout, style: HouseStyle) -> None:
    """Keep the first page of every paper for the search, until agenda or style change."""
    agenda = layout.plan.agenda
    store.search.remember_layout(
        agenda.meeting.id,
        layout_key(agenda, style),
        {paper: span.first for paper, span in layout.papers.items()},
    )
