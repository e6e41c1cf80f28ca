"""Back a workspace up while its window is open: the child writes, the window records."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.backup import BackupReceipt, back_up


def back_up_workspace(
    folder: Path, to: Path, who: str, at: datetime, *, progress: Progress = silent
) -> BackupReceipt:
    """Write the workspace into the file ``to``, whole and checked or not at all.

    Raises:
        WorkspaceDamaged: a paper's file is missing or altered.
        NotWritten: the disk is full, or ``to`` cannot be written.
    """
    progress("Backing up", 0, 1)
    return back_up(folder, to, who=who, clock=lambda: at)
