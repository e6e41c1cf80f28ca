"""Take papers in: every file goes through the limited child and into the paper folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.papers.file_papers import file_papers
from scrutiny_app.jobs.papers.filed_papers import FiledPapers
from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
from scrutiny_app.jobs.papers.read_papers import read_papers
from scrutiny_app.jobs.progress import Progress
from scrutiny_app.store.store import Store


def take_in_papers(
    desk: Desk,
    store: Store,
    files: Mapping[str, Path],
    *,
    final: Collection[str] = (),
    progress: Progress,
) -> FiledPapers:
    """Take every file in, then put them into the paper folder; one refused file refuses them all.

    A file that the workspace holds already is not read again, nor converted. Nothing is recorded
    here. ``final`` names the files whose final text is taken, should they be marked up.

    Raises:
        PaperRefused: a file cannot become a paper; the paper folder is as it was.
    """
    order = prepare_intake(store, files, final=final)
    return file_papers(store, read_papers(order, progress=progress), at=desk.clock())
