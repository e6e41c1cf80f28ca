"""Erase a paper for good: its file, its content in every record of it, its place in the search.

What stays is the log: the hash, when, who and why. Disk blocks that files gave up are the disk's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import PaperFacts, TextLayer
from scrutiny_app.store.backup_log import backups_that_hold
from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.history import History
from scrutiny_app.store.paper_facts import facts_text
from scrutiny_app.store.paper_folder import PaperFolder
from scrutiny_app.store.purge_budget import erase_budget, knows_budget_file
from scrutiny_app.store.search import SearchIndex
from scrutiny_app.store.workspace_layout import WorkspaceLayout

ERASED = "(erased)"


@dataclass(frozen=True, slots=True)
class Purged:
    """What was erased: the SHA-256 of its files. ``backups`` are files that still hold it."""

    hashes: tuple[str, ...]
    backups: tuple[str, ...]


def purge(
    layout: WorkspaceLayout,
    connection: Connection,
    history: History,
    search: SearchIndex,
    sha256: str,
    reason: str,
) -> Purged:
    """Erase the paper, or the removed budget paper, one of whose files has this SHA-256.

    The files go first: a purge that is cut short has claimed nothing and can be done again.
    Nothing before it can be undone afterwards.

    Raises:
        WrongInput: no reason is given, or a paper that was not removed uses the file.
        NotFound: the workspace never held such a file.
    """
    if not reason.strip():
        raise WrongInput("Say why the paper is erased: the reason is kept in the log.")
    _refuse_in_use(connection, sha256)
    hashes, papers = _family(connection, sha256)
    folder = PaperFolder(layout.papers, layout.staging)
    with history.step(f"Erase paper {sha256[:12]}", undoable=False):
        for one in hashes:
            folder.erase(one)
        _erase_rows(connection, hashes)
        _erase_history(connection, hashes, papers)
        erase_budget(connection, sha256, ERASED)
        connection.run(_LOG, {"hashes": list_text(hashes), "reason": reason.strip()})
    search.erase(papers)
    search.refresh_agendas()
    return Purged(hashes, backups_that_hold(connection, layout.backups, hashes))


def _refuse_in_use(connection: Connection, sha256: str) -> None:
    titles = connection.values(
        "select paper.title from paper_version join paper on paper.id = paper_version.paper "
        "where paper_version.removed_at is null and paper.removed_at is null "
        "and :sha256 in (original_sha256, normalised_sha256) union "
        "select file_name from proposal_set where removed_at is null and sha256 = :sha256",
        {"sha256": sha256},
    )
    if titles:
        raise WrongInput(
            f"Nothing was erased: these papers still use the file: {'; '.join(map(str, titles))}. "
            "Take them off their agendas, or remove the budget proposals, first."
        )


def _family(connection: Connection, sha256: str) -> tuple[tuple[str, ...], tuple[PaperId, ...]]:
    """Return the files made of the same original that no live paper uses, and their papers."""
    rows = connection.rows(_SELECT_FAMILY, {"sha256": sha256})
    if not rows and not knows_budget_file(connection, sha256):
        raise NotFound(
            f"This workspace has no record of a file {sha256}. Look its SHA-256 up in the history."
        )
    used = set(
        connection.values(
            "select original_sha256 from paper_version where removed_at is null "
            "union select normalised_sha256 from paper_version where removed_at is null "
            "union select sha256 from proposal_set where removed_at is null"
        )
    )
    hashes = {str(row[name]) for row in rows for name in ("original", "normalised")} - used
    return tuple(sorted(hashes | {sha256})), tuple(
        sorted({PaperId(row["paper"]) for row in rows if not row["live"]})
    )


def _erase_rows(connection: Connection, hashes: Sequence[str]) -> None:
    parameters = {"hashes": list_text(hashes), "erased": ERASED, "facts": _NO_FACTS}
    connection.run(
        "update paper set title = :erased, author = '', confidential_basis = '', "
        "public_interest = iif(public_interest is null, null, '') "
        "where removed_at is not null and id in (select paper from paper_version "
        "where original_sha256 in (select value from json_each(:hashes)) "
        "or normalised_sha256 in (select value from json_each(:hashes)))",
        parameters,
    )
    connection.run(
        "update paper_version set file_name = '', pages = 0, facts = :facts "
        "where original_sha256 in (select value from json_each(:hashes)) "
        "or normalised_sha256 in (select value from json_each(:hashes))",
        parameters,
    )


def _erase_history(
    connection: Connection, hashes: Sequence[str], papers: Sequence[PaperId]
) -> None:
    """Take the content out of every image, those of this very step included."""
    for image in ("before", "after"):
        connection.run(
            f"update change set {image} = json_set({image}, '$.file_name', '', '$.pages', 0, "  # noqa: S608
            f"'$.facts', :facts) where record = 'paper_version' and {image} is not null and ("
            f"json_extract({image}, '$.original_sha256') in (select value from json_each(:hashes)) "
            f"or json_extract({image}, '$.normalised_sha256') in "
            "(select value from json_each(:hashes)))",
            {"hashes": list_text(hashes), "facts": _NO_FACTS},
        )
        connection.run(
            f"update change set {image} = json_set({image}, '$.title', :erased, '$.author', '', "  # noqa: S608
            f"'$.confidential_basis', '', '$.public_interest', "
            f"iif(json_extract({image}, '$.public_interest') is null, null, '')) "
            f"where record = 'paper' and {image} is not null "
            "and key in (select value from json_each(:papers))",
            {"papers": list_text(papers), "erased": ERASED},
        )


_NO_FACTS = facts_text(PaperFacts((), TextLayer.TEXT))

# A version may be known to the history alone: its step was undone
_SELECT_FAMILY = """
with known (paper, original, normalised) as (
    select paper, original_sha256, normalised_sha256 from paper_version
    union
    select json_extract(after, '$.paper'), json_extract(after, '$.original_sha256'),
        json_extract(after, '$.normalised_sha256')
    from change where record = 'paper_version' and after is not null
)
select known.paper, known.original, known.normalised,
    exists (select 1 from paper where paper.id = known.paper and removed_at is null) as live
from known where :sha256 in (known.original, known.normalised)
"""

_LOG = """
insert into purged_paper (sha256, purged_at, purged_by, reason)
select hash.value, step.at, step.who, :reason
from json_each(:hashes) as hash, step natural join current_step
where true
on conflict (sha256) do update set
    purged_at = excluded.purged_at, purged_by = excluded.purged_by, reason = excluded.reason
"""
