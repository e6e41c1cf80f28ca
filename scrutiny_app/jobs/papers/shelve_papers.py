"""Shelve papers that were read: their files go into the paper folder, synced, and no row yet."""

from __future__ import annotations

import shutil

from scrutiny_app.jobs.papers.intake_order import ReadPapers
from scrutiny_app.store.paper_folder import PaperFolder


def shelve_papers(folder: PaperFolder, read: ReadPapers) -> None:
    """Put every file that was read into the paper folder.

    It asks the database nothing, so a thread may do it; the holder of the lock waits for its end.

    Raises:
        PaperRefused: a file was changed after it was read.
        NotWritten: the disk is full.
    """
    for paper in read.papers.values():
        folder.keep(paper.original, paper.original_sha256)
        if not paper.facts.attachment:
            folder.keep(paper.normalised, paper.normalised_sha256)
    shutil.rmtree(read.folder, ignore_errors=True)
