"""The workspace that is open: made, opened to edit or to read, closed, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scrutiny_app.domain.errors import ScrutinyError, WorkspaceInUse
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.ui.frame.recent_workspaces import RecentWorkspaces
from scrutiny_app.ui.job_runner import JobRunner, Work
from scrutiny_app.ui.session import Session, new_session, open_session
from scrutiny_app.ui.widgets.file_dialogs import choose_folder, choose_new_folder

if TYPE_CHECKING:
    from scrutiny_app.store.store import Clock

_NEW = "Scrutiny workspace"
_SAMPLE = "Kelsham workspace"


class Workspaces(QObject):
    """``session`` is the workspace that is open, None where there is none; ``clock`` is its clock.

    ``leaving`` tells that it is closed next and can still be written, ``entered`` that another was
    opened, ``again`` that the one asked for is open already. ``refused`` carries why one could not
    be opened, ``in_use`` its folder where it may be read nevertheless. ``may_leave`` is asked
    before one is left: what was typed and not written would be lost.
    """

    leaving = Signal()
    entered = Signal()
    again = Signal()
    refused = Signal(str)
    in_use = Signal(object)
    told = Signal(str)

    def __init__(
        self, owner: QWidget, recent: RecentWorkspaces, jobs: JobRunner, who: str, clock: Clock
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._recent = recent
        self._jobs = jobs
        self._who, self.clock = who, clock
        self.session: Session | None = None
        self.may_leave: Callable[[], bool] = lambda: True

    def open(self, folder: Path) -> None:
        """Open a workspace to edit; one that somebody else edits is offered to read."""
        if self.session is not None and self.session.store.edits(folder):
            self.again.emit()
            return
        self._enter(folder, lambda: open_session(folder, self._who, self.clock))

    def read(self, folder: Path) -> None:
        """Open a workspace to read only."""
        self._enter(folder, lambda: open_session(folder, self._who, self.clock, read_only=True))

    def new(self, folder: Path) -> None:
        """Make a workspace and open it."""
        self._enter(folder, lambda: new_session(folder, self._who, self.clock))

    def choose(self) -> None:
        """Let the officer choose a workspace's folder."""
        choose_folder(self._owner, "Open a workspace", self.open)

    def choose_new(self) -> None:
        """Let the officer say where the new folder is to be, and what it is called."""
        choose_new_folder(self._owner, "Make a workspace", self.new, suggested=_NEW)

    def make_sample(self) -> None:
        """Make the sample council's workspace, or open the one made before."""
        home = Path.home() / "Scrutiny sample"
        workspace = home / _SAMPLE
        if (workspace / "scrutiny.db").is_file():
            self.open(workspace)
            return
        self.told.emit("Making the sample council's workspace")
        self._jobs.run(
            Work(
                "Make the sample council",
                Job("make_sample", (home, self._who, self.clock())),
                done=lambda _made: self.open(workspace),
                refused=self.refused.emit,
            )
        )

    def close(self) -> None:
        """Close the one that is open, unless words would be lost by it."""
        if self.session is not None and self.may_leave():
            self.leave()

    def leave(self) -> None:
        """Close the one that is open, whatever is lost."""
        if self.session is not None:
            self.leaving.emit()
            self.session.close()
            self.session.deleteLater()
            self.session = None

    def _enter(self, folder: Path, opened: Callable[[], Session]) -> None:
        if self.session is not None and not self.may_leave():
            return
        try:
            session = opened()
        except ScrutinyError as error:
            self.refused.emit(str(error))
            if isinstance(error, WorkspaceInUse):
                self.in_use.emit(folder)
            return
        self.leave()
        self.session = session
        self._recent.add(session.folder)
        self.entered.emit()
