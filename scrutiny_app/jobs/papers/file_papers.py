"""File papers that were read: their files go into the paper folder, for a step to name them."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.jobs.papers.filed_papers import FiledPapers, filed_papers
from scrutiny_app.jobs.papers.intake_order import ReadPapers
from scrutiny_app.jobs.papers.shelve_papers import shelve_papers
from scrutiny_app.store.store import Store


def file_papers(store: Store, read: ReadPapers, *, at: datetime) -> FiledPapers:
    """Put every file that was read into the paper folder, filed at a moment (UTC).

    Nothing is recorded here: the step that names the versions comes after.

    Raises:
        PaperRefused: a file was changed after it was read, or one that was known is not any more.
        NotWritten: the disk is full.
    """
    shelve_papers(store.paper_folder, read)
    return filed_papers(store, read, at=at)
