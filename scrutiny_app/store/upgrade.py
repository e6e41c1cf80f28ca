"""Bring a database to the shape this program knows: on a copy, checked, then swapped in."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_app.domain.errors import (
    NotFound,
    NotWritten,
    WorkspaceDamaged,
    WorkspaceTooNew,
)
from scrutiny_app.store.connection import Connection, connect, told_plainly
from scrutiny_app.store.durable import move_into_place, sync_file, sync_folder, writing
from scrutiny_app.store.history_triggers import drop_history_triggers, renew_history_triggers

if TYPE_CHECKING:
    from sqlite_utils import Migrations

# The names in migrations/, kept here too: importing sqlite-utils costs 0.1 s at every start
SHAPE: tuple[str, ...] = (
    "m0001_first_shape",
    "m0002_issues",
    "m0003_reports",
    "m0004_not_for_publication",
    "m0005_withheld_papers_last",
    "m0006_budget_proposals",
    "m0007_standing_items",
    "m0008_work_programmes",
    "m0009_noted_minutes",
)
APPLICATION_ID = 0x53435255  # "SCRU"
MIGRATION_SET = "scrutiny_app"
_IN_MAKING = ".new"
_HEADER_BYTES = 100


def create_database(file: Path) -> None:
    """Make an empty database in today's shape; it appears whole or not at all."""
    from scrutiny_app.store.migrations import migrations

    part = _clear_part(file)
    with closing(connect(part, create=True)) as connection:
        connection.run(f"pragma application_id = {APPLICATION_ID}")
    _migrate(part, migrations)
    with writing(file):
        sync_file(part)
        move_into_place(part, file)
    _clear_part(file)


def open_database(file: Path, *, read_only: bool) -> Connection:
    """Open the workspace's database, which must be ours and in today's shape.

    Raises:
        NotFound: there is none, or it is another program's.
        WorkspaceTooNew: a later version of the program made it.
        NotWritten: it is in an older shape and may only be read.
    """
    connection = connect_to_ours(file, read_only=read_only)
    if pending(connection):
        connection.close()
        raise NotWritten(
            f"{file.parent} was made by an earlier version of the program. Open it once to edit, "
            "which brings it up to date, and it can be read again."
        )
    return connection


def refuse_foreign(file: Path) -> None:
    """Refuse what is not a database of this program, by its first bytes, without touching it.

    Source: sqlite.org/fileformat2.html: the application id is the number at offset 68.
    """
    if not file.is_file():
        raise NotFound(
            f"There is no workspace in {file.parent}. Choose the folder that holds scrutiny.db, or "
            "make a new workspace."
        )
    try:
        with file.open("rb") as opened:
            header = opened.read(_HEADER_BYTES)
    except OSError as error:
        raise NotFound(
            f"{file} cannot be read ({error.strerror}). Ask for permission to read the folder."
        ) from error
    if not header.startswith(b"SQLite format 3\0"):
        raise WorkspaceDamaged(
            f"{file} is damaged or is not a database. Restore the workspace from its last backup."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise NotFound(
            f"{file} was not made by this program. Choose another folder for the workspace."
        )


def connect_to_ours(file: Path, *, read_only: bool) -> Connection:
    """Open a database of this program, of whatever shape it knows."""
    refuse_foreign(file)
    connection = connect(file, read_only=read_only)
    try:
        _refuse_too_new(connection, SHAPE)
    except BaseException:
        connection.close()
        raise
    return connection


def bring_up_to_date(file: Path, backups: Path, at: datetime) -> bool:
    """Bring the database to today's shape and tell whether that was needed. Needs the lock.

    The old file is kept in ``backups``. A kill at any moment leaves the old one or the new one.
    """
    with closing(connect_to_ours(file, read_only=False)) as connection:
        waiting = pending(connection)
    if waiting:
        from scrutiny_app.store.migrations import migrations

        swap_in_migrated(file, backups, at, migrations)
    return bool(waiting)


def pending(connection: Connection, shape: Sequence[str] = SHAPE) -> tuple[str, ...]:
    """Return the migrations that a database has not had."""
    applied = _applied(connection)
    return tuple(name for name in shape if name not in applied)


def swap_in_migrated(file: Path, backups: Path, at: datetime, migrations: Migrations) -> Path:
    """Migrate a copy, check it, keep the old file in ``backups`` and swap the copy in.

    Returns:
        Where the old file is kept.
    """
    part = _clear_part(file)
    kept = backups / f"before-upgrade-{at.astimezone(UTC):%Y%m%dT%H%M%S}.db"
    with closing(connect(file)) as connection:
        connection.copy_to(kept)
        connection.copy_to(part)
        before = _row_counts(connection)
    with writing(file):
        sync_file(kept)
        sync_folder(backups)
    _migrate(part, migrations)
    _check_migrated(part, before)
    with writing(file):
        sync_file(part)
        move_into_place(part, file)
    _clear_part(file)
    return kept


def _clear_part(file: Path) -> Path:
    """Return the name a database is made under; what a killed run left there goes."""
    part = file.with_name(file.name + _IN_MAKING)
    with writing(part):
        part.unlink(missing_ok=True)
        part.with_name(part.name + "-journal").unlink(missing_ok=True)
    return part


def _migrate(file: Path, migrations: Migrations) -> None:
    from sqlite_utils import Database

    with closing(connect(file)) as connection, connection.transaction():
        drop_history_triggers(connection)
    with told_plainly(file):
        raw = sqlite3.connect(file, isolation_level=None)
        try:
            raw.execute("pragma journal_mode = truncate")
            raw.execute("pragma synchronous = full")
            migrations.apply(Database(raw, execute_plugins=False))
        finally:
            raw.close()
    with closing(connect(file)) as connection, connection.transaction():
        renew_history_triggers(connection)


def _check_migrated(file: Path, before: dict[str, int]) -> None:
    with closing(connect(file)) as connection:
        problems = [str(line) for line in connection.values("pragma integrity_check(5)")]
        broken = connection.rows("pragma foreign_key_check")
        after = _row_counts(connection)
    lost = [name for name, rows in before.items() if after.get(name, rows) != rows]
    if problems != ["ok"] or broken or lost:
        raise WorkspaceDamaged(
            f"{file.with_suffix('.db')} could not be brought up to date: the changed copy did not "
            f"pass its check ({'; '.join([*problems, *lost])}). The workspace is as it was. Send "
            "this sentence to whoever supports the program."
        )


def _row_counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table of ours has."""
    tables = connection.values(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' "
        "and name <> '_sqlite_migrations'"
    )
    return {
        str(name): int(str(connection.values(f'select count(*) from "{name}"')[0]))  # noqa: S608
        for name in tables
    }


def _refuse_too_new(connection: Connection, shape: Sequence[str]) -> None:
    unknown = [name for name in _applied(connection) if name not in shape]
    if unknown:
        raise WorkspaceTooNew(
            f"{connection.file.parent} was made by a later version of this program "
            f"(it has {unknown[-1]}). Install that version, or a later one, to open it."
        )


def _applied(connection: Connection) -> tuple[str, ...]:
    if not connection.values(
        "select 1 from sqlite_master where type = 'table' and name = '_sqlite_migrations'"
    ):
        return ()
    return tuple(
        str(name)
        for name in connection.values(
            "select name from _sqlite_migrations where migration_set = ? order by rowid",
            (MIGRATION_SET,),
        )
    )
