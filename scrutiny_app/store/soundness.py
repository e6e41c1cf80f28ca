"""Whether a database holds together, and which files it counts on."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.store.connection import Connection


def database_problems(connection: Connection) -> tuple[str, ...]:
    """Return what SQLite finds wrong with the file's structure and with its references."""
    try:
        lines = [str(line) for line in connection.values("pragma integrity_check(20)")]
        broken = connection.rows("pragma foreign_key_check")
    except WorkspaceDamaged as error:
        return (str(error.__cause__),)
    problems = [line for line in lines if line != "ok"]
    problems += [f"a {row['table']} refers to a {row['parent']} that is gone" for row in broken]
    return tuple(problems)


def refuse_unsound(connection: Connection, file: Path) -> None:
    """Refuse a database that does not hold together.

    Raises:
        WorkspaceDamaged: with the first problems in the sentence.
    """
    problems = database_problems(connection)
    if problems:
        raise WorkspaceDamaged(
            f"{file} is damaged: {'; '.join(problems[:3])}. Restore the last backup into a new "
            "folder."
        )


def papers_in_force(connection: Connection) -> dict[str, str]:
    """Return the title of the live paper behind every file that must be there, by SHA-256."""
    rows = connection.rows(
        "select paper.title, original_sha256, normalised_sha256 from paper_version "
        "join paper on paper.id = paper_version.paper "
        "where paper_version.removed_at is null and paper.removed_at is null"
    )
    sources = connection.rows(
        "select file_name, sha256 from proposal_set where removed_at is null and sha256 <> ''"
    )
    return {row["sha256"]: row["file_name"] for row in sources} | {
        row[name]: row["title"] for row in rows for name in ("original_sha256", "normalised_sha256")
    }


def papers_ever(connection: Connection) -> frozenset[str]:
    """Return the SHA-256 of every file that a row or the history names and nobody erased."""
    return frozenset(
        str(sha256)
        for sha256 in connection.values(
            "select original_sha256 from paper_version union "
            "select normalised_sha256 from paper_version union "
            "select json_extract(after, '$.original_sha256') from change "
            "where record = 'paper_version' and after is not null union "
            "select json_extract(after, '$.normalised_sha256') from change "
            "where record = 'paper_version' and after is not null union "
            "select sha256 from proposal_set where sha256 <> '' union "
            "select json_extract(after, '$.sha256') from change "
            "where record = 'proposal_set' and after is not null "
            "and json_extract(after, '$.sha256') <> '' "
            "except select sha256 from purged_paper"
        )
    )
