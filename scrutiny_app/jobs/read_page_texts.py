"""Read the text of papers that are filed already, for the search index that lacks it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.errors import NotFound, PaperRefused
from scrutiny_app.jobs.progress import Progress, silent


def read_page_texts(
    files: Mapping[str, Path], staging: Path, *, progress: Progress = silent
) -> dict[str, tuple[str, ...]]:
    """Return a text for every page of every file; ``files`` are known by any word.

    A file that is gone or cannot be read has no pages: the check of the workspace tells of it.
    """
    texts: dict[str, tuple[str, ...]] = {}
    with IntakeChild(staging) as child:
        for done, (name, file) in enumerate(files.items()):
            progress("Reading papers for the search", done, len(files))
            try:
                texts[name] = child.extract_text(file)
            except (NotFound, PaperRefused):
                texts[name] = ()
    return texts
