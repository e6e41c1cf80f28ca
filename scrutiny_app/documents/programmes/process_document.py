"""How topics are chosen, as the appendix of a report: a picture, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    ListBlock,
    Marker,
    Paragraph,
    Table,
    Title,
    Tone,
    plain,
)
from scrutiny_app.documents.programmes.process_picture import process_picture, process_steps
from scrutiny_app.domain.programme.prioritisation import Criterion, PrioritisationMethod

_SHARES = (2.4, 4.8, 3.4)


def process_document(method: PrioritisationMethod, council: str) -> Document:
    """Return a way of prioritising as a document that can be read without its picture."""
    title = f"Scrutiny Prioritisation Process: {method.name}"
    blocks = tuple(_blocks(method, title))
    return Document(title, council, blocks, page_numbers=True, running_head=title)


def _blocks(method: PrioritisationMethod, title: str) -> Iterator[Block]:
    yield Title(plain(title))
    yield Paragraph(plain(method.tells))
    yield process_picture(method)
    yield Paragraph(plain(f"Source: {method.source}."), Tone.SMALL)
    yield Heading(1, plain("The same in words"))
    yield ListBlock(Marker.NUMBER, tuple(plain(step) for step in process_steps(method)))
    if method.criteria:
        yield Heading(1, plain("What each score means"))
        yield _criteria(method)


def _criteria(method: PrioritisationMethod) -> Table:
    rows = (
        (
            Cell((plain(one.name),), bold=True),
            Cell((plain(one.question),)),
            Cell((plain(_scale(one)),)),
        )
        for one in method.criteria
    )
    heads = tuple(Cell((plain(text),)) for text in ("Criterion", "Question", "Scores"))
    return Table(
        tuple(Column(share) for share in _SHARES),
        (heads, *rows),
        row_headers=True,
        summary=f"The criteria of {method.name} with their scales",
    )


def _scale(one: Criterion) -> str:
    # No line ends between a score and what it means
    named = (f"{one.lowest + place}\u00a0{anchor}" for place, anchor in enumerate(one.anchors))
    return "; ".join(named)
