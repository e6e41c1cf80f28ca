"""The pack beside its agenda: which edition, how it is being built, and its pages."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, plan_agenda_pack
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.issue import changes_since
from scrutiny_app.domain.standing import may_publish
from scrutiny_app.jobs.packs.pack_order import MadePack
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.pack_builder import PackBuilder
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.viewer.preview import PackPreview
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.file_dialogs import choose_folder

_STALE = "The papers have changed since this pack was built. Build it again."
_PUBLISHED_SINCE = "Papers came or changed since. Issue them with a supplement, under Publication."
_ISSUED_SINCE = (
    "What came since was issued with a supplement. Under Publication, a reading copy has it all."
)
_EDITIONS = (("Public edition", Edition.PUBLIC), ("Full, for members", Edition.FULL))
_NOT_YET = (
    "No pack of this edition has been built yet. Press Build pack: it takes seconds, and the "
    "pack opens here."
)


class PackCard(Card):
    """Builds and shows packs; the pages are made when it is told to begin, or asked for them.

    ``page_shown`` carries the number stamped on the page in view.
    """

    page_shown = Signal(str)

    def __init__(self, desk: MeetingDesk, files: PackFiles) -> None:
        super().__init__(desk.theme, "Pack")
        self._desk = desk
        self._files = files
        self._agenda: Agenda | None = None
        self._page = 0
        self._unopened = True
        self._password_tried = ""
        self._printing: QDialog | None = None
        self.builder = PackBuilder(desk)
        self.edition = ChoiceField(_EDITIONS)
        self.edition.setAccessibleName("Edition")
        self.edition.setToolTip("Who the pack is for; both have the same page numbers")
        self.password = QLineEdit(placeholderText="Password, if it is to be locked")
        self.password.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.password.setAccessibleName("Password of the full edition")
        self.password.setAccessibleDescription("Kept nowhere. Left empty, the file is not locked.")
        self.state = QLabel(wordWrap=True)
        self.state.setProperty("look", "small")
        self._make_actions()
        self._place()
        self._connect()
        self._choose_edition(Edition.PUBLIC)

    # --- what the tab tells ---

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the pack of a meeting, and whether it is still what the agenda says."""
        other = self._agenda is None or self._agenda.meeting.id != agenda.meeting.id
        self._agenda = agenda
        if other:
            self._page = 0
            if not self._unopened:
                self._open()
        self._say_state()

    def begin(self) -> None:
        """Open the pack, unless it has been."""
        if self._unopened:
            self._unopened = False
            # Whoever was quick has left the meeting
            if self._desk.shown:
                self._open()

    def build(self) -> None:
        """Build the edition that is chosen."""
        if self._agenda is not None:
            password = self.password.text() if self._edition is Edition.FULL else ""
            self._password_tried = password
            self.builder.build(self._edition, self._file, password)

    def show_page(self, label: str) -> None:
        """Go to the page with a number stamped on it."""
        document = None if self._unopened else self.preview.reading.document
        if document is not None and label in document.labels:
            self.preview.show_page(document.labels.index(label))

    @property
    def commands(self) -> tuple[QAction, ...]:
        """What can be done with the pack that is shown."""
        return (self.print_, self.show_folder, self.choose_place)

    # --- the parts ---

    @cached_property
    def preview(self) -> PackPreview:
        """The pages, made when they are first asked for."""
        preview = PackPreview(self._desk.around.new_reading(), self._theme)
        # It lies on this card and has no edge of its own
        preview.setProperty("look", "")
        preview.page_shown.connect(self._page_shown)
        preview.reading.locked.connect(self._unlock)
        preview.wants_reader.connect(self._read)
        preview.told.connect(self._desk.tell)
        preview.leaving.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        self._stack.addWidget(preview)
        return preview

    def _make_actions(self) -> None:
        self.show_folder = new_action(self, "Show in folder", "folder-open")
        self.print_ = new_action(
            self, "&Print the pack\N{HORIZONTAL ELLIPSIS}", "printer", keys="Ctrl+P"
        )
        self.print_.triggered.connect(self._print)
        self.choose_place = new_action(
            self, "Choose the folder for packs\N{HORIZONTAL ELLIPSIS}", "folder-pen"
        )
        self.show_folder.triggered.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._files.folder)))
        )
        self.choose_place.triggered.connect(
            lambda: choose_folder(self, "Choose the folder for packs", self._choose_folder)
        )

    def _place(self) -> None:
        self._progress = self._progress_page()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._progress)
        self.edition.setMinimumContentsLength(9)
        self.head.insertWidget(2, self.edition, 20)
        self.add_tools(self.print_, self.show_folder, self.choose_place)
        above = QVBoxLayout()
        above.setContentsMargins(12, 0, 12, 0)
        above.addWidget(self.password)
        above.addWidget(self.state)
        self.body.setContentsMargins(2, 0, 2, 2)
        self.body.setSpacing(4)
        self.body.addLayout(above)
        self.body.addWidget(self._stack, 1)

    def _progress_page(self) -> QWidget:
        self.stop = QPushButton("Stop")
        self.stop.setAccessibleDescription("Stops building; the pack that was there stays")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stage = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.stage.setProperty("look", "title")
        progress = QWidget()
        column = QVBoxLayout(progress)
        column.addStretch(1)
        for widget in (self.stage, self.bar):
            column.addWidget(widget)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return progress

    def _connect(self) -> None:
        self.edition.chosen.connect(self._choose_edition)
        self.stop.clicked.connect(self.builder.stop)
        self.builder.began.connect(self._began)
        self.builder.moved.connect(self._moved)
        self.builder.built.connect(self._built)
        self.builder.refused.connect(self._refused)
        self.builder.stopped.connect(self._stopped)

    # --- which pack ---

    @property
    def _edition(self) -> Edition:
        return Edition(str(self.edition.currentData()))

    @property
    def _file(self) -> Path:
        return self._files.file_of(self._desk.agenda, self._edition)

    def _choose_edition(self, _edition: object) -> None:
        self.password.setVisible(self._edition is Edition.FULL)
        if self._agenda is not None:
            self._open()
            self._say_state()

    def _choose_folder(self, folder: Path) -> None:
        self._files.choose(folder)
        self._open()
        self._say_state()

    def _open(self) -> None:
        self._unopened = False
        file = self._file
        self.show_folder.setToolTip(f"Show in folder: {file}")
        self._stack.setCurrentWidget(self.preview)
        if file.is_file():
            self.preview.open(file, self._page)
        else:
            self.preview.close_file(_NOT_YET)
        self.show_folder.setEnabled(file.parent.is_dir())

    def _say_state(self) -> None:
        self.state.setText(self._state())
        self.state.setVisible(bool(self.state.text()))

    def _state(self) -> str:
        agenda = self._agenda
        if agenda is None or not self._file.is_file():
            return ""
        receipts = self._desk.session.store.packs.list(agenda.meeting.id)
        mine = [one for one in receipts if one.edition is self._edition]
        if not mine:
            return ""
        newest = max(mine, key=lambda one: one.built_at)
        try:
            plan = plan_agenda_pack(agenda, self._edition)
        except PackNotReady:
            return "The agenda is empty now; this is the pack as it was built."
        papers = {
            (paper.id, paper.version.original_sha256) for paper in plan.papers if paper.version
        }
        if papers == set(newest.papers):
            return ""
        if may_publish(agenda.meeting):
            return _STALE
        issues = self._desk.session.store.issues.list(agenda.meeting.id)
        issued = bool(issues) and not changes_since(issues[-1], agenda).papers
        return _ISSUED_SINCE if issued else _PUBLISHED_SINCE

    # --- building ---

    def _began(self) -> None:
        # A file that is shown could not be written over on every system
        if self._printing is not None:
            self._printing.close()
        self.preview.close_file("")
        self.bar.setRange(0, 0)
        self.stage.setText("Building the pack")
        self._stack.setCurrentWidget(self._progress)

    def _moved(self, stage: str, done: int, of: int) -> None:
        self.bar.setRange(0, max(1, of))
        self.bar.setValue(done)
        self.stage.setText(f"Building the pack: {stage.lower()}")

    def _built(self, file: Path, made: object) -> None:
        if isinstance(made, MadePack):
            self._desk.tell(f"Built and saved: {file.name}, {made.layout.page_count} pages")
        self._open()

    def _refused(self, sentence: str) -> None:
        desk = self._desk
        desk.say(sentence)
        if self._agenda is not None and not may_publish(self._agenda.meeting):
            # What was published is written there, as a supplement or a reading copy
            desk.page.strip.offer("Publication", lambda: desk.go(desk.place("publication")))
        self._open()

    def _stopped(self) -> None:
        self._desk.tell("Building was stopped; nothing was changed")
        self._open()

    def _unlock(self, _sentence: str) -> None:
        """Open a pack that was just locked with the password it was locked with."""
        tried, self._password_tried = self._password_tried, ""
        if tried:
            self.preview.reading.unlock(tried)

    def _page_shown(self, page: int) -> None:
        self._page = page
        document = self.preview.reading.document
        if document is not None:
            self.page_shown.emit(document.labels[page])

    def _print(self) -> None:
        if self.preview.reading.document is not None and self._printing is None:
            # The printing system takes a tenth of a second to load, and few print
            from scrutiny_app.ui.printing.print_dialog import PrintDialog

            self._printing = PrintDialog(self.preview.reading, self._theme, self)
            self._printing.told.connect(self._desk.tell)
            self._printing.finished.connect(self._printed)
            self._printing.show()

    def _printed(self) -> None:
        self._printing = None

    def _read(self, path: Path, page: int) -> None:
        self._desk.go(Place(Room.READER, str(path), detail=str(page)))
