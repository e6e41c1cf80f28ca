"""Lay out a reading copy: the agenda and everything issued since, under its own numbers."""

from __future__ import annotations

from dataclasses import replace

from scrutiny_app.documents.front_sheet import front_sheet, note_on_lacking, notes_on_pages
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, plan_agenda_pack
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.issue import Issue, withheld_between
from scrutiny_app.domain.issued_pages import pages_in_place
from scrutiny_app.domain.issued_ranges import told_spans
from scrutiny_app.domain.supplement import lay_out_issued
from scrutiny_app.jobs.packs.issue_bench import StyledPack
from scrutiny_app.jobs.packs.lay_out_pack import MOST_DRAWINGS
from scrutiny_app.jobs.packs.readership import Readership


def lay_out_reading_copy(
    agenda: Agenda, issue: Issue, style: HouseStyle, readers: Readership
) -> StyledPack:
    """Lay out the agenda and everything issued since, in the order of binding.

    Raises:
        PackNotReady: the front sheet's length would not settle.
    """
    pages = {paper.id: paper.pages for paper in issue.papers}
    plan = plan_agenda_pack(agenda, readers.edition)
    labelled = _labelled(style, issue)
    front = issue.front
    for _ in range(MOST_DRAWINGS):
        layout = lay_out_issued(plan, front, pages)
        sheet = front_sheet(
            plan.agenda,
            labelled,
            told_spans(layout, pages, style),
            linked=True,
            edition=readers.edition,
            notes=_notes(layout, issue, style),
        )
        drawn = draw_pdf(sheet, style)
        if drawn.pages == len(front.labels):
            return StyledPack(drawn.data, layout, style)
        front = pages_in_place(issue.front, drawn.pages)
    raise PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest titles by a word "
        "and try again."
    )


def _notes(layout: PackLayout, issue: Issue, style: HouseStyle) -> tuple[str, ...]:
    if layout.plan.edition is Edition.FULL:
        return notes_on_pages(layout, style)
    return note_on_lacking(withheld_between(issue), style)


def _labelled(style: HouseStyle, issue: Issue) -> HouseStyle:
    """Return the style with what the copy holds where the pack's name would be."""
    if issue.number == 1:
        return style
    label = style.supplement.reading_copy.format(number=issue.number - 1)
    private = replace(style.private, full_label=f"{style.private.full_label}. {label}")
    return replace(style, words=replace(style.words, pack_label=label), private=private)
