"""Finish what an editor left half written when it died, so that readers can read."""

from __future__ import annotations

from contextlib import closing

from scrutiny_app.domain.errors import NotWritten, WorkspaceInUse
from scrutiny_app.store.connection import connect
from scrutiny_app.store.lock import WorkspaceLock
from scrutiny_app.store.workspace_layout import WorkspaceLayout


def recover(layout: WorkspaceLayout) -> None:
    """Roll a commit that was cut short back, unless somebody edits the workspace now.

    A connection that may only read cannot do this itself, and could read nothing till it is done.
    Opening to edit does it of its own accord.
    """
    journal = layout.database.with_name(f"{layout.database.name}-journal")
    if not journal.is_file() or not journal.stat().st_size:
        return
    try:
        lock = WorkspaceLock(layout.lock)
    except (WorkspaceInUse, NotWritten):
        # An editor's journal is its own; a folder that cannot be written is told when it is read
        return
    try:
        with closing(connect(layout.database)) as connection:
            connection.values("select count(*) from sqlite_master")
    finally:
        lock.release()
