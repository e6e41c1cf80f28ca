"""Tell where a public file says what minutes that are withheld say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scrutiny_app.documents.gate.private_matter import private_matter
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.private_words import PrivateWords


def private_echoes(
    words: PrivateWords, file: Path, labels: Sequence[str], staging: Path
) -> Iterator[str]:
    """Give a sentence for every page of a public file that repeats withheld minutes.

    ``labels`` are what the pages are stamped with; ``staging`` is where the child may write. They
    are warnings, for a public paper may say the same in its own right; only the officer can tell.

    Raises:
        PaperRefused: the file's words cannot be read back.
    """
    if not words.any:
        return
    private = private_matter(words)
    with IntakeChild(staging) as child:
        pages = child.extract_text(file)
    for label, text in zip(labels, pages, strict=True):
        if found := private.found_in(text, sure=False):
            yield (
                f"Page {label} has {found}, which minutes that are not for publication have too. "
                "Look whether it may be public before you publish it."
            )
