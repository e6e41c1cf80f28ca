"""The search index: every page of every paper, and every line of every agenda."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.ids import MeetingId, PaperId
from scrutiny_app.domain.paper import Access
from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.search_hits import Hit, item_hit, paper_hit
from scrutiny_app.store.search_query import search_query
from scrutiny_app.store.search_scope import (
    EVERYTHING,
    SearchedPart,
    SearchScope,
    keys_of_committee,
)
from scrutiny_app.store.search_shape import INDEXES, make_anew, open_search
from scrutiny_app.store.search_snippets import snippets


@dataclass(frozen=True, slots=True)
class Unindexed:
    """A paper whose text the index lacks. ``sha256`` is the normalised file's."""

    paper_id: PaperId
    sha256: str
    exempt: bool


class SearchIndex:
    """The index beside the workspace's database, derived from it and from the papers' files."""

    def __init__(self, file: Path, workspace: Connection, *, read_only: bool) -> None:
        self._file = file
        self._workspace = workspace
        self._read_only = read_only
        self._index = open_search(file, read_only=read_only)
        self._stale_at: tuple[object, tuple[PaperId, ...]] = (None, ())

    def missing(self) -> tuple[Unindexed, ...]:
        """Drop what is stale, and return the papers whose text must be added, in filing order.

        Stale is a paper that was removed, has a new version, or has changed its access.
        """
        try:
            stale = self._stale()
        except WorkspaceDamaged:
            self._renew()
            stale = ()
        with self._index.transaction():
            for paper in stale:
                self._drop(paper)
        self._stale_at = (None, ())
        indexed = set(self._index.values("select paper from indexed_paper"))
        return tuple(one for one in self._live() if one.paper_id not in indexed)

    def add_paper(
        self, paper_id: PaperId, sha256: str, *, exempt: bool, pages: Sequence[str]
    ) -> None:
        """Add the text of a paper, one text a page; what was there of it is replaced."""
        index = INDEXES[exempt]
        with self._index.transaction():
            self._drop(paper_id)
            self._index.run_many(
                _ADD_PAGE.format(index=index),
                (
                    (_FIRST_LINE, paper_id, number, _clean(text))
                    for number, text in enumerate(pages, start=1)
                    if text.strip()
                ),
            )
            self._index.run(
                "insert into indexed_paper (paper, sha256, exempt) values (?, ?, ?)",
                (paper_id, sha256, int(exempt)),
            )
        self._stale_at = (None, ())

    def adding(self) -> AbstractContextManager[None]:
        """Write the papers that are added inside at once: each by itself waits for the disk."""
        return self._index.transaction()

    def texts(self, papers: Sequence[PaperId]) -> dict[PaperId, tuple[str, ...]]:
        """Return the pages of papers whose text is indexed as they are now; empty pages too."""
        stale = set(self._stale())
        found: dict[PaperId, tuple[str, ...]] = {}
        for index in INDEXES:
            for row in self._index.rows(_SELECT_PAGES.format(index=index), (list_text(papers),)):
                paper = PaperId(row["paper"])
                if paper not in stale:
                    before = found.get(paper, ())
                    empty = ("",) * (row["page"] - 1 - len(before))
                    found[paper] = (*before, *empty, row["body"])
        return found

    def refresh_agendas(self) -> None:
        """Bring the lines of the agendas in step: titles, purposes and reports of live items."""
        items = {
            ("", str(row["id"])): _joined(row["title"], row["purpose"], row["report_of"])
            for row in self._workspace.rows(_SELECT_ITEMS, {"keys": None})
        }
        lines: dict[str, dict[tuple[str, str], str]] = {"public": items, "exempt": {}}
        for row in self._workspace.rows(_SELECT_PAPERS, {"keys": None}):
            index = INDEXES[row["access"] != Access.PUBLIC]
            lines[index][row["id"], ""] = _joined(row["title"], row["author"])
        with self._index.transaction():
            for index, wanted in lines.items():
                self._bring_lines_in_step(index, wanted)

    def in_step(self) -> bool:
        """Whether the index holds every paper as the workspace does. Nothing is changed."""
        if self._stale():
            return False
        indexed = set(self._index.values("select paper from indexed_paper"))
        return all(one.paper_id in indexed for one in self._live())

    def find(
        self, text: str, *, limit: int = 20, scope: SearchScope = EVERYTHING
    ) -> tuple[Hit, ...]:
        """Return the best hits, best first. See ``search_query`` for what may be typed.

        Raises:
            WrongInput: there is nothing to look for.
            WorkspaceDamaged: the index is broken; nothing else is.
        """
        query = search_query(text)
        try:
            asked = {
                "query": query,
                "stale": list_text(self._stale()),
                "keys": keys_of_committee(self._workspace, scope.committee),
                "first": _FIRST_LINE if scope.part is SearchedPart.LINES else 0,
                "last": (_FIRST_LINE if scope.part is SearchedPart.PAGES else _LAST_LINE) - 1,
                "most": _MOST_RANKED,
                "limit": limit,
            }
            found = [
                (row["score"], index, row["id"])
                for index in (INDEXES if scope.exempt else INDEXES[:1])
                for row in self._index.rows(_FIND.format(index=index), asked)
            ]
            best = sorted(found)[:limit]
            lines = {index: self._lines(index, best) for index in INDEXES}
        except WorkspaceDamaged as error:
            raise WorkspaceDamaged(
                f"The search index is damaged; papers and agendas are not. Delete {self._file}; it "
                "is made anew when the workspace is next opened to edit."
            ) from error
        shown = {
            index: snippets(query, {key: row["body"] for key, row in rows.items()})
            for index, rows in lines.items()
        }
        return self._hits(
            [(index, lines[index][key], shown[index].get(key, "")) for _, index, key in best]
        )

    def remember_layout(
        self, meeting_id: MeetingId, key: str, first_pages: Mapping[PaperId, int]
    ) -> None:
        """Remember where a meeting's papers start in its pack; ``key`` says what that hangs on."""
        with self._index.transaction():
            self._index.run(
                "insert into pack_layout (meeting, key, first_pages) values (?, ?, ?) "
                "on conflict (meeting) do update set key = excluded.key, "
                "first_pages = excluded.first_pages",
                (meeting_id, key, json.dumps(dict(first_pages))),
            )

    def layout(self, meeting_id: MeetingId) -> tuple[str, Mapping[PaperId, int]] | None:
        """Return the key and the first pages that were remembered, if any were."""
        row = self._index.row(
            "select key, first_pages from pack_layout where meeting = ?", (meeting_id,)
        )
        if row is None:
            return None
        pages = json.loads(row["first_pages"])
        return row["key"], {PaperId(paper): page for paper, page in pages.items()}

    def erase(self, papers: Sequence[PaperId]) -> None:
        """Take every trace of papers out of the index's file, not only out of its answers."""
        with self._index.transaction():
            for paper in papers:
                self._drop(paper)
                for index in INDEXES:
                    self._index.run(f"delete from {index}_text where paper = ?", (paper,))  # noqa: S608
        with self._index.transaction():
            for index in INDEXES:
                # FTS5 only marks words as deleted until their segments are merged
                optimise = f"insert into {index}_words ({index}_words) values ('optimize')"  # noqa: S608
                self._index.run(optimise)
        self._stale_at = (None, ())

    def problems(self) -> tuple[str, ...]:
        """Return a sentence for everything wrong with the index. Nothing is changed."""
        try:
            sound = self._index.values("pragma integrity_check(1)") == ["ok"]
            stale = len(self._stale())
            indexed = set(self._index.values("select paper from indexed_paper"))
        except WorkspaceDamaged:
            sound = False
        if not sound:
            return (f"The search index is damaged; nothing else is. Delete {self._file}.",)
        lacking = sum(one.paper_id not in indexed for one in self._live())
        problems = []
        if stale:
            problems.append(f"The search index holds {stale} papers as they no longer are.")
        if lacking:
            problems.append(f"The search index lacks {lacking} papers.")
        return tuple(problems)

    def close(self) -> None:
        """Close the index's file."""
        self._index.close()

    def _live(self) -> list[Unindexed]:
        return [
            Unindexed(PaperId(row["id"]), row["normalised_sha256"], row["access"] != Access.PUBLIC)
            for row in self._workspace.rows(_SELECT_PAPERS, {"keys": None})
            if row["normalised_sha256"] is not None
        ]

    def _stale(self) -> tuple[PaperId, ...]:
        """Return the indexed papers that are no longer what the workspace holds."""
        state = self._workspace.values("select max(number) from step")
        if self._stale_at[0] != state:
            live = {one.paper_id: one for one in self._live()}
            stale = tuple(
                paper
                for row in self._index.rows("select paper, sha256, exempt from indexed_paper")
                if live.get(paper := PaperId(row["paper"]))
                != Unindexed(paper, row["sha256"], bool(row["exempt"]))
            )
            self._stale_at = (state, stale)
        return self._stale_at[1]

    def _drop(self, paper: PaperId) -> None:
        for index in INDEXES:
            self._index.run(f"delete from {index}_text where paper = ? and page > 0", (paper,))  # noqa: S608
        self._index.run("delete from indexed_paper where paper = ?", (paper,))

    def _bring_lines_in_step(self, index: str, wanted: Mapping[tuple[str, str], str]) -> None:
        there = {
            (str(row["paper"]), str(row["item"])): str(row["body"])
            for row in self._index.rows(
                f"select paper, item, body from {index}_text where page = 0"  # noqa: S608
            )
        }
        for paper, item in [line for line, body in there.items() if wanted.get(line) != body]:
            self._index.run(
                f"delete from {index}_text where paper = ? and item = ? and page = 0",  # noqa: S608
                (paper, item),
            )
        for (paper, item), body in wanted.items():
            if there.get((paper, item)) != body:
                self._index.run(
                    _ADD_LINE.format(index=index),
                    {"paper": paper, "item": item, "body": body, "first": _FIRST_LINE},
                )

    def _renew(self) -> None:
        self._index.close()
        self._index = make_anew(self._file)

    def _lines(self, index: str, found: Sequence[tuple[float, str, int]]) -> dict[int, sqlite3.Row]:
        keys = list_text(key for _, within, key in found if within == index)
        return {
            row["id"]: row for row in self._index.rows(_SELECT_LINES.format(index=index), (keys,))
        }

    def _hits(self, found: Sequence[tuple[str, sqlite3.Row, str]]) -> tuple[Hit, ...]:
        """Add what the workspace knows; what it no longer holds, or now withholds, is left out."""
        items = self._by_key(_SELECT_ITEMS, [row["item"] for _, row, _ in found])
        papers = self._by_key(_SELECT_PAPERS, [row["paper"] for _, row, _ in found])
        hits = []
        for index, row, snippet in found:
            item = items.get(row["item"])
            paper = papers.get(row["paper"])
            if item is not None:
                hits.append(item_hit(item, snippet))
            elif paper is not None and index == INDEXES[paper["access"] != Access.PUBLIC]:
                hits.append(paper_hit(paper, row["page"] or None, snippet))
        return tuple(hits)

    def _by_key(self, query: str, keys: Sequence[str]) -> dict[str, sqlite3.Row]:
        return {row["id"]: row for row in self._workspace.rows(query, {"keys": list_text(keys)})}


