"""The shelf of papers and of their filed versions."""

from __future__ import annotations

import sqlite3
from datetime import date

from scrutiny_app.domain.exempt_register import RegisterEntry
from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.paper import Access, ExemptReason, Paper, PaperKind, PaperVersion
from scrutiny_app.store.columns import (
    day_text,
    list_text,
    moment_from,
    moment_text,
    numbers_from,
    optional_day,
)
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.paper_facts import facts_from, facts_text


class Papers:
    """Papers on agenda items, each with the version in force; older versions stay, removed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_meeting(self, meeting: MeetingId) -> dict[ItemId, tuple[Paper, ...]]:
        """Return the papers of a meeting in order, by item. Items without papers are not in it."""
        found: dict[ItemId, tuple[Paper, ...]] = {}
        for row in self._connection.rows(_SELECT_OF_MEETING, (meeting,)):
            item = ItemId(row["item"])
            found[item] = (*found.get(item, ()), _paper(row))
        return found

    def versions(self, paper: PaperId) -> tuple[PaperVersion, ...]:
        """Return every file that a paper has had, the newest first.

        The first is in force where the paper has one; files that were erased are not in it.
        """
        rows = self._connection.rows(
            "select original_sha256, normalised_sha256, file_name, engine, filed_at, facts "
            "from paper_version where paper = ? "
            "and original_sha256 not in (select sha256 from purged_paper) "
            "order by removed_at is null desc, removed_at desc, rowid desc",
            (paper,),
        )
        return tuple(_version(row) for row in rows)

    def filed(self, original_sha256: str, engine: str) -> PaperVersion | None:
        """Return how this engine filed a file before, so that it need not be taken in again."""
        row = self._connection.row(
            "select original_sha256, normalised_sha256, file_name, engine, filed_at, facts "
            "from paper_version where original_sha256 = ? and engine = ? "
            "and original_sha256 not in (select sha256 from purged_paper) "
            "order by rowid limit 1",
            (original_sha256, engine),
        )
        return None if row is None else _version(row)

    def known_files(self, engine: str) -> dict[str, bool]:
        """Return the original SHA-256 of all that this engine filed, and whether it was marked up.

        It tells of the same versions as ``filed`` does.
        """
        rows = self._connection.rows(
            "select original_sha256, json_extract(facts, '$.marked_up') as marked_up, "
            "min(rowid) from paper_version where engine = ? "
            "and original_sha256 not in (select sha256 from purged_paper) "
            "group by original_sha256",
            (engine,),
        )
        return {str(row["original_sha256"]): bool(row["marked_up"]) for row in rows}

    def withheld_files(self) -> frozenset[str]:
        """Return the original SHA-256 of every file that was ever filed as a withheld paper.

        Papers that were taken off their agenda count as well, those opened since do not.
        """
        return frozenset(
            str(digest)
            for digest in self._connection.values(
                "select distinct paper_version.original_sha256 from paper_version "
                "join paper on paper.id = paper_version.paper where paper.access <> 'public'"
            )
        )

    def withheld_as(self, original_sha256: str) -> Paper | None:
        """Return the newest withheld paper that had a file, None where none ever had."""
        row = self._connection.row(_SELECT_WITHHELD, (original_sha256,))
        return None if row is None else _paper(row)

    def register(self) -> tuple[RegisterEntry, ...]:
        """Return every paper that is withheld, or was and is open now, by meeting and item."""
        return tuple(_entry(row) for row in self._connection.rows(_SELECT_REGISTER))

    def write(self, item: ItemId, place: int, paper: Paper) -> None:
        """Make the rows of one paper and its version equal to the record. ``place`` is from 0."""
        self._connection.run(
            _PUT_PAPER,
            {
                "id": paper.id,
                "item": item,
                "place": place,
                "title": paper.title,
                "kind": paper.kind,
                "author": paper.author,
                "access": paper.access,
                "exempt_paragraphs": None
                if paper.exempt is None
                else list_text(paper.exempt.paragraphs),
                "public_interest": None if paper.exempt is None else paper.exempt.public_interest,
                "confidential_basis": paper.confidential_basis,
                "review_on": None if paper.exempt is None else day_text(paper.exempt.review_on),
                "made_public_by": paper.made_public_by,
                "draft": int(paper.draft),
            },
        )
        row = self._connection.row(
            "select original_sha256, normalised_sha256, file_name, engine, filed_at, facts "
            "from paper_version where paper = ? and removed_at is null",
            (paper.id,),
        )
        if paper.version == (None if row is None else _version(row)):
            return
        self._connection.run(
            "update paper_version set removed_at = (select at from step natural join current_step) "
            "where paper = ? and removed_at is null",
            (paper.id,),
        )
        if paper.version is not None:
            self._add_version(paper.id, paper.version)

    def remove_others(self, meeting: MeetingId, kept: tuple[PaperId, ...]) -> None:
        """Remove every paper of a meeting but those ``kept``, with its version."""
        parameters = {"meeting": meeting, "kept": list_text(kept)}
        self._connection.run(_REMOVE_OTHER_VERSIONS, parameters)
        self._connection.run(_REMOVE_OTHERS, parameters)

    def _add_version(self, paper: PaperId, version: PaperVersion) -> None:
        self._connection.run(
            _ADD_VERSION,
            {
                "id": new_key(),
                "paper": paper,
                "original_sha256": version.original_sha256,
                "normalised_sha256": version.normalised_sha256,
                "file_name": version.file_name,
                "engine": version.engine,
                "filed_at": moment_text(version.filed_at),
                "pages": version.facts.page_count,
                "facts": facts_text(version.facts),
            },
        )


_PAPER = """
select paper.id, paper.item, paper.title, paper.kind, paper.author, paper.access,
    paper.exempt_paragraphs, paper.public_interest, paper.confidential_basis, paper.review_on,
    paper.made_public_by, paper.draft, paper_version.original_sha256,
    paper_version.normalised_sha256,
    paper_version.file_name, paper_version.engine, paper_version.filed_at, paper_version.facts
