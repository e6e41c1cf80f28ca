"""What is chosen on the agenda, with all its fields; it folds away where there is little room."""

from __future__ import annotations

from collections.abc import Mapping

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

_FOLDED = "meeting/editor_folded"


class EditorCard(Card):
    """``folded`` tells that it was folded away or out again.

    ``cramped`` carries by how much more height all would be seen that must be said of a paper.
    """

    folded = Signal()
    cramped = Signal(int)

    def __init__(self, desk: MeetingDesk, changes: AgendaChanges) -> None:
        super().__init__(desk.theme, "Item")
        self._desk = desk
        self.items = ItemEditor(desk.theme, changes)
        self.papers = PaperEditor(desk.theme, changes)
        self.files = FileEditor(desk.theme)
        self.nothing = QLabel("Choose an item or a paper to see and change all of it here.")
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
        for editor in (self.nothing, self.items, self.papers, self.files):
            self._stack.addWidget(editor)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setWidget(self._stack)
        # A card shows through what lies on it
        self._stack.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        # Once what has been opened is laid out
        self.papers.access.opened.connect(lambda: QTimer.singleShot(0, self, self._tell_cramped))

    def show_row(
        self,
        agenda: Agenda,
        row: AgendaRow | None,
        file: Incoming | None,
        descriptions: Mapping[int, str],
    ) -> None:
        """Show what is chosen: an item, a paper, or a file that was refused."""
        read_only = self._desk.session.read_only
        self._show_planned(row)
        if row is None:
            self._show(self.nothing, "Details")
        elif row.sort is RowSort.FILE or (file is not None and file.stage is Stage.REFUSED):
            if file is not None:
                self.files.show_file(file)
                self._show(self.files, file.path.name)
        elif row.sort is RowSort.ITEM:
            item = next((one for one in agenda.numbered if one.item.id == row.key), None)
            if item is not None:
                self.items.show_item(item.number, item.item, read_only=read_only)
                self._show(self.items, f"Item {row.number}")
        else:
            self._show_paper(agenda, row, descriptions, read_only=read_only)

    def take_focus(self) -> None:
        """Give the keyboard to the first field of what is chosen."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    @property
    def unfinished(self) -> str:
        """What is wanting of a choice that is not made whole; empty where nothing is."""
        return self.papers.access.unfinished if self._stack.currentWidget() is self.papers else ""

    def settle(self) -> None:
        """Write what is being typed."""
        self.items.settle()
        self.papers.settle()

    def _show_paper(
        self, agenda: Agenda, row: AgendaRow, descriptions: Mapping[int, str], *, read_only: bool
    ) -> None:
        try:
            _, paper = paper_on(agenda, PaperId(row.key))
        except NotFound:
            return
        versions = self._desk.session.store.papers.versions(paper.id)
        self.papers.show_paper(row.number, paper, versions, descriptions, read_only=read_only)
        self._show(self.papers, f"Paper {row.number}")

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
