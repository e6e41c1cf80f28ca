"""The budget schedule: every proposal of a set, with totals, charts and what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutiny_app.documents.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Marker,
    PageBreak,
    Paragraph,
    plain,
)
from scrutiny_app.documents.budget.budget_charts import services_chart, years_chart
from scrutiny_app.documents.budget.budget_document import budget_document
from scrutiny_app.documents.budget.budget_tables import (
    proposals_table,
    totals_table,
    years_table,
)
from scrutiny_app.domain.budget.figures import as_change
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.proposal import BudgetProposal
from scrutiny_app.domain.budget.totals import (
    NOT_SAID,
    Grouping,
    concentration,
    consultation_share,
    grouped,
    phasing,
    reductions,
    total_of,
    totals_by,
    whole_total,
)
from scrutiny_app.domain.budget.words import BudgetWords
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.wording import listed


def schedule_document(paper: BudgetPaper, words: BudgetWords, style: HouseStyle) -> Document:
    """Compose the schedule, as blocks, on wide pages.

    Source: domain notes 10: one row a proposal, landscape, headings repeated, brackets read out.
    """
    title = words.schedule.title.format(year=paper.whole.label)
    return budget_document(
        paper,
        title,
        style,
        (
            *_opening(paper, words),
            *(_figures(paper, words) if paper.whole.proposals else _nothing(words)),
        ),
    )


def _opening(paper: BudgetPaper, words: BudgetWords) -> Iterator[Block]:
    if paper.extract:
        yield Paragraph(plain(words.schedule.extract_note.format(names=listed(paper.extract))))
    yield Paragraph(plain(words.schedule.intro))


def _figures(paper: BudgetPaper, words: BudgetWords) -> Iterator[Block]:
    yield from _glance(paper, words)
    yield from _how_to_read(paper, words)
    yield from _services(paper, words)


def _nothing(words: BudgetWords) -> Iterator[Block]:
    yield Paragraph(plain(words.schedule.nothing))


def _how_to_read(paper: BudgetPaper, words: BudgetWords) -> Iterator[Block]:
    whole, said = paper.whole, words.schedule
    notes = [said.rounding_note]
    if whole.years:
        cash = as_change(whole_total(whole).cash)
        notes.insert(0, said.total_note.format(last_year=whole.years[-1].label, cash=cash))
    yield Heading(2, plain(said.how_to_read))
    yield ListBlock(Marker.BULLET, tuple(plain(note) for note in notes))


def _glance(paper: BudgetPaper, words: BudgetWords) -> Iterator[Block]:
    whole, said = paper.whole, words.schedule
    groups = totals_by(whole, Grouping.SERVICE)
    yield Heading(1, plain(said.glance))
    yield Heading(2, plain(said.by_service))
    yield services_chart(groups, said.by_service)
    yield totals_table(groups, whole_total(whole), words.columns, words.columns.service)
    if not reductions(whole):
        return
    yield Heading(2, plain(said.by_year))
    yield years_chart(phasing(whole), said.by_year)
    yield years_table(phasing(whole), words.columns)
    most, asked = concentration(whole), consultation_share(whole)
    shown = (
        said.concentration.format(
            percent=most.percent, references=listed(one.reference for one in most.proposals)
        ),
        said.consultation.format(percent=asked.percent, posts_percent=asked.fte_percent),
    )
    yield ListBlock(Marker.BULLET, tuple(plain(sentence) for sentence in shown))


def _services(paper: BudgetPaper, words: BudgetWords) -> Iterator[Block]:
    years = paper.whole.years
    for service, members in grouped(paper.whole.proposals, Grouping.SERVICE):
        yield PageBreak()
        yield Heading(1, plain(service))
        groups = _groups(members, words)
        for group, rows in groups:
            if group:
                yield Heading(2, plain(group))
            named = total_of(group or service, rows, years)
            yield proposals_table(rows, named, years, words.columns)
        if len(groups) > 1:
            total = total_of(words.schedule.total_row.format(name=service), members, years)
            totals = [total_of(group, rows, years) for group, rows in groups]
            yield Heading(2, plain(total.name))
            yield totals_table(totals, total, words.columns, words.columns.group)


def _groups(
    members: Sequence[BudgetProposal], words: BudgetWords
) -> list[tuple[str, tuple[BudgetProposal, ...]]]:
    """Return a service's proposals by group; without a name where it is not divided into any."""
    groups = grouped(members, Grouping.GROUP)
    if [name for name, _ in groups] == [NOT_SAID]:
        return [("", groups[0][1])]
    said = {NOT_SAID: words.schedule.no_group}
    return [(said.get(name, name), rows) for name, rows in groups]
