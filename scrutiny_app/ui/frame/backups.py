"""Backing a workspace up and restoring one, by the child."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.job_runner import JobRunner, Work
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.widgets.file_dialogs import choose_file, choose_folder, choose_new_file

if TYPE_CHECKING:
    from scrutiny_app.store.backup import BackupReceipt
    from scrutiny_app.store.store import Clock

_ENDING = ".scrutiny-backup"


class Backups(QObject):
    """Asks where, lets the child do it, and tells what came of it.

    ``label`` says when the last backup was made. ``restored`` carries the new workspace's folder.
    """

    told = Signal(str)
    refused = Signal(str)
    restored = Signal(object)

    def __init__(self, owner: QWidget, jobs: JobRunner, who: str, clock: Clock) -> None:
        super().__init__(owner)
        self._owner = owner
        self._jobs = jobs
        self._who, self._clock = who, clock
        self._session: Session | None = None
        self._unlogged: list[BackupReceipt] = []
        self.label = QLabel()

    def show_session(self, session: Session | None) -> None:
        """Speak of this workspace from now on; what could not be noted of it before is tried."""
        if session is not self._session:
            self._unlogged.clear()
        self._session = session
        self._log()
        made_at = None if session is None else session.store.last_backup_at
        if session is None or made_at is None:
            self.label.setText("No backup yet" if session else "")
            return
        local, today = local_moment(made_at), local_moment(self._clock()).date()
        day = "today" if local.date() == today else long_date(local.date())
        self.label.setText(f"Last backup {day}, {clock_time(local.time())}")

    def choose_backup(self) -> None:
        """Ask where the backup goes and write it."""
        if self._session is None:
            return
        day = local_moment(self._clock()).date().isoformat()
        name = f"{self._session.folder.name} {day}{_ENDING}"
        choose_new_file(self._owner, "Back up", self.back_up, suggested=name)

    def back_up(self, to: Path) -> None:
        """Write the workspace into one checked file."""
        session = self._session
        if session is None:
            return

        def written(receipt: object) -> None:
            from scrutiny_app.store.backup import BackupReceipt

            trouble = ""
            if isinstance(receipt, BackupReceipt) and session is self._session:
                if not session.read_only:
                    self._unlogged.append(receipt)
                    trouble = self._log()
                self.show_session(session)
            self.told.emit(f"{to.name} is written and checked")
            if trouble:
                self.refused.emit(
                    f"{to.name} is written and checked, but the workspace could not make a note "
                    f"of it. {trouble} The note is made with the next change."
                )

        job = Job("back_up_workspace", (session.folder, to, self._who, self._clock()))
        self._jobs.run(Work("Back up the workspace", job, done=written, refused=self.refused.emit))

    def _log(self) -> str:
        """Note the backups that are not noted yet; return why one could not be, else nothing."""
        session = self._session
        while session is not None and self._unlogged:
            try:
                session.store.log_backup(self._unlogged[0])
            except ScrutinyError as error:
                return str(error)
            del self._unlogged[0]
        return ""

    def choose_restore(self) -> None:
        """Ask which backup, then which folder, and restore it there."""
        choose_file(self._owner, "Restore a backup", self._choose_target)

    def restore(self, file: Path, to: Path) -> None:
        """Bring a backup back as a new workspace and tell where it is."""
        job = Job("restore_workspace", (file, to, self._who, self._clock()))
        self._jobs.run(
            Work(
                "Restore a backup",
                job,
                done=lambda _nothing: self.restored.emit(to),
                refused=self.refused.emit,
            )
        )

    def _choose_target(self, file: Path) -> None:
        title = "Choose a new or empty folder to restore it into"
        choose_folder(self._owner, title, lambda to: self.restore(file, to))
