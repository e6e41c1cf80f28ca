"""What a search finds: one page of a paper, its title, or a line of an agenda."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.paper import Access


@dataclass(frozen=True, slots=True)
class Hit:
    """One page or line that holds what was looked for.

    ``page`` counts from 1 in the paper and is None for a title or a line of the agenda.
    ``title`` is the paper's, or the item's where ``paper_id`` is None. ``snippet`` is the text
    around, the words found in «marks». ``exempt`` is true of confidential papers as well.
    """

    meeting_id: MeetingId
    item_id: ItemId
    paper_id: PaperId | None
    title: str
    page: int | None
    snippet: str
    exempt: bool


def item_hit(item: sqlite3.Row, snippet: str) -> Hit:
    """Return the find of a line of an agenda, from its row in the workspace."""
    return Hit(item["meeting"], item["id"], None, item["title"], None, snippet, exempt=False)


def paper_hit(paper: sqlite3.Row, page: int | None, snippet: str) -> Hit:
    """Return the find of a paper's title or of one of its pages, from its row in the workspace."""
    return Hit(
        paper["meeting"],
        paper["item"],
        paper["id"],
        paper["title"],
        page,
        snippet,
        exempt=paper["access"] != Access.PUBLIC,
    )
