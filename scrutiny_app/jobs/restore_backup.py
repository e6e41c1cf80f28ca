"""Restore a backup: the workspace stands again, checked and searchable."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.papers.index_papers import index_papers
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.backup import restore


def restore_backup(desk: Desk, file: Path, *, progress: Progress = silent) -> None:
    """Unpack a backup as the workspace of this desk, and make its search index.

    Raises:
        NotFound: there is no such backup.
        WrongInput: the workspace's folder is not empty.
        WorkspaceDamaged: the backup is damaged; the sentence says what.
        WorkspaceTooNew: a later version of the program made it.
    """
    restore(file, desk.folder)
    with desk.edit() as store:
        index_papers(store, {}, progress=progress)
