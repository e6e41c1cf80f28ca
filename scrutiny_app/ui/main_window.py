"""The window: the frame around the rooms of one open workspace, or the first page without one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.ui.frame.backups import Backups
from scrutiny_app.ui.frame.help_window import HelpWindow
from scrutiny_app.ui.frame.job_strip import JobStrip
from scrutiny_app.ui.frame.main_menus import Deeds, MainMenus
from scrutiny_app.ui.frame.navigation import Navigation
from scrutiny_app.ui.frame.palette import CommandPalette, to_meetings
from scrutiny_app.ui.frame.recent_workspaces import RecentWorkspaces
from scrutiny_app.ui.frame.room_entry import RoomEntry
from scrutiny_app.ui.frame.room_stack import RoomStack
from scrutiny_app.ui.frame.start_page import StartPage
from scrutiny_app.ui.frame.travels import Travels
from scrutiny_app.ui.frame.workspaces import Workspaces
from scrutiny_app.ui.job_runner import JobRunner
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.notice_strip import NoticeStrip
from scrutiny_app.ui.widgets.opening_size import open_at
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.typing_in import holds_unwritten

if TYPE_CHECKING:
    from scrutiny_app.store.store import Clock
    from scrutiny_app.ui.viewer.reading import Reading

NAME = "Scrutiny"
_SIZE = (1_440, 900)
_UNWRITTEN = (
    "What you typed last could not be written yet; it still stands in its field. Make room on the "
    "disk, or copy the words elsewhere. Closing once more leaves without them."
)
# Below this the navigation shows icons alone
_FOLD_BELOW = 1_440
_WARM_MS = 100


class MainWindow(QMainWindow):
    """Opens workspaces, shows rooms, and says what is saved."""

    def __init__(  # noqa: PLR0913  what the program is made of is handed in once, here
        self,
        entries: Sequence[RoomEntry],
        theme: Theme,
        settings: QSettings,
        *,
        who: str,
        clock: Clock,
        new_runner: Callable[[], JobRunner],
        new_reading: Callable[[], Reading],
        read_file: Callable[[Path], object],
    ) -> None:
        super().__init__()
        self._entries = {entry.room: entry for entry in entries}
        self.theme = theme
        self.settings = settings
        self._new_reading = new_reading
        self._read_file = read_file
        self._readings: list[Reading] = []
        self.jobs, self.quick = new_runner(), new_runner()
        self.recent = RecentWorkspaces(settings)
        self.travels = Travels()
        self.workspaces = Workspaces(self, self.recent, self.jobs, who, clock)
        self._warned = False
        self.pages: dict[Room, Page] = {}
        self.start = StartPage(theme)
        self.navigation = Navigation(entries, theme)
        self.stack = RoomStack()
        self.status = QLabel()
        self.job_strip = JobStrip()
        self.help = HelpWindow(theme, self)
        self.backups = Backups(self, self.jobs, who, clock)
        self._place_all()
        self.palette_ = CommandPalette(theme, self)
        self.menus = MainMenus(self, self._deeds(), theme, self.recent, self.backups, entries)
        self._connect()
        theme.dress(self)
        self._restore()
        self.show_start()

    def _place_all(self) -> None:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.stack, 1)
        self.whole = ShownStack()
        self.whole.addWidget(self.start)
        self.whole.addWidget(self._work)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)
        self.setCentralWidget(holder)
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.addWidget(self.status, 1)
        bar.addPermanentWidget(self.job_strip)
        bar.addPermanentWidget(self.backups.label)
        self.job_strip.watch(self.jobs)

    def _deeds(self) -> Deeds:
        return Deeds(
            new_workspace=self.workspaces.choose_new,
            choose_workspace=self.workspaces.choose,
            open_workspace=self.workspaces.open,
            close_workspace=self.close_workspace,
            make_sample=self.workspaces.make_sample,
            read_file=self._read_file,
            undo=self.undo,
            redo=self.redo,
            go=self.go,
            travel=self.travel,
            show_palette=self.show_palette,
            show_help=self.show_help,
            tell=self.tell,
        )

    def _connect(self) -> None:
        self.backups.told.connect(self.tell)
        self.backups.refused.connect(self.refuse)
        self.backups.restored.connect(self.workspaces.open)
        self.navigation.chosen.connect(lambda room: self.go(Place(room)))
        workspaces, start = self.workspaces, self.start
        workspaces.leaving.connect(self._leave)
        workspaces.may_leave = self._may_leave
        workspaces.entered.connect(self._entered)
        workspaces.again.connect(self._go_first)
        workspaces.refused.connect(self.refuse)
        workspaces.in_use.connect(self._offer_to_read)
        workspaces.told.connect(self.tell)
        start.wants_new.connect(workspaces.choose_new)
        start.wants_open.connect(workspaces.choose)
        start.wants_sample.connect(workspaces.make_sample)
        start.wants_pdf.connect(self.menus.read_pdf)
        start.wants_folder.connect(workspaces.open)
        start.forgets.connect(self.recent.forget)
        start.forgets.connect(self.show_start)

    # --- workspaces ---

    @property
    def session(self) -> Session | None:
        """The workspace that is open."""
        return self.workspaces.session

    def show_start(self) -> None:
        """Show the first page."""
        self.whole.setCurrentWidget(self.start)
        self.start.show_recent(self.recent.there())
        self.setWindowTitle(NAME)
        self.tell("No workspace is open")
        self.menus.show_session(None)
        self.backups.show_session(None)

    def open_workspace(self, folder: Path) -> None:
        """Open a workspace to edit; one that somebody else edits is offered to read."""
        self.workspaces.open(folder)

    def read_workspace(self, folder: Path) -> None:
        """Open a workspace to read only."""
        self.workspaces.read(folder)

    def new_workspace(self, folder: Path) -> None:
        """Make a workspace and open it."""
        self.workspaces.new(folder)

    def close_workspace(self) -> None:
        """Leave the workspace and show the first page."""
        self.workspaces.close()
        if self.session is None:
            self.show_start()

    def _entered(self) -> None:
        """Show the first room of the workspace that was opened."""
        session = self.session
        if session is None:
            return
        self.start.strip.hide()
        self._around = Surroundings(
            session, self.theme, self.jobs, self.quick, self._reading, self.settings
        )
        self.navigation.show_session(session)
        self.menus.show_session(session)
        session.committed.connect(self._say_where)
        for runner in (self.jobs, self.quick):
            # What does heavy work starts beside the first picture of the workspace, not before it
            QTimer.singleShot(_WARM_MS, runner, runner.warm)
        self.setWindowTitle(f"{session.folder.name} \N{EM DASH} {NAME}")
        self.whole.setCurrentWidget(self._work)
        self.travels.clear()
        self._go_first()
        self._say_where()

    def _go_first(self) -> None:
        self.go(Place(next(iter(self._entries))))

    def _offer_to_read(self, folder: Path) -> None:
        self._strip.offer("Open it to read", lambda: self.read_workspace(folder))

    def refuse(self, sentence: str) -> None:
        """Say why something could not be done, on whichever page is shown."""
        if self.session is None:
            self.show_start()
        self._strip.say(sentence)

    @property
    def _strip(self) -> NoticeStrip:
        return self.start.strip if self.session is None else self.page.strip

    def _may_leave(self) -> bool:
        """Whether all that was typed in any room was written; asked again, it may be left."""
        written = [page.settle_fields() for page in self.pages.values()]
        if all(written) or self._warned:
            self._warned = False
            return True
        self._warned = True
        self._bring(list(self.pages.values())[written.index(False)])
        self.page.strip.say(_UNWRITTEN)
        return False

    def _leave(self) -> None:
        """Put all rooms away, for the workspace is closed next."""
        self._settle()
        # Whoever hears of a job's end must find the workspace open
        for runner in (self.jobs, self.quick):
            runner.forget()
        for page in self.pages.values():
            self.stack.remove(page)
            page.close()
            page.deleteLater()
        self.pages.clear()
        for reading in self._readings:
            reading.end()
        self._readings.clear()

    def _reading(self) -> Reading:
        reading = self._new_reading()
        self._readings.append(reading)
        return reading

    # --- rooms ---

    def entries(self) -> tuple[RoomEntry, ...]:
        """Return every room, in the order of the navigation."""
        return tuple(self._entries.values())

    @property
    def page(self) -> Page:
        """The page that is shown."""
        shown = self.stack.page
        if shown is None:
            raise TypeError("No room is shown: no workspace is open")
        return shown

    def go(self, place: Place) -> None:
        """Show a room, and in it what the place names."""
        self.travels.add(place)
        self._show(place)

    def travel(self, by: int) -> None:
        """Go back or forward in what is shown, else among the places one has been to."""
        if self.session is not None and self.page.travel(by):
            return
        place = self.travels.step(by)
        if place is not None:
            self._show(place)

    def _show(self, place: Place) -> None:
        entry = self._entries.get(place.room)
        if self.session is None or entry is None:
            return
        self._settle()
        page = self.pages.get(place.room)
        if page is None:
            page = entry.make(self._around)
            page.wants.connect(self.go)
            page.told.connect(self.tell)
            self.pages[place.room] = page
            self.stack.add(page)
        if page is not self.stack.page:
            # What was told of the page before is no news here
            self._say_where()
        page.show_place(place)
        self._bring(page)

    def _bring(self, page: Page) -> None:
        self.stack.show_page(page)
        self.navigation.mark(self._entries[page.room].under or page.room)
        self.menus.show_page(page)

    def _settle(self) -> bool:
        """Write what is being typed; whether all of it was written."""
        page = self.stack.page
        return page is None or page.settle_fields()

    def undo(self) -> None:
        """Take the last step back."""
        self._step_back(lambda session: f"Taken back: {session.undo()}")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step_back(lambda session: f"Done again: {session.redo()}")

    def _step_back(self, deed: Callable[[Session], str]) -> None:
        if self.session is None:
            return
        self._settle()
        try:
            self.tell(deed(self.session))
        except ScrutinyError as error:
            self.page.strip.say(str(error))

    def show_help(self, topic: str = "") -> None:
        """Open the help at a page; with no topic, at the one for what is shown."""
        here = "start" if self.session is None else self.page.help_topic
        self.help.show_topic(topic or here)

    def show_palette(self) -> None:
        """Offer everything that can be done here, and every meeting to go to."""
        meetings = self.session.store.meetings.list() if self.session else ()
        self.palette_.offer([*self.menus.commands(), *to_meetings(meetings, self.go)])

    # --- what is said ---

    def tell(self, sentence: str) -> None:
        """Say something in the status line."""
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)

    def _say_where(self) -> None:
        session = self.session
        if session is None:
            return
        if any(holds_unwritten(page) for page in self.pages.values()):
            self.tell("What you typed is not written yet")
        elif session.read_only:
            self.tell(f"{session.folder.name}: open to read only")
        else:
            self.tell(
                f"All changes are saved on this computer \N{MIDDLE DOT} {session.folder.name}"
            )
        self.menus.show_steps()
        self.backups.show_session(session)

    # --- the window itself ---

    def _restore(self) -> None:
        open_at(self, *_SIZE)
        kept = self.settings.value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.fold(narrow=self.width() < self.theme.length(_FOLD_BELOW))
        self.palette_.hide()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        self.workspaces.leave()
        self.jobs.end()
        self.quick.end()
        self.help.close()
        event.accept()
