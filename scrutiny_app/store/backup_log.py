"""The log of backups, and which of them hold a paper."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_app.store.columns import list_text, moment_from, moment_text, optional_moment
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.keys import new_key

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup: where it was written, when (UTC) and by whom."""

    file: Path
    made_at: datetime
    made_by: str


def log_backup(
    connection: Connection, file: Path, papers: Collection[str], *, who: str, at: datetime
) -> None:
    """Record that a backup was written, and the SHA-256 of every file in it."""
    with connection.transaction():
        connection.run(
            "insert into backup (id, file, made_at, made_by, papers) values (?, ?, ?, ?, ?)",
            (new_key(), str(file.absolute()), moment_text(at), who, list_text(sorted(papers))),
        )


def latest_backup(connection: Connection) -> datetime | None:
    """Return when the newest backup was made (UTC), None where there is none."""
    row = connection.row("select max(made_at) as made_at from backup")
    return None if row is None else optional_moment(row["made_at"])


def list_backups(connection: Connection) -> tuple[BackupLine, ...]:
    """Return every logged backup, the newest first."""
    rows = connection.rows("select file, made_at, made_by from backup order by made_at desc")
    return tuple(
        BackupLine(Path(row["file"]), moment_from(row["made_at"]), row["made_by"]) for row in rows
    )


def backups_that_hold(
    connection: Connection, backups: Path, hashes: Collection[str]
) -> tuple[str, ...]:
    """Return the files that still hold a paper: logged backups, and whatever is in ``backups``.

    A logged backup is named although it may have been moved or deleted since.
    """
    wanted = set(hashes)
    found = {
        str(row["file"])
        for row in connection.rows("select file, papers from backup")
        if wanted & set(json.loads(row["papers"]))
    }
    for file in sorted(backups.iterdir()) if backups.is_dir() else ():
        if file.is_file() and _holds(file, wanted):
            found.add(str(file.absolute()))
    return tuple(sorted(found))


def _holds(file: Path, wanted: set[str]) -> bool:
    """Tell whether a file in the backups folder holds a paper; what cannot be read may."""
    try:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                return any(name.rpartition("/")[2] in wanted for name in archive.namelist())
        return _database_names(file, wanted)
    except (OSError, sqlite3.Error, zipfile.BadZipFile):
        return True


def _database_names(file: Path, wanted: set[str]) -> bool:
    raw = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    try:
        return any(
            raw.execute(
                "select exists (select 1 from paper_version "
                "where ? in (original_sha256, normalised_sha256)) "
                "or exists (select 1 from change where instr(before, ?) or instr(after, ?))",
                (sha256, sha256, sha256),
            ).fetchone()[0]
            for sha256 in wanted
        )
    finally:
        raw.close()
