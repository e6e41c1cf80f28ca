"""The tables of budget documents: proposals, totals, years; one heading row, no joined cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrutiny_app.documents.blocks import Align, Cell, Column, Inline, Run, Table, plain
from scrutiny_app.domain.budget.figures import as_change, in_millions, in_posts, spoken
from scrutiny_app.domain.budget.proposal import BudgetProposal
from scrutiny_app.domain.budget.totals import Total, YearShare
from scrutiny_app.domain.budget.words import ColumnHeadings
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.wording import listed

_REFERENCE, _PROPOSAL, _EFFECT, _FIGURE, _POSTS, _NAME = 13.0, 36.0, 11.0, 8.0, 6.5, 32.0


def proposals_table(
    proposals: Sequence[BudgetProposal],
    total: Total,
    years: Sequence[FinancialYear],
    words: ColumnHeadings,
) -> Table:
    """Return proposals as a table, a row each, with their total in the last."""
    headings = (
        words.reference,
        words.proposal,
        words.effect,
        *(year.label for year in years),
        words.total,
        words.posts,
    )
    return Table(
        columns=(
            Column(_REFERENCE),
            Column(_PROPOSAL),
            Column(_EFFECT),
            *(Column(_FIGURE, Align.FIGURES) for _ in (*years, total)),
            Column(_POSTS, Align.FIGURES),
        ),
        rows=(
            heading_row(headings),
            *(_proposal_row(one, years, words) for one in proposals),
            _sum_row(total, words),
        ),
        row_headers=True,
        summary=f"Budget proposals: {total.name}",
    )


def portfolio_table(
    proposals: Sequence[BudgetProposal], total: Total, words: ColumnHeadings
) -> Table:
    """Return proposals as a table for upright pages: what each year brings stands in words."""
    headings = (words.reference, words.proposal, words.effect, words.total, words.posts)
    rows = (
        (
            Cell(tuple(plain(reference) for reference in one.references), bold=True),
            Cell((*_told(one), *_year_by_year(one))),
            Cell((plain(words.effect_of(one.stated)),)),
            figure_cell(in_millions(one.stated), bold=True),
            figure_cell(in_posts(one.posts.fte)),
        )
        for one in proposals
    )
    whole = (
        Cell((plain(words.total),), bold=True),
        Cell((plain(total.name),), bold=True),
        Cell((plain(words.effect_of(total.stated)),), bold=True),
        figure_cell(in_millions(total.stated), bold=True),
        figure_cell(in_posts(total.fte), bold=True),
    )
    return Table(
        columns=(
            *(Column(share) for share in (14.0, 50.0, 13.0)),
            *(Column(share, Align.FIGURES) for share in (13.0, 10.0)),
        ),
        rows=(heading_row(headings), *rows, whole),
        row_headers=True,
        summary=f"Budget proposals: {total.name}",
    )


def _year_by_year(one: BudgetProposal) -> Iterator[Inline]:
    """Tell how a change falls over the years, where it does: "£80,000 less in 2027/28"."""
    told = [
        f"{as_change(year.amount.pounds)} in {year.year.label}"
        for year in one.years
        if year.amount.pounds
    ]
    if told:
        yield plain(f"{listed(told)}.")


def heading_row(texts: Iterable[str]) -> tuple[Cell, ...]:
    """Return the row of a table's headings."""
    return tuple(Cell((plain(text),), bold=True) for text in texts)


def figure_cell(printed: str, *, bold: bool = False) -> Cell:
    """Return a cell with a figure; brackets are read out as "minus"."""
    return Cell((plain(printed),), bold=bold, spoken=_spoken(printed))


def _spoken(printed: str) -> str:
    said = spoken(printed)
    return "" if said == printed else said


def _proposal_row(
    one: BudgetProposal, years: Sequence[FinancialYear], words: ColumnHeadings
) -> tuple[Cell, ...]:
    return (
        Cell(tuple(plain(reference) for reference in one.references), bold=True),
        Cell(_told(one)),
        Cell((plain(words.effect_of(one.stated)),)),
        *(figure_cell(in_millions(one.in_year(year))) for year in years),
        figure_cell(in_millions(one.stated), bold=True),
        figure_cell(in_posts(one.posts.fte)),
    )


def _told(one: BudgetProposal) -> tuple[Inline, ...]:
    """Return what a proposal is: its title, what would change, and of what kind it is."""
    kind = ", ".join(filter(None, (one.option_text, one.department)))
    lines = (
        plain(one.title, bold=True),
        plain(one.narrative if one.narrative != one.title else ""),
        (Run(kind, italic=True),),
    )
    return tuple(line for line in lines if line[0].text)


def _sum_row(total: Total, words: ColumnHeadings) -> tuple[Cell, ...]:
    return (
        Cell((plain(words.total),), bold=True),
        Cell((plain(total.name),), bold=True),
        Cell((plain(words.effect_of(total.stated)),), bold=True),
        *(figure_cell(in_millions(pounds), bold=True) for _, pounds in total.years),
        figure_cell(in_millions(total.stated), bold=True),
        figure_cell(in_posts(total.fte), bold=True),
    )


def totals_table(
    totals: Sequence[Total], whole: Total, words: ColumnHeadings, heading: str
) -> Table:
    """Return totals as a table, stated and summed, the whole in the last row.

    ``heading`` says what the rows are.
    """
    years = [year for year, _ in whole.years]
    headings = (
        heading,
        words.rows,
        *(year.label for year in years),
        words.total,
        words.summed,
        words.posts,
    )
    rows = [_total_row(one, bold=False) for one in totals]
    return Table(
        columns=(Column(_NAME), *(Column(_FIGURE, Align.FIGURES) for _ in headings[1:])),
        rows=(heading_row(headings), *rows, _total_row(whole, bold=True)),
        row_headers=True,
        summary=f"Totals by {heading.lower()}",
    )


def _total_row(total: Total, *, bold: bool) -> tuple[Cell, ...]:
    figures = (*(pounds for _, pounds in total.years), total.stated, total.summed)
    return (
        Cell((plain(total.name),), bold=bold),
        Cell((plain(str(total.rows)),), bold=bold),
        *(figure_cell(in_millions(pounds), bold=bold) for pounds in figures),
        figure_cell(in_posts(total.fte), bold=bold),
    )


def years_table(shares: Sequence[YearShare], words: ColumnHeadings) -> Table:
    """Return the reductions of each year with their share of all."""
    return Table(
        columns=(Column(3), Column(3), Column(2, Align.FIGURES), Column(2, Align.FIGURES)),
        rows=(
            heading_row((words.year, words.effect, words.reductions, words.percent)),
            *(
                (
                    Cell((plain(one.year.label),)),
                    Cell((plain(words.effect_of(one.pounds)),)),
                    figure_cell(in_millions(one.pounds)),
                    Cell((plain(f"{one.percent}%"),)),
                )
                for one in shares
            ),
        ),
        row_headers=True,
        summary=f"{words.reductions} by year",
    )
