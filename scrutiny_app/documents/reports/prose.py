"""Text that an author wrote in a report file, as blocks: headings, numbered paragraphs, lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scrutiny_app.documents.blocks import (
    Block,
    Heading,
    Inline,
    ListBlock,
    NumberedParagraph,
    Paragraph,
    Title,
)
from scrutiny_app.documents.markdown import document_from_markdown, inline_from_markdown
from scrutiny_app.domain.errors import WrongInput

_SUB_HEADING = 2  # what stands under a section's heading


def prose_blocks(text: str, where: str, *, number: int | None = None) -> tuple[Block, ...]:
    """Read the text of one section.

    ``number`` is the section's. When the author gave no paragraph a number, each gets one: 3.1,
    3.2. ``where`` names the text in an error.

    Raises:
        WrongInput: the text holds what cannot be drawn, or a heading as large as a section's.
    """
    blocks = _read(text, where)
    for block in blocks:
        if isinstance(block, Title) or (isinstance(block, Heading) and block.level < _SUB_HEADING):
            raise WrongInput(
                f'{where}: "{_said(block.text)}" is a heading as large as the section\'s own. '
                "Write ### before a heading inside a section."
            )
    if number is not None:
        blocks = tuple(_numbered(blocks, number))
    return tuple(_beneath(blocks))


def line_of(text: str, where: str) -> Inline:
    """Return a text of one line, its links and **bold** words read.

    Raises:
        WrongInput: it holds what cannot be drawn.
    """
    try:
        return inline_from_markdown(text)
    except WrongInput as error:
        raise WrongInput(f"{where}: {error}") from error


def _read(text: str, where: str) -> tuple[Block, ...]:
    try:
        return document_from_markdown(text, title="", author="").blocks
    except WrongInput as error:
        raise WrongInput(f"{where}: {error}") from error


def _numbered(blocks: Sequence[Block], section: int) -> Iterator[Block]:
    """Number the paragraphs of a section, unless its author has numbered any."""
    written = any(
        isinstance(block, NumberedParagraph) or (isinstance(block, Heading) and block.number)
        for block in blocks
    )
    place = 0
    for block in blocks:
        if written or not isinstance(block, Paragraph):
            yield block
            continue
        place += 1
        yield NumberedParagraph(f"{section}.{place}", block.text)


def _beneath(blocks: Iterable[Block]) -> Iterator[Block]:
    """Set in what goes on below a numbered paragraph: lists, and text without a number."""
    inside = False
    for block in blocks:
        if isinstance(block, ListBlock):
            yield replace(block, level=1) if inside else block
            continue
        if inside and isinstance(block, Paragraph):
            yield NumberedParagraph("", block.text)
            continue
        inside = isinstance(block, NumberedParagraph)
        yield block


def _said(text: Inline) -> str:
    return "".join(run.text for run in text)
