"""What is chosen on the agenda, with all its fields; it folds away where there is little room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_editing import paper_on
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ItemId, PaperId, ProgrammeItemId
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, RowSort
from scrutiny_app.ui.meeting.file_editor import FileEditor
from scrutiny_app.ui.meeting.incoming import Incoming, Stage
from scrutiny_app.ui.meeting.item_editor import ItemEditor
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.paper_editor import PaperEditor
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import action_button, new_action, tint
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.tab_order import tab_after

_FOLDED = "meeting/editor_folded"
_NOTHING = "Choose an item or a paper to see and change all of it here."
# Once the agenda is painted, so that a meeting is there sooner
_FIELDS_AFTER_MS = 5
_Editor = TypeVar("_Editor", bound=QWidget)


class EditorCard(Card):
    """Fields are made when they are first shown, or asked for; the first of them a turn later.

    ``begun`` tells that these are there, ``folded`` that it was folded away or out again.
    ``cramped`` carries by how much more height all would be seen that must be said of a paper.
    The others tell what is wanted for a paper, or by their key for files.
    """

    begun = Signal()
    folded = Signal()
    cramped = Signal(int)
    wants_file = Signal()
    wants_final = Signal(str)
    wants_again = Signal(str)
    wants_away = Signal(str)

    def __init__(self, desk: MeetingDesk, changes: AgendaChanges) -> None:
        super().__init__(desk.theme, "Item")
        self._desk = desk
        self._changes = changes
        self._wanted: Callable[[], None] | None = None
        self._at_once = False
        self.nothing = QLabel()
        self.nothing.setProperty("look", "muted")
        self.nothing.setWordWrap(True)
        self._lay_out()
        self.fold = new_action(self, "Fold the details away", "chevron-down", keys="Ctrl+E")
        self.fold.triggered.connect(self._turn)
        self._button = action_button(self.fold, desk.theme)
        self.planned = new_action(
            self, "Go to its work programme item", "square-kanban", keys="Ctrl+Shift+W"
        )
        self.planned.triggered.connect(self._go_to_programme)
        self._planned = ProgrammeItemId("")
        self._planned_button = action_button(self.planned, desk.theme)
        self.head.addWidget(self._planned_button)
        self.head.addWidget(self._button)
        self._show_planned(None)
        self.low = False
        self.is_folded = str(desk.around.settings.value(_FOLDED, "")) == "yes"
        self._show_fold()

    def _lay_out(self) -> None:
        self._stack = ShownStack()
        self._stack.addWidget(self.nothing)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setWidget(self._stack)
        # A card shows through what lies on it
        self._stack.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)

    @property
    def items(self) -> ItemEditor:
        """The fields of an item, with what is chosen in them."""
        self._show_wanted()
        return self._items

    @property
    def papers(self) -> PaperEditor:
        """The fields of a paper, with what is chosen in them."""
        self._show_wanted()
        return self._papers

    @property
    def files(self) -> FileEditor:
        """What can be done about a file, with what is chosen in it."""
        self._show_wanted()
        return self._files

    @cached_property
    def _items(self) -> ItemEditor:
        return self._add(ItemEditor(self._theme, self._changes))

    @cached_property
    def _papers(self) -> PaperEditor:
        papers = self._add(PaperEditor(self._theme, self._changes))
        papers.wants_file.connect(self.wants_file)
        # Once what has been opened is laid out
        papers.access.opened.connect(lambda: QTimer.singleShot(0, self, self._tell_cramped))
        return papers

    @cached_property
    def _files(self) -> FileEditor:
        files = self._add(FileEditor(self._theme))
        files.wants_final.connect(self.wants_final)
        files.wants_again.connect(self.wants_again)
        files.wants_away.connect(self.wants_away)
        return files

    def _add(self, editor: _Editor) -> _Editor:
        self._stack.addWidget(editor)
        tab_after(self._button, editor)
        return editor

    def show_row(
        self,
        agenda: Agenda,
        row: AgendaRow | None,
        file: Incoming | None,
        descriptions: Mapping[int, str],
    ) -> None:
        """Show what is chosen: an item, a paper, or a file that was refused."""
        first = self._wanted is None and not self._at_once
        self._wanted = partial(self._show_row, agenda, row, file, descriptions)
        if self._at_once:
            self._show_wanted()
        elif first:
            QTimer.singleShot(_FIELDS_AFTER_MS, self, self._begin)

    def _begin(self) -> None:
        # Whoever was quick has left the meeting
        if not self._desk.shown:
            self._wanted = None
        self._show_wanted()
        self.begun.emit()

    def _show_wanted(self) -> None:
        self._at_once = True
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def _show_row(
        self,
        agenda: Agenda,
        row: AgendaRow | None,
        file: Incoming | None,
        descriptions: Mapping[int, str],
    ) -> None:
        read_only = self._desk.session.read_only
        self._show_planned(row)
        if row is None:
            self.nothing.setText(_NOTHING)
            self._show(self.nothing, "Details")
        elif row.sort is RowSort.FILE or (file is not None and file.stage is Stage.REFUSED):
            if file is not None:
                self._files.show_file(file)
                self._show(self._files, file.path.name)
        elif row.sort is RowSort.ITEM:
            item = next((one for one in agenda.numbered if one.item.id == row.key), None)
            if item is not None:
                self._items.show_item(item.number, item.item, read_only=read_only)
                self._show(self._items, f"Item {row.number}")
        else:
            self._show_paper(agenda, row, descriptions, read_only=read_only)

    def take_focus(self) -> None:
        """Give the keyboard to the first field of what is chosen."""
        self._show_wanted()
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    @property
    def unfinished(self) -> str:
        """What is wanting of a choice that is not made whole; empty where nothing is."""
        shown = self._stack.currentWidget()
        return shown.access.unfinished if isinstance(shown, PaperEditor) else ""

    def settle(self) -> None:
        """Write what is being typed."""
        for place in range(self._stack.count()):
            editor = self._stack.widget(place)
            if isinstance(editor, ItemEditor | PaperEditor):
                editor.settle()

    def _show_paper(
        self, agenda: Agenda, row: AgendaRow, descriptions: Mapping[int, str], *, read_only: bool
    ) -> None:
        try:
            _, paper = paper_on(agenda, PaperId(row.key))
        except NotFound:
            return
        versions = self._desk.session.store.papers.versions(paper.id)
        self._papers.show_paper(row.number, paper, versions, descriptions, read_only=read_only)
        self._show(self._papers, f"Paper {row.number}")

    def _show(self, editor: QWidget, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        if self._stack.currentWidget() is not editor:
            self._stack.setCurrentWidget(editor)
            self._area.verticalScrollBar().setValue(0)

    def show_access(self) -> None:
        """Bring what must be said of who may read the paper into view, with the choice above it."""
        top, asked, end = self._access_places()
        fits = end - top <= self._area.viewport().height()
        self._area.verticalScrollBar().setValue(top if fits else asked)

    def _tell_cramped(self) -> None:
        top, _, end = self._access_places()
        self.cramped.emit(max(0, end - top - self._area.viewport().height()))

    def _access_places(self) -> tuple[int, int, int]:
        """Return how low the choice of who may read a paper begins, what it asks for, and ends."""
        papers = self.papers
        choice = papers.access_field.mapTo(papers, QPoint()).y()
        asked = papers.access.geometry()
        return choice, asked.y(), asked.y() + asked.height()

    def _show_planned(self, row: AgendaRow | None) -> None:
        """Offer the way to the work programme for an item that came from there."""
        programmes = self._desk.session.store.programmes
        of_item = row is not None and row.sort is RowSort.ITEM
        item = programmes.on_agenda(ItemId(row.key)) if row is not None and of_item else None
        self._planned = item.id if item else ProgrammeItemId("")
        self.planned.setEnabled(item is not None)
        self._planned_button.setVisible(item is not None)

    def _go_to_programme(self) -> None:
        self._desk.go(Place(Room.PROGRAMME, part="board", detail=self._planned))

    def make_room(self, *, low: bool) -> None:
        """Fold the details away while there is room for one card only, and out again after."""
        if low != self.low:
            self.low = low
            kept = str(self._desk.around.settings.value(_FOLDED, "")) == "yes"
            self.is_folded = low or kept
            self._show_fold()
            self.folded.emit()

    def _turn(self) -> None:
        self.is_folded = not self.is_folded
        if not self.low:
            self._desk.around.settings.setValue(_FOLDED, "yes" if self.is_folded else "no")
        self._show_fold()
        self.folded.emit()

    def _show_fold(self) -> None:
        self._area.setVisible(not self.is_folded)
        self.body.setContentsMargins(14, 0, 14, 0 if self.is_folded else 12)
        self.fold.setProperty("icon_name", "chevron-up" if self.is_folded else "chevron-down")
        self.fold.setText("Show the details" if self.is_folded else "Fold the details away")
        self._button.setAccessibleName(self.fold.text())
        tint(self._button, self._theme)
