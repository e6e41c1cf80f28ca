"""What changed between two versions of a set of proposals, as a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutiny_app.documents.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    plain,
)
from scrutiny_app.documents.budget.budget_document import budget_document
from scrutiny_app.documents.budget.budget_tables import (
    figure_cell,
    heading_row,
    proposals_table,
)
from scrutiny_app.domain.budget.comparison import BudgetComparison, ProposalChange
from scrutiny_app.domain.budget.figures import as_change
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.budget.totals import total_of, whole_total
from scrutiny_app.domain.budget.words import BudgetWords
from scrutiny_app.domain.house_style import HouseStyle


def comparison_document(
    paper: BudgetPaper, found: BudgetComparison, words: BudgetWords, style: HouseStyle
) -> Document:
    """Compose the comparison, as blocks; ``paper`` is that of the later version."""
    said = words.comparison
    title = said.title.format(before=_version(found.before), after=_version(found.after))
    intro = said.intro.format(
        changed=len(found.changed),
        added=len(found.added),
        dropped=len(found.dropped),
        same=len(found.unchanged),
        now=as_change(whole_total(found.after).stated),
        then=as_change(whole_total(found.before).stated),
    )
    return budget_document(
        paper,
        title,
        style,
        (
            Paragraph(plain(intro)),
            Heading(1, plain(said.changed)),
            *_changed(found.changed, words),
            Heading(1, plain(said.added)),
            *_rows(said.added, found.added, found, words),
            Heading(1, plain(said.dropped)),
            *_rows(said.dropped, found.dropped, found, words),
        ),
    )


def _version(whole: ProposalSet) -> str:
    """Return what a version is called in a sentence: "2024/25 (Consultation)"."""
    return f"{whole.year.label} ({whole.version})" if whole.version else whole.year.label


def _changed(changes: Sequence[ProposalChange], words: BudgetWords) -> Iterator[Block]:
    said = words.comparison
    if not changes:
        yield Paragraph(plain(said.nothing))
        return
    rows = [
        (
            Cell((plain(change.after.reference),), bold=True),
            Cell((plain(change.after.title),)),
            Cell((plain(field.name),)),
            figure_cell(field.before or "-"),
            figure_cell(field.after or "-"),
        )
        for change in changes
        for field in change.fields
    ]
    headings = (words.columns.reference, words.columns.proposal, said.what, said.was, said.is_)
    yield Table(
        columns=(Column(14), Column(30), Column(16), Column(20), Column(20, Align.LEFT)),
        rows=(heading_row(headings), *rows),
        row_headers=True,
        summary=said.changed,
    )


def _rows(
    name: str,
    proposals: Sequence[BudgetProposal],
    found: BudgetComparison,
    words: BudgetWords,
) -> Iterator[Block]:
    if not proposals:
        yield Paragraph(plain(words.comparison.nothing))
        return
    years = found.after.years
    yield proposals_table(proposals, total_of(name, proposals, years), years, words.columns)
