"""Read the words of papers for the search index, without the workspace."""

from __future__ import annotations

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.jobs.papers.record_texts import TextsOrder
from scrutiny_app.jobs.progress import Progress, silent


def read_texts(order: TextsOrder, *, progress: Progress = silent) -> dict[str, tuple[str, ...]]:
    """Return the pages of every paper of an order by its SHA-256, for ``record_texts``.

    Raises:
        PaperRefused: a paper's words cannot be read.
    """
    texts: dict[str, tuple[str, ...]] = {}
    with IntakeChild(order.staging) as child:
        for done, (sha256, path) in enumerate(order.files.items()):
            progress("Indexing", done, len(order.files))
            texts[sha256] = child.extract_text(path)
    return texts
