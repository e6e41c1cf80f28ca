"""A sheet of questions that the proposals raise, for members to take from before the meeting."""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.documents.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Marker,
    Paragraph,
    plain,
)
from scrutiny_app.documents.budget.budget_document import budget_document
from scrutiny_app.domain.budget.figures import as_change
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.questions import ProposalQuestions, QuestionsSheet
from scrutiny_app.domain.budget.words import BudgetWords
from scrutiny_app.domain.house_style import HouseStyle


def questions_document(
    paper: BudgetPaper, sheet: QuestionsSheet, words: BudgetWords, style: HouseStyle
) -> Document:
    """Compose the sheet, as blocks.

    Source: domain notes 6.5: begin with the big picture, and probe without going line by line.
    """
    said = words.questions
    title = said.title.format(year=paper.whole.label)
    return budget_document(
        paper,
        title,
        style,
        (
            Paragraph(plain(said.intro)),
            Heading(1, plain(said.for_all)),
            *_points(sheet.questions, Marker.NUMBER),
            *_noticed(sheet.noticed, words),
            *((Heading(1, plain(said.on_proposals)),) if sheet.proposals else ()),
            *(block for one in sheet.proposals for block in _proposal(one, words)),
        ),
        landscape=False,
    )


def _noticed(sentences: tuple[str, ...], words: BudgetWords) -> Iterator[Block]:
    if sentences:
        yield Heading(2, plain(words.questions.noticed))
        yield from _points(sentences, Marker.BULLET)


def _proposal(one: ProposalQuestions, words: BudgetWords) -> Iterator[Block]:
    proposal = one.proposal
    change = as_change(proposal.stated)
    yield Heading(2, plain(f"{proposal.reference} {proposal.title} ({change})"))
    yield Paragraph(plain(words.questions.noticed, bold=True), keep_with_next=True)
    yield from _points(one.noticed, Marker.BULLET)
    yield Paragraph(plain(words.questions.ask, bold=True), keep_with_next=True)
    yield from _points(one.questions, Marker.NUMBER)


def _points(sentences: tuple[str, ...], marker: Marker) -> Iterator[Block]:
    if sentences:
        yield ListBlock(marker, tuple(plain(sentence) for sentence in sentences))
