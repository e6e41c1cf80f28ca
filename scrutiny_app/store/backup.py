"""Back a workspace up into one file, and restore one into a new folder. Both are checked whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_app.domain.errors import (
    NotFound,
    NotWritten,
    WorkspaceDamaged,
    WorkspaceInUse,
    WrongInput,
)
from scrutiny_app.store.backup_file import DATABASE, paper_name, unpack, write_archive
from scrutiny_app.store.backup_log import log_backup
from scrutiny_app.store.columns import moment_text
from scrutiny_app.store.connection import connect
from scrutiny_app.store.durable import move_into_place, sha256_of, sync_file, sync_folder, writing
from scrutiny_app.store.lock import WorkspaceLock
from scrutiny_app.store.recovery import recover
from scrutiny_app.store.soundness import papers_ever, papers_in_force, refuse_unsound
from scrutiny_app.store.upgrade import connect_to_ours, open_database, refuse_foreign
from scrutiny_app.store.workspace_layout import WorkspaceLayout


@dataclass(frozen=True, slots=True)
class BackupReceipt:
    """A backup that stands and was checked: its size in bytes, its SHA-256, its papers' hashes.

    ``logged`` is false where somebody edits the workspace meanwhile: whoever that is records it
    (``Store.log_backup``), or a purge cannot name it.
    """

    file: Path
    papers: tuple[str, ...]
    size: int
    sha256: str
    logged: bool


def back_up(folder: Path, to: Path, *, who: str, clock: Callable[[], datetime]) -> BackupReceipt:
    """Write the workspace into the file ``to``, whole and checked or not at all.

    It works beside an editor: the database is copied as of one moment, papers never change.

    Raises:
        WorkspaceDamaged: a paper's file is missing or altered, or the copy is not sound.
        NotWritten: the disk is full, or ``to`` cannot be written.
    """
    layout = WorkspaceLayout(folder)
    at = clock()
    with writing(to), tempfile.TemporaryDirectory(dir=to.parent, prefix=".backup-") as name:
        work = Path(name)
        part = work / "backup.part"
        files = _files(layout, work / DATABASE)
        write_archive(part, files, made_at=moment_text(at), made_by=who)
        _try_out(part, work / "tried")
        sync_file(part)
        size, sha256 = part.stat().st_size, sha256_of(part)
        move_into_place(part, to)
    hashes = [name.rpartition("/")[2] for name in files if name != DATABASE]
    return BackupReceipt(
        to, tuple(hashes), size, sha256, logged=_log(layout, to, hashes, who=who, at=at)
    )


def restore(file: Path, to: Path) -> None:
    """Unpack a backup as the workspace ``to``, a new or empty folder, whole or not at all.

    Raises:
        NotFound: there is no such backup.
        WrongInput: ``to`` is not empty.
        WorkspaceDamaged: the backup is damaged; the sentence says what.
        WorkspaceTooNew: a later version of the program made it.
    """
    if not file.is_file():
        raise NotFound(f"There is no backup {file}. Choose the file that a backup wrote.")
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise WrongInput(f"{to} is not empty. Choose a new or empty folder to restore into.")
    with writing(to):
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=to.parent, prefix=".restore-") as name:
            work = Path(name) / "workspace"
            _try_out(file, work)
            for inside in WorkspaceLayout(work).folders:
                inside.mkdir(exist_ok=True)
            _sync_tree(work)
            if to.exists():
                to.rmdir()
            move_into_place(work, to)


def _files(layout: WorkspaceLayout, copy: Path) -> dict[str, Path]:
    """Copy the database and return every file of the backup by its name in it."""
    refuse_foreign(layout.database)
    recover(layout)
    with closing(connect_to_ours(layout.database, read_only=True)) as source:
        source.copy_to(copy)
    with closing(connect(copy)) as connection:
        refuse_unsound(connection, layout.database)
        needed = papers_in_force(connection)
        ever = papers_ever(connection)
    files = {DATABASE: copy}
    for sha256 in sorted(ever | needed.keys()):
        path = layout.folder / paper_name(sha256)
        if path.is_file() and sha256_of(path) == sha256:
            files[paper_name(sha256)] = path
        elif sha256 in needed:
            raise WorkspaceDamaged(
                f'The file of "{needed[sha256]}" is missing or was altered ({path}), so there is '
                "no backup. Add that paper again, or take it off its agenda, and back up again."
            )
    return files


def _try_out(archive: Path, folder: Path) -> None:
    """Unpack an archive and check that a sound workspace comes out of it."""
    folder.mkdir()
    names = unpack(archive, folder)
    database = folder / DATABASE
    with closing(connect_to_ours(database, read_only=False)) as connection:
        refuse_unsound(connection, archive)
        missing = [
            title
            for sha256, title in papers_in_force(connection).items()
            if paper_name(sha256) not in names
        ]
    # The journal of the trial is empty; a restored workspace starts without one
    database.with_name(f"{DATABASE}-journal").unlink(missing_ok=True)
    if missing:
        raise WorkspaceDamaged(
            f"{archive} lacks the files of these papers: {'; '.join(missing)}. Use another backup."
        )


def _log(layout: WorkspaceLayout, to: Path, hashes: list[str], *, who: str, at: datetime) -> bool:
    """Record the backup in the workspace, unless somebody else edits it or it cannot be written."""
    try:
        lock = WorkspaceLock(layout.lock, who=who, since=at)
    except (WorkspaceInUse, NotWritten):
        return False
    try:
        with closing(open_database(layout.database, read_only=False)) as connection:
            log_backup(connection, to, hashes, who=who, at=at)
    except NotWritten:
        return False
    finally:
        lock.release()
    return True


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)
