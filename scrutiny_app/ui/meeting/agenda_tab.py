"""The agenda of a meeting: its items and papers, what is due, what to check, and the pack."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.jobs.check_meeting import check_meeting
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.ui.meeting.agenda_card import AgendaCard
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.meeting.agenda_deeds import AgendaDeeds
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, RowSort, agenda_rows, totals
from scrutiny_app.ui.meeting.agenda_split import AgendaSplit
from scrutiny_app.ui.meeting.agenda_tree import AgendaTree
from scrutiny_app.ui.meeting.change_strip import ChangeStrip
from scrutiny_app.ui.meeting.checks_card import ChecksCard
from scrutiny_app.ui.meeting.deadlines_card import DeadlinesCard
from scrutiny_app.ui.meeting.editor_card import EditorCard
from scrutiny_app.ui.meeting.live_pages import LivePages
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.pack_card import PackCard
from scrutiny_app.ui.meeting.pack_files import PackFiles
from scrutiny_app.ui.meeting.page_finder import PageFinder
from scrutiny_app.ui.meeting.paper_arrivals import PaperArrivals
from scrutiny_app.ui.widgets.file_dialogs import choose_file

_ACROSS, _RIGHT, _DOWN = (f"meeting/splitter_{one}" for one in ("across", "right", "down"))
_NARROW_SIZES = (600, 400)
_SIZES = ((560, 682), (270, 400), (430, 250))
_CHECK_AFTER_MS = 250
_PACK_AFTER_MS = 5
# Below this height rows are lower, so that enough of an agenda is seen
_LOW_SCREEN, _VERY_LOW = 640, 400
# Below these widths one column stands beside the agenda, and fewer words above it
_NARROW, _NARROWER = 1_060, 700


class AgendaTab(MeetingTab):
    """Three columns. ``checked`` carries the answers of the pack's checks."""

    help_topic = "agenda"
    checked = Signal(object)

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self._pages = LivePages()
        self._key = ""
        self._looked_at: tuple[object, ...] = ()
        self.tree = AgendaTree(self.theme)
        self.changes = AgendaChanges(desk)
        self.arrivals = PaperArrivals(desk, self.changes)
        self.finder = PageFinder(desk)
        self.deeds = AgendaDeeds(desk, self.tree, self.changes, self.arrivals)
        self.card = AgendaCard(desk, self.tree, self.deeds)
        self.editor = EditorCard(desk, self.changes)
        self.deadlines = DeadlinesCard(desk)
        self.checks = ChecksCard(self.theme)
        files = PackFiles(desk.around.settings, self.session.folder)
        self.pack = PackCard(desk, files)
        self.question = ChangeStrip(self.changes)
        self._checking = QTimer(self, singleShot=True, interval=_CHECK_AFTER_MS)
        self._checking.timeout.connect(self._check)
        self._lay_out()
        self._connect()

    @override
    def show_agenda(self, agenda: Agenda) -> None:
        self.changes.show_meeting(agenda.meeting.id)
        self.tree.agenda_model.read_only = self.session.read_only
        self._show_rows(agenda)
        self.card.show_state(empty=not agenda.items, read_only=self.session.read_only)
        self.deadlines.show_agenda(agenda)
        self.pack.show_agenda(agenda)
        self._checking.start()

    @override
    def show_detail(self, detail: str) -> None:
        self.tree.choose(detail)
        self.tree.setFocus()

    @override
    def take_focus(self) -> None:
        # Not as a proxy of the tab: Tab would pass over all that stands before the tree
        self.tree.setFocus()

    @override
    def commands(self) -> Sequence[QAction]:
        return (*self.card.commands, self.editor.fold, *self.pack.commands)

    def check(self) -> None:
        """Check the pack now and show the first answer."""
        self.beside.setCurrentIndex(1)
        self._check()
        self.checks.lines.setFocus()
        self.checks.lines.setCurrentRow(0)

    # --- the parts ---

    def _lay_out(self) -> None:
        self._down = AgendaSplit(self.card, self.editor)
        self._side = self._side_column()
        self._right = QSplitter(Qt.Orientation.Horizontal)
        self._right.addWidget(self._side)
        self._right.addWidget(self.pack)
        self.beside = self._beside_bar()
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(6)
        beside.addWidget(self.beside)
        beside.addWidget(self._right, 1)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.addWidget(self._down)
        self._across.addWidget(right)
        for splitter, _key in self._splitters():
            splitter.setHandleWidth(12)
            splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.question)
        self.body.addWidget(self._across, 1)
        self.theme.changed.connect(self._restyle)
        self._restyle()
        self._restore()

    def _side_column(self) -> QScrollArea:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.deadlines)
        column.addWidget(self.checks, 1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(side)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _restyle(self) -> None:
        length = self.theme.length
        self.checks.setMinimumHeight(length(180))
        # So narrow they may become at large text on a small screen
        for widget, width in ((self.card, 270), (self.editor, 270), (self.pack, 250)):
            widget.setMinimumWidth(length(width))
        self.card.setMinimumHeight(length(120))

    def _beside_bar(self) -> QTabBar:
        """Return what chooses between checks and pack where there is no room for both."""
        bar = QTabBar()
        bar.setExpanding(False)
        bar.setAccessibleName("Beside the agenda")
        bar.addTab("Pack")
        bar.addTab("Deadlines and checks")
        bar.currentChanged.connect(lambda _place: self._make_room())
        bar.hide()
        return bar

    def _make_room(self) -> None:
        """Show one column beside the agenda, or both where there is room."""
        narrow = self.width() < self.theme.length(_NARROW)
        low = self.height() < self.theme.length(_VERY_LOW)
        if narrow == self.beside.isHidden() and not self.desk.around.settings.contains(_ACROSS):
            sizes = _NARROW_SIZES if narrow else _SIZES[0]
            self._across.setSizes([self.theme.length(size) for size in sizes])
        self.beside.setVisible(narrow)
        self._side.setVisible(not narrow or self.beside.currentIndex() == 1)
        self.pack.setVisible(not narrow or self.beside.currentIndex() == 0)
        self.card.aside.setVisible(self.width() >= self.theme.length(_NARROWER))
        self.tree.set_compact(compact=self.height() < self.theme.length(_LOW_SCREEN))
        self.editor.make_room(low=low)

    def _connect(self) -> None:
        tree = self.tree
        tree.chosen.connect(self._chosen)
        tree.pasted.connect(self.deeds.add_files)
        tree.row_dropped.connect(self.deeds.drop_row)
        tree.files_dropped.connect(self.deeds.drop_files)
        tree.agenda_model.renamed.connect(self._rename_later)
        self.arrivals.changed.connect(self._show_again)
        self.arrivals.arrived.connect(self._arrived)
        self.arrivals.began.connect(self.tree.reveal)
        self.arrivals.refused.connect(self._refused)
        self.finder.found.connect(self._show_again)
        self.changes.noted.connect(self._say_noted)
        self.checks.picked.connect(self.show_detail)
        # In a turn of its own, as the fields had: neither keeps the window waiting for long
        self.editor.begun.connect(lambda: QTimer.singleShot(_PACK_AFTER_MS, self, self.pack.begin))
        self.editor.wants_file.connect(self._choose_file)
        self.editor.wants_final.connect(self.arrivals.take_final_text)
        self.editor.wants_again.connect(self.arrivals.try_again)
        self.editor.wants_away.connect(self.arrivals.dismiss)
        for splitter, key in self._splitters():
            splitter.splitterMoved.connect(partial(self._remember, splitter, key))

    def _say_noted(self, sentence: str) -> None:
        """Say what a supplement has to bring, with the way to where it is issued."""
        desk = self.desk
        desk.say(sentence, "tell")
        desk.page.strip.offer("Publication", lambda: desk.go(desk.place("publication")))

    def _restore(self) -> None:
        settings, length = self.desk.around.settings, self.theme.length
        for (splitter, key), sizes in zip(self._splitters(), _SIZES, strict=True):
            kept = settings.value(key)
            if not (isinstance(kept, QByteArray) and splitter.restoreState(kept)):
                splitter.setSizes([length(size) for size in sizes])
        self._down.fold()

    def _splitters(self) -> tuple[tuple[QSplitter, str], ...]:
        return ((self._across, _ACROSS), (self._right, _RIGHT), (self._down, _DOWN))

    def _remember(self, splitter: QSplitter, key: str, _place: int, _index: int) -> None:
        self.desk.around.settings.setValue(key, splitter.saveState())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # --- what is shown ---

    def _show_rows(self, agenda: Agenda) -> None:
        self._pages = self.finder.pages(agenda)
        descriptions = exempt_descriptions(agenda.council.nation)
        rows = agenda_rows(agenda, self._pages, descriptions, self.arrivals.files)
        self.tree.show_rows(rows)
        self.card.say(totals(agenda, self._pages))
        self._show_chosen()

    def _show_again(self) -> None:
        if self.desk.shown:
            self._show_rows(self.desk.agenda)
            self._checking.start()

    def _show_chosen(self) -> None:
        agenda, row = self.desk.agenda, self.tree.row
        file = self.arrivals.find(row.key) if row else None
        self.editor.show_row(agenda, row, file, exempt_descriptions(agenda.council.nation))

    def _chosen(self, row: AgendaRow | None) -> None:
        if not self.desk.shown:
            return
        if row is None or row.key != self._key:
            self.editor.settle()
            if self.editor.unfinished:
                self.desk.say(self.editor.unfinished, "warn")
            self._key = row.key if row else ""
            self._down.take_back()
            if row is not None:
                self._turn_to(row)
        self._show_chosen()

    def _turn_to(self, row: AgendaRow) -> None:
        """Show the first page of what is chosen in the pack."""
        label = self._pages.first_of(row.key)
        if label:
            self.pack.show_page(label)

    def _check(self) -> None:
        if not self.desk.shown:
            return
        agenda, now = self.desk.agenda, self.session.now()
        public = self.finder.public_layout(agenda)
        looked_at = (agenda, public, now.date(), now.hour, self.arrivals.indexed)
        if looked_at == self._looked_at:
            return
        self._looked_at = looked_at
        store = self.session.store
        # Of an empty agenda every check would say that all is well
        checks = check_meeting(store, agenda, now=now, public=public) if agenda.items else ()
        self.checks.show_checks(checks)
        self.checked.emit(checks)

    def _arrived(self, papers: tuple[PaperId, ...]) -> None:
        if papers:
            self.tree.choose(papers[0])

    def _refused(self, key: str) -> None:
        """Show why a file was refused: its row is chosen, or the paper it was for."""
        file = self.arrivals.find(key)
        if file is not None:
            self.tree.choose(file.paper or key)

    def _rename_later(self, row: AgendaRow, title: str) -> None:
        """Write a new title once the field in its row is closed: the rows may change then."""
        QTimer.singleShot(0, self, lambda: self.deeds.rename(row, title))

    def _choose_file(self) -> None:
        row = self.tree.row
        if row is not None and row.sort is RowSort.PAPER:
            paper = PaperId(row.key)

            def renew(path: Path) -> None:
                self.deeds.replace_file(paper, path)

            choose_file(self, f"The file of paper {row.number}", renew)
