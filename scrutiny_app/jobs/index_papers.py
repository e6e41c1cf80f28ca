"""Index papers: every paper's text and every agenda line can be searched."""

from __future__ import annotations

from collections.abc import Mapping

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.store import Store


def index_papers(
    store: Store, texts: Mapping[str, tuple[str, ...]], *, progress: Progress = silent
) -> int:
    """Bring the search index in step with the workspace; return how many papers were added.

    ``texts`` holds what has just been read, by normalised SHA-256; any other paper that the index
    lacks (its file was lost, or made by another version) is read again from the paper folder.
    """
    missing = store.search.missing()
    unread = [one for one in missing if one.sha256 not in texts]
    for one in missing:
        if one.sha256 in texts:
            store.search.add_paper(
                one.paper_id, one.sha256, exempt=one.exempt, pages=texts[one.sha256]
            )
    if unread:
        with IntakeChild(store.staging) as child:
            for done, one in enumerate(unread):
                progress("Indexing", done, len(unread))
                pages = child.extract_text(store.paper_folder.path(one.sha256))
                store.search.add_paper(one.paper_id, one.sha256, exempt=one.exempt, pages=pages)
    store.search.refresh_agendas()
    return len(missing)
