"""What every room of the window is: a page that is shown, read again and left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.errors import NotWritten, ScrutinyError
from scrutiny_app.ui.job_runner import JobRunner
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip
from scrutiny_app.ui.widgets.typing_in import holds_unwritten, keep_typing, settle_typing

if TYPE_CHECKING:
    from scrutiny_app.store.store import Store
    from scrutiny_app.ui.viewer.reading import Reading


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page needs: the workspace, the look, the children that work for it, the settings.

    ``jobs`` does what the officer waits for, one after another; ``quick`` keeps what is shown up
    to date; ``new_reading`` gives a page that shows a file the child that draws it.
    """

    session: Session
    theme: Theme
    jobs: JobRunner
    quick: JobRunner
    new_reading: Callable[[], Reading]
    settings: QSettings


class Page(QWidget):
    """A room of the window.

    ``wants`` carries a ``Place`` to go to, ``told`` a sentence for the status line. ``refresh`` is
    called after every change while the page is seen, and when it is seen again.
    """

    room: Room
    name: str
    icon_name: str

    wants = Signal(object)
    told = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.session = around.session
        self.theme = around.theme
        self.strip = NoticeStrip()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 12, 20, 12)
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addLayout(self.body, 1)
        self._stale = True
        self.session.committed.connect(self._changed)
        self.session.chosen.connect(self._changed)

    # --- what a room says of itself ---

    @property
    def help_topic(self) -> str:
        """The help page that F1 opens: the room's own, a tab's where it has one."""
        return self.room.value

    def show_place(self, place: Place) -> None:
        """Show a record or a part of the room."""

    def refresh(self) -> None:
        """Read what is shown from the workspace again."""

    def was_read(self) -> None:
        """Take note, in ``show_place``, that all of it was read: being shown then reads nothing."""
        self._stale = False

    def commands(self) -> Sequence[QAction]:
        """Return what can be done here, for the room's menu and the command palette."""
        return ()

    def settle(self) -> None:
        """Write what is being typed; the window is about to show or do something else."""
        settle_typing(self)

    def travel(self, by: int) -> bool:  # noqa: ARG002  a room without ways of its own
        """Go back or forward within what is shown; tell whether there was somewhere to go."""
        return False

    # --- what a room does ---

    def settle_fields(self) -> bool:
        """Write what is being typed anywhere on the page; whether all of it was written."""
        self.settle()
        return not holds_unwritten(self)

    def do(
        self,
        name: str,
        deed: Callable[[Store], object],
        *,
        joins: bool = False,
        undoable: bool = True,
    ) -> bool:
        """Do something to the workspace as one step; tell whether it was done.

        What stands in the way is said in the strip, in the words of the error.
        """
        return self.attempt(
            lambda: self.session.write(name, deed, joins=joins, undoable=undoable), name
        )

    def attempt(self, deed: Callable[[], object], done: str = "") -> bool:
        """Do something that may be refused; tell whether it was done."""
        try:
            deed()
        except ScrutinyError as error:
            self.strip.say(str(error))
            if isinstance(error, NotWritten) and keep_typing(self):
                self.told.emit("What you typed is not written yet")
            else:
                self.refresh()
            return False
        self.strip.hide()
        if done:
            self.told.emit(f"{done}: done and saved")
        return True

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        # A print window has a child of its own to end
        for dialog in self.findChildren(QDialog):
            dialog.close()
        super().closeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()
