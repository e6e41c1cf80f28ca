"""Restore a backup for the window: the child makes the workspace that the window then opens."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.restore_backup import restore_backup


def restore_workspace(
    file: Path, to: Path, who: str, at: datetime, *, progress: Progress = silent
) -> None:
    """Restore a backup as the workspace ``to`` at a moment (UTC); see ``restore_backup``."""
    restore_backup(Desk(to, who, lambda: at), file, progress=progress)
