"""Make the page ranges of an agenda: where everything stands in its public and full editions."""

from __future__ import annotations

from scrutiny_app.domain.agenda_pack import Edition, PageSpan
from scrutiny_app.domain.issued_pages import page_words
from scrutiny_app.domain.issued_ranges import issued_spans
from scrutiny_app.jobs.packs.agenda_order import AgendaOrder
from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.page_ranges import PageRanges
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style


def make_page_ranges(order: AgendaOrder, *, progress: Progress = silent) -> PageRanges:
    """Return where everything stands now; those of withheld papers are in the full edition.

    Raises:
        PackNotReady: there is nothing on the agenda.
    """
    progress("Laying out", 0, 1)
    style = house_style(order.agenda.council.house_style)
    pattern = style.words.page_range
    issue = order.issue
    if issue is not None:
        items = issued_spans(issue, order.agenda, style)
        return PageRanges(
            {key: span.told for key, span in items.items()},
            {
                one.id: page_words(one.pages.labels, pattern)
                for one in issue.papers
                if one.pages.labels
            },
            issue.last_page,
        )
    public = lay_out_pack(order.agenda, style, Edition.PUBLIC).layout
    full = lay_out_pack(order.agenda, style, Edition.FULL).layout
    return PageRanges(
        {key: _told(span, pattern) for key, span in full.items.items()},
        {key: _told(span, pattern) for key, span in full.papers.items()},
        public.page_count,
        public,
        full,
    )


def _told(span: PageSpan, pattern: str) -> str:
    if span.told:
        return span.told
    if span.first == span.last:
        return str(span.first)
    return pattern.format(first=span.first, last=span.last)
