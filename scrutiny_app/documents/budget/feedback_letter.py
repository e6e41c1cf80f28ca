"""A letter with the committee's comments to one portfolio holder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scrutiny_app.documents.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.budget.budget_tables import portfolio_table
from scrutiny_app.domain.budget.paper import BudgetPaper, HolderPart
from scrutiny_app.domain.budget.totals import total_of
from scrutiny_app.domain.budget.words import BudgetWords
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.wording import listed, long_date


def feedback_letter(
    paper: BudgetPaper, part: HolderPart, written_on: date, words: BudgetWords, style: HouseStyle
) -> Document:
    """Compose the letter, as blocks, with what the committee says of each proposal.

    Source: practice: one feedback letter for each portfolio holder.
    """
    said = words.letter
    commented = any(one.details.feedback for one in part.proposals)
    title = said.title.format(year=paper.whole.year.label, committee=paper.committee)
    return Document(
        title=title,
        author=paper.council,
        language=style.language,
        page_numbers=True,
        running_head=title,
        blocks=(
            Paragraph(plain(paper.council), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(title)),
            Paragraph(plain(_addressed(part, words), bold=True), tone=Tone.LINE),
            Paragraph(plain(long_date(written_on, style.minutes_date))),
            Paragraph(plain(said.opening.format(committee=paper.committee))),
            *((Paragraph(plain(said.request)),) if commented else ()),
            Heading(1, plain(said.comments)),
            *_comments(part, words),
            *((Paragraph(plain(said.closing)),) if commented else ()),
            Signature(said.signature.format(committee=paper.committee), said.date),
            PageBreak(),
            Heading(1, plain(said.proposals)),
            portfolio_table(
                part.proposals,
                total_of(part.holder or paper.committee, part.proposals, paper.whole.years),
                words.columns,
            ),
        ),
    )


def _addressed(part: HolderPart, words: BudgetWords) -> str:
    said = words.letter
    return said.to_holder.format(holder=part.holder) if part.holder else said.to_nobody


def _comments(part: HolderPart, words: BudgetWords) -> Iterator[Block]:
    """Give the committee's words on each proposal; those without any come together at the end."""
    silent = [one.reference for one in part.proposals if not one.details.feedback]
    for one in part.proposals:
        if one.details.feedback:
            yield Heading(2, plain(f"{one.reference} {one.title}"))
            yield Paragraph(plain(one.details.feedback))
    if len(silent) == len(part.proposals):
        yield Paragraph(plain(words.letter.no_comments))
    elif silent:
        yield Paragraph(plain(words.letter.no_comment.format(references=listed(silent))))