from paper
"""

_SELECT_OF_MEETING = (
    _PAPER
    + """
join agenda_item on agenda_item.id = paper.item and agenda_item.removed_at is null
left join paper_version on paper_version.paper = paper.id and paper_version.removed_at is null
where agenda_item.meeting = ? and paper.removed_at is null
order by agenda_item.place, paper.place, paper.rowid
"""
)

_SELECT_WITHHELD = (
    _PAPER
    + """
join paper_version on paper_version.paper = paper.id
where paper_version.original_sha256 = ? and paper.access <> 'public'
order by paper.removed_at is null desc, paper.rowid desc
limit 1
"""
)

_SELECT_REGISTER = """
select meeting.held_on, meeting.municipal_year, committee.name as committee,
    agenda_item.place as item_place, agenda_item.title as item_title, paper.title, paper.access,
    paper.exempt_paragraphs, paper.public_interest, paper.confidential_basis, paper.review_on,
    paper.made_public_by, meeting.id as meeting, paper.id as paper
from paper
join agenda_item on agenda_item.id = paper.item and agenda_item.removed_at is null
join meeting on meeting.id = agenda_item.meeting and meeting.removed_at is null
join committee on committee.id = meeting.committee
where paper.removed_at is null and (paper.access <> 'public' or paper.made_public_by <> '')
order by meeting.held_on, meeting.starts_at, meeting.rowid, agenda_item.place, paper.place
"""

_REMOVE_OTHER_VERSIONS = """
update paper_version set removed_at = (select at from step natural join current_step)
where removed_at is null and paper in (
    select paper.id from paper join agenda_item on agenda_item.id = paper.item
    where agenda_item.meeting = :meeting
        and paper.id not in (select value from json_each(:kept))
)
"""

_REMOVE_OTHERS = """
update paper set removed_at = (select at from step natural join current_step)
where removed_at is null and id not in (select value from json_each(:kept))
    and item in (select id from agenda_item where meeting = :meeting)
"""

_PUT_PAPER = """
insert into paper (id, item, place, title, kind, author, access, exempt_paragraphs,
    public_interest, confidential_basis, review_on, made_public_by, draft)
values (:id, :item, :place, :title, :kind, :author, :access, :exempt_paragraphs,
    :public_interest, :confidential_basis, :review_on, :made_public_by, :draft)
on conflict (id) do update set
    item = excluded.item, place = excluded.place, title = excluded.title, kind = excluded.kind,
    author = excluded.author, access = excluded.access,
    exempt_paragraphs = excluded.exempt_paragraphs, public_interest = excluded.public_interest,
    confidential_basis = excluded.confidential_basis, review_on = excluded.review_on,
    made_public_by = excluded.made_public_by, draft = excluded.draft, removed_at = null
where (paper.item, paper.place, paper.title, paper.kind, paper.author, paper.access,
    paper.exempt_paragraphs, paper.public_interest, paper.confidential_basis, paper.review_on,
    paper.made_public_by, paper.draft, paper.removed_at)
    is not (excluded.item, excluded.place, excluded.title, excluded.kind, excluded.author,
    excluded.access, excluded.exempt_paragraphs, excluded.public_interest,
    excluded.confidential_basis, excluded.review_on, excluded.made_public_by, excluded.draft, null)
"""

_ADD_VERSION = """
insert into paper_version (id, paper, original_sha256, normalised_sha256, file_name, engine,
    filed_at, pages, facts)
values (:id, :paper, :original_sha256, :normalised_sha256, :file_name, :engine, :filed_at, :pages,
    :facts)
"""


def _paper(row: sqlite3.Row) -> Paper:
    exempt = None
    if row["exempt_paragraphs"] is not None:
        exempt = ExemptReason(
            numbers_from(row["exempt_paragraphs"]),
            row["public_interest"],
            optional_day(row["review_on"]),
        )
    return Paper(
        id=PaperId(row["id"]),
        title=row["title"],
        kind=PaperKind(row["kind"]),
        author=row["author"],
        access=Access(row["access"]),
        exempt=exempt,
        confidential_basis=row["confidential_basis"],
        version=None if row["original_sha256"] is None else _version(row),
        made_public_by=row["made_public_by"],
        draft=bool(row["draft"]),
    )


def _entry(row: sqlite3.Row) -> RegisterEntry:
    paragraphs = row["exempt_paragraphs"]
    return RegisterEntry(
        held_on=date.fromisoformat(row["held_on"]),
        municipal_year=row["municipal_year"],
        committee=row["committee"],
        item=row["item_place"] + 1,
        item_title=row["item_title"],
        title=row["title"],
        access=Access(row["access"]),
        paragraphs=() if paragraphs is None else numbers_from(paragraphs),
        reason=row["public_interest"] or row["confidential_basis"],
        review_on=optional_day(row["review_on"]),
        made_public_by=row["made_public_by"],
        meeting=MeetingId(row["meeting"]),
        paper=PaperId(row["paper"]),
    )


def _version(row: sqlite3.Row) -> PaperVersion:
    return PaperVersion(
        row["original_sha256"],
        row["normalised_sha256"],
        row["file_name"],
        row["engine"],
        moment_from(row["filed_at"]),
        facts_from(row["facts"]),
    )
