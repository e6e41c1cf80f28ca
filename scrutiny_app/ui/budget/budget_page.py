"""The budget room: the sets of proposals, one of them with its tabs, and an import's preview."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ProposalSetId
from scrutiny_app.jobs.budget.change_budget import remove_budget
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.import_part import ImportPart
from scrutiny_app.ui.budget.labels import counted
from scrutiny_app.ui.budget.set_list import SetList
from scrutiny_app.ui.budget.set_part import SetPart
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.file_dialogs import choose_file
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack

IMPORT = "import"
_SUFFIXES = (".xlsx", ".ods", ".csv", ".tsv", ".txt", ".docx", ".pdf")
_KINDS = "Budget papers (*.xlsx *.ods *.csv *.tsv *.txt *.docx *.pdf);;All files (*)"


class BudgetPage(Page):
    """A place's key is a set's, its part a tab, its detail a proposal's.

    ``Place(Room.BUDGET, part="import")`` asks for a file, with its path as the detail reads it.
    """

    room = Room.BUDGET
    name = "Budget"
    icon_name = "pound-sterling"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.setAcceptDrops(True)
        self.desk = BudgetDesk(self)
        self._key = ProposalSetId("")
        self.head = PageHead(self.theme, "Budget")
        self.bring = new_action(
            self,
            "&Import a budget paper\N{HORIZONTAL ELLIPSIS}",
            "file-input",
            keys="Ctrl+I",
            tells="Read a spreadsheet, a Word table or a PDF and look at it before it is kept",
        )
        self.remove = new_action(
            self,
            "&Remove the proposals",
            "trash",
            tells="Removes the selected set; undo brings it back",
        )
        self.committees = new_action(self, "Set up a &committee", "users")
        self.list = SetList(self.theme, self.bring)
        self.set = SetPart(self.desk)
        self.importing = ImportPart(self.desk)
        self.first = EmptyState(
            self.theme,
            "users",
            "First a committee",
            "Budget proposals belong to a committee. Set up your council and a committee; it takes "
            "a minute.",
            self.committees,
        )
        self.views = ShownStack()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._button = self.head.add_button(self.bring, first=True)
        self._sets = QWidget()
        column = QVBoxLayout(self._sets)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        for view in (self._sets, self.set, self.importing, self.first):
            self.views.addWidget(view)
        self.body.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.session.chosen.connect(self._leave_others)
        self.bring.triggered.connect(self._ask_for_file)
        self.remove.triggered.connect(self._remove_shown)
        self.committees.triggered.connect(lambda: self.wants.emit(Place(Room.COMMITTEES)))
        self.list.opened.connect(lambda key: self.wants.emit(Place(Room.BUDGET, key)))
        self.list.removes.connect(self._remove)
        row_menu(self.list.table, (self.bring, self.remove), opens="Open the proposals")
        self.importing.recorded.connect(lambda key: self.wants.emit(Place(Room.BUDGET, key)))
        self.importing.given_up.connect(lambda: self.wants.emit(Place(Room.BUDGET)))

    # --- what the frame asks ---

    @override
    def show_place(self, place: Place) -> None:
        if place.part == IMPORT:
            self._key = ProposalSetId("")
            self.refresh()
            if place.detail:
                self.read_file(Path(place.detail))
            else:
                self._ask_for_file()
            return
        if self.importing.busy:
            self.importing.end()
        self._key = ProposalSetId(place.key)
        self._read()
        self.was_read()
        if self.desk.shown:
            self.set.show_part(place.part, place.detail)
        elif self.views.currentWidget() is self._sets:
            self.list.table.setFocus()

    @override
    def refresh(self) -> None:
        self._read()
        if self.desk.shown:
            self.set.read()

    def _read(self) -> None:
        """Read the list, and the set that is shown."""
        store = self.session.store
        committees = store.committees.list()
        may_write = bool(committees) and not self.session.read_only
        for action in (self.bring, self.remove):
            action.setEnabled(may_write)
        if not committees:
            self.desk.show(None)
            self.views.setCurrentWidget(self.first)
            return
        lines = store.proposal_sets.list(self.session.committee or None)
        self.list.show_lines(lines)
        self._button.setVisible(bool(lines))
        years = sorted({line.year.label for line in lines}, reverse=True)
        words = f"{counted(len(lines), 'set')} of proposals, for {', '.join(years)}"
        self.head.show_words("Budget", words if lines else "")
        if not self.importing.busy:
            self._read_set()

    def _read_set(self) -> None:
        try:
            self.desk.show(self.session.store.proposal_sets.read(self._key) if self._key else None)
        except NotFound:
            self._key = ProposalSetId("")
            self.desk.show(None)
        self.views.setCurrentWidget(self.set if self.desk.shown else self._sets)

    def _leave_others(self) -> None:
        """Leave the set of a committee when another is to be seen alone."""
        if self.desk.shown and self.session.committee not in ("", self.desk.whole.committee):
            self._key = ProposalSetId("")
            if self.isVisible():
                self.refresh()

    @override
    def commands(self) -> Sequence[QAction]:
        if self.views.currentWidget() is self.importing:
            return self.importing.commands()
        if self.desk.shown:
            return (*self.set.commands(), self.bring, self.remove)
        return (self.bring, self.remove)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.close()
        super().closeEvent(event)

    # --- what is done ---

    def read_file(self, path: Path) -> None:
        """Show what the import of a file would bring."""
        self.strip.hide()
        self.desk.show(None)
        self.views.setCurrentWidget(self.importing)
        self.importing.begin(path)

    def _ask_for_file(self) -> None:
        self.settle()
        choose_file(self, "Import a budget paper", self._go_import, _KINDS)

    def _go_import(self, path: Path) -> None:
        self.wants.emit(Place(Room.BUDGET, part=IMPORT, detail=str(path)))

    def _remove_shown(self) -> None:
        if self.desk.shown:
            self._remove(self.desk.whole.id)
        else:
            self.list.remove_current()

    def _remove(self, key: str) -> None:
        self.desk.run(
            lambda store: remove_budget(store, ProposalSetId(key)), "Remove the proposals"
        )

    # --- files that are dropped ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.bring.isEnabled() and _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._go_import(path)


def _dropped(event: QDropEvent) -> Path | None:
    """Return the first file of a drop that can hold a budget paper, None where there is none."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in _SUFFIXES), None)