# A word that stands on more pages than this tells little: the newest of them are ranked, so that
# the commonest words take 15 ms on 60,000 pages and not 200. Lines of agendas are newer than any
# page (see _FIRST_LINE), so none of them is passed over.
_MOST_RANKED = 8000
_FIRST_LINE = 1 << 40
_LAST_LINE = 1 << 62

_FIND = """
select id, score from (
    select rowid as id, bm25({index}_words) as score from {index}_words
    where {index}_words match :query and rowid between :first and :last and rowid not in (
        select id from {index}_text
        where paper in (select value from json_each(:stale)) and page > 0
    ) and (:keys is null or rowid in (
        select id from {index}_text where paper in (select value from json_each(:keys))
        union all
        select id from {index}_text where item in (select value from json_each(:keys))
    ))
    order by rowid desc limit :most
)
order by score limit :limit
"""

_SELECT_PAGES = """
select paper, page, body from {index}_text
where paper in (select value from json_each(?)) and page > 0 order by paper, page
"""

_SELECT_LINES = """
select id, paper, item, page, body from {index}_text
where id in (select value from json_each(?))
"""

_ADD_LINE = """
insert into {index}_text (id, paper, item, page, body)
values (
    (select max(:first, coalesce(max(id), 0) + 1) from {index}_text), :paper, :item, 0, :body
)
"""

_ADD_PAGE = """
insert into {index}_text (id, paper, item, page, body)
values (
    (select coalesce(max(id), 0) + 1 from {index}_text where id < ?), ?, '', ?, ?
)
"""

_SELECT_ITEMS = """
select id, meeting, title, purpose, report_of from agenda_item
where removed_at is null
    and meeting in (select id from meeting where removed_at is null)
    and (:keys is null or id in (select value from json_each(:keys)))
"""

_SELECT_PAPERS = """
select paper.id, paper.item, paper.title, paper.author, paper.access, agenda_item.meeting,
    paper_version.normalised_sha256
from paper
join agenda_item on agenda_item.id = paper.item and agenda_item.removed_at is null
join meeting on meeting.id = agenda_item.meeting and meeting.removed_at is null
left join paper_version on paper_version.paper = paper.id and paper_version.removed_at is null
where paper.removed_at is null
    and (:keys is null or paper.id in (select value from json_each(:keys)))
"""


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _clean(text: str) -> str:
    """Return a PDF's text without what SQLite cannot keep: halves of characters and NULs."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
