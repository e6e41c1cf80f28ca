"""Tell where a public pack says what minutes that are withheld say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from scrutiny_app.documents.gate.private_matter import private_matter
from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.jobs.pack_order import PackOrder


def private_echoes(order: PackOrder, file: Path, labels: Sequence[str]) -> Iterator[str]:
    """Give a sentence for every page of a public pack that repeats withheld minutes.

    ``labels`` are what the pages are stamped with. They are warnings, for a public paper may say
    the same in its own right; only the officer can tell.

    Raises:
        PaperRefused: the pack's words cannot be read back.
    """
    if order.edition is not Edition.PUBLIC or not order.private.any:
        return
    private = private_matter(order.private)
    with IntakeChild(order.staging) as child:
        pages = child.extract_text(file)
    for label, text in zip(labels, pages, strict=True):
        if found := private.found_in(text, sure=False):
            yield (
                f"Page {label} has {found}, which minutes that are not for publication have too. "
                "Look whether it may be public before you publish the pack."
            )
