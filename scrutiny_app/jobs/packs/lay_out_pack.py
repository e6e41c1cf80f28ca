"""Lay a pack out: draw its front sheet and say where everything stands."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.documents.front_sheet import front_sheet, notes_on_pages
from scrutiny_app.documents.pdf.drawing import DrawnPdf, draw_pdf
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    page_counts,
    paginate,
    plan_agenda_pack,
)
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.public_agenda import withholds
from scrutiny_app.jobs.page_ranges import USUAL_FRONT_PAGES

MOST_DRAWINGS = 5


@dataclass(frozen=True, slots=True)
class LaidOutPack:
    """The front sheet as PDF, and the layout it prints."""

    front: bytes
    layout: PackLayout


def lay_out_pack(agenda: Agenda, style: HouseStyle, edition: Edition) -> LaidOutPack:
    """Draw the front sheet until the pages it takes are the pages it was laid out for.

    Where something is withheld, both editions' front sheets are drawn: the longer one says where
    the papers begin, so that every page has the same number in both.

    Raises:
        PackNotReady: there is nothing on the agenda.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    usually = style.withheld_papers
    editions = tuple(Edition) if withholds(agenda) else (edition,)
    plans = {each: plan_agenda_pack(agenda, each, usually=usually) for each in editions}
    counts = page_counts(agenda)
    room = USUAL_FRONT_PAGES
    for _ in range(MOST_DRAWINGS):
        layouts = {each: paginate(plan, counts, front_pages=room) for each, plan in plans.items()}
        drawn = {each: _drawn(layout, style) for each, layout in layouts.items()}
        longest = max(one.pages for one in drawn.values())
        if longest <= room:
            pages = drawn[edition].pages
            layout = paginate(plans[edition], counts, front_pages=pages, front_room=room)
            return LaidOutPack(drawn[edition].data, layout)
        room = longest + longest % 2
    raise PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest item titles by a "
        "word and build the pack again."
    )


def _drawn(layout: PackLayout, style: HouseStyle) -> DrawnPdf:
    plan = layout.plan
    sheet = front_sheet(
        plan.agenda,
        style,
        layout.items,
        linked=True,
        edition=plan.edition,
        notes=notes_on_pages(layout, style),
    )
    return draw_pdf(sheet, style)
