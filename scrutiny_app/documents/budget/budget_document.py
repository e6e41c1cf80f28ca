"""What every document about budget proposals begins with."""

from __future__ import annotations

from collections.abc import Iterable

from scrutiny_app.documents.blocks import Block, Document, Paragraph, Title, Tone, plain
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.house_style import HouseStyle


def budget_document(
    paper: BudgetPaper,
    title: str,
    style: HouseStyle,
    blocks: Iterable[Block],
    *,
    landscape: bool = True,
) -> Document:
    """Compose a document under its council, its title and its committee."""
    return Document(
        title=f"{title}: {paper.committee}",
        author=paper.council,
        language=style.language,
        landscape=landscape,
        page_numbers=True,
        running_head=title,
        blocks=(
            Paragraph(plain(paper.council), tone=Tone.COUNCIL, keep_with_next=True),
            Title(plain(title)),
            Paragraph(plain(paper.committee, bold=True)),
            *blocks,
        ),
    )
