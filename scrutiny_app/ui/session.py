"""The open workspace and the one message that something in it was changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.ui.file_work import FileWork

if TYPE_CHECKING:
    from scrutiny_app.store.store import Clock, Store

Result = TypeVar("Result")


class Session(QObject):
    """One workspace, open for as long as its window shows it.

    ``committed`` follows every change; whoever shows something reads it again. ``committee`` is
    the one that the officer chose to see alone, empty for all.
    """

    committed = Signal()
    chosen = Signal()

    def __init__(self, store: Store, who: str, clock: Clock) -> None:
        super().__init__()
        self.store = store
        self.who = who
        self._clock = clock
        self.committee = CommitteeId("")

    @property
    def folder(self) -> Path:
        """Where the workspace lies."""
        return self.store.folder

    @property
    def read_only(self) -> bool:
        """Whether somebody else edits the workspace."""
        return self.store.read_only

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return self._clock()

    def write(
        self,
        name: str,
        deed: Callable[[Store], Result],
        *,
        undoable: bool = True,
        joins: bool = False,
    ) -> Result:
        """Do something to the workspace as one named step, and tell that it was done.

        Raises:
            ScrutinyError: it could not be done; nothing was changed.
        """
        with self.store.step(name, undoable=undoable, joins=joins):
            result = deed(self.store)
        self.committed.emit()
        return result

    def undo(self) -> str:
        """Take the last step back and return its name.

        Raises:
            NothingToUndo: there is none.
        """
        step = self.store.undo()
        self.committed.emit()
        return step.name

    def redo(self) -> str:
        """Do the step last taken back again and return its name.

        Raises:
            NothingToUndo: there is none.
        """
        step = self.store.redo()
        self.committed.emit()
        return step.name

    def choose(self, committee: CommitteeId) -> None:
        """Show one committee alone, or all with an empty key."""
        if committee != self.committee:
            self.committee = committee
            self.chosen.emit()

    def beside(
        self, deed: Callable[[], None], *, done: Callable[[], None], refused: Callable[[str], None]
    ) -> None:
        """Do something to the workspace's files while the window goes on.

        Nobody hears of its end once the workspace is closed.
        """
        FileWork(deed, done, refused, self).start()

    def close(self) -> None:
        """Close the workspace and let its lock go, once nothing is done to its files any more."""
        for work in self.findChildren(FileWork):
            work.finished.disconnect()
            work.wait()
        self.store.close()


def open_session(folder: Path, who: str, clock: Clock, *, read_only: bool = False) -> Session:
    """Open a workspace.

    Raises:
        ScrutinyError: it is not there, in use, too new or damaged.
    """
    # The first page is there before what keeps workspaces is loaded
    from scrutiny_app.store.store import open_store

    return Session(open_store(folder, who=who, clock=clock, read_only=read_only), who, clock)


def new_session(folder: Path, who: str, clock: Clock) -> Session:
    """Make a workspace and open it.

    Raises:
        ScrutinyError: the folder holds something already, or cannot be written.
    """
    from scrutiny_app.store.store import create_store

    return Session(create_store(folder, who=who, clock=clock), who, clock)
