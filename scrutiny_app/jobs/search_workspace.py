"""Search a workspace: every hit with its page in the paper and in the pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.ids import MeetingId, PaperId
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.known_first_pages import known_first_pages
from scrutiny_app.jobs.packs.lay_out_meeting import lay_out_meeting
from scrutiny_app.store.search_hits import Hit
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One hit. ``page`` counts from 1 in the paper, ``pack_page`` is the number stamped on it.

    ``page`` is None for a title or a line of the agenda; ``pack_page`` is None for a line of the
    agenda, and where the public pack does not show the paper.
    """

    hit: Hit
    pack_page: int | None


def search_workspace(desk: Desk, text: str, *, limit: int = 20) -> tuple[FoundPage, ...]:
    """Return the best hits, best first.

    An index that lacks a paper (the workspace was restored, a step was taken back) is brought in
    step first, for which the workspace must be free to edit.

    Raises:
        WrongInput: there is nothing to look for in ``text``.
        WorkspaceInUse: the index must be brought in step, and somebody else has the workspace.
    """
    with desk.read() as store:
        if store.searchable:
            return _found(store, text, limit)
    from scrutiny_app.jobs.papers.index_papers import index_papers

    with desk.edit() as store:
        index_papers(store, {})
        return _found(store, text, limit)


def _found(store: Store, text: str, limit: int) -> tuple[FoundPage, ...]:
    hits = store.search.find(text, limit=limit)
    meetings = {hit.meeting_id for hit in hits if hit.paper_id}
    first = {meeting: _first_pages(store, meeting) for meeting in meetings}
    return tuple(FoundPage(hit, pack_page_of(hit, first.get(hit.meeting_id, {}))) for hit in hits)


def _first_pages(store: Store, meeting: MeetingId) -> Mapping[PaperId, int]:
    """Return where the papers of a meeting start: as remembered, or laid out anew if it changed."""
    agenda = store.agendas.read(meeting)
    known = known_first_pages(store, agenda)
    return lay_out_meeting(agenda).pages if known is None else known


def pack_page_of(hit: Hit, first: Mapping[PaperId, int]) -> int | None:
    """Return the stamped number of a hit's page; a paper's title stands for its first page."""
    start = None if hit.paper_id is None else first.get(hit.paper_id)
    return None if start is None else start + (hit.page or 1) - 1
