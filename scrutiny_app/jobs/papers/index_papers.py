"""Index papers: every paper's text and every agenda line can be searched."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from scrutiny_app.jobs.papers.read_texts import read_texts
from scrutiny_app.jobs.papers.record_texts import TextsOrder, record_texts
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.store import Store

# As many as may lie in memory at once
_PAPERS_AT_ONCE = 50


def index_papers(
    store: Store, texts: Mapping[str, tuple[str, ...]], *, progress: Progress = silent
) -> int:
    """Bring the search index in step with the workspace; return how many files were read for it.

    ``texts`` holds what has just been read, by normalised SHA-256; any other paper that the index
    lacks (its file was lost, or made by another version) is read again from the paper folder.
    """
    order = record_texts(store, texts)
    files = iter(order.files.items())
    while batch := dict(islice(files, _PAPERS_AT_ONCE)):
        record_texts(store, read_texts(TextsOrder(batch, order.staging), progress=progress))
    return len(order.files)
