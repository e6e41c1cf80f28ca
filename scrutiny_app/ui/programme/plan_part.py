"""The executive's forward plan, set against the meetings of scrutiny."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.ids import PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.forward_plan_import import preview_forward_plan
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.jobs.programme.check_forward_plan import check_forward_plan
from scrutiny_app.jobs.programme.import_forward_plan import import_forward_plan
from scrutiny_app.jobs.programme.plan_before_decision import plan_before_decision
from scrutiny_app.jobs.worker_messages import Job
from scrutiny_app.store.keys import new_key
from scrutiny_app.ui.job_runner import Work
from scrutiny_app.ui.programme.decision_card import DecisionCard
from scrutiny_app.ui.programme.plan_lines import PLAN_COLUMNS, PREVIEW_COLUMNS, PlanLine
from scrutiny_app.ui.programme.preview_view import PreviewView
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.file_dialogs import choose_file
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import RecordTable, rows_of
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_SIDE = 370
_TABLES = "Forward plans (*.csv *.xlsx *.xls *.ods *.docx *.odt *.pdf)"
_NONE = (
    "No decision is on record that is still to be taken. Add one, or import the forward plan from "
    "a spreadsheet, CSV, a Word table or a PDF."
)


class PlanPart(QWidget):
    """The decisions to come, and the chosen one beside them. ``shows`` carries an item's key."""

    shows = Signal(object)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: Sequence[PlanLine] = ()
        self._file: TableFile | None = None
        self.card = Card(desk.theme, "Decisions to come")
        self.table = RecordTable(
            desk.theme, "Decisions to come", PLAN_COLUMNS, rows_of(lambda: self._lines)
        )
        self.table.known_by(lambda one: one.entry.id if isinstance(one, PlanLine) else one)
        self.none = told(_NONE)
        self.decision = DecisionCard(desk)
        self.preview = PreviewView[PlanEntry](desk.theme, "What it would bring", PREVIEW_COLUMNS)
        self.new = new_action(self, "New &decision", "plus", tells="Adds a decision to come")
        self.bring = new_action(self, "Import the forward plan\N{HORIZONTAL ELLIPSIS}", "file-up")
        self.remove = new_action(self, "Remove the decision", "trash", tells="Undo brings it back")
        self.views = ShownStack()
        self._place()
        self._connect()

    def _place(self) -> None:
        self.card.add_tools(self.new, self.bring, self.remove)
        self.card.body.addWidget(self.none)
        self.card.body.addWidget(self.table, 1)
        self.views.addWidget(SideBySide(self._desk.theme, self.card, self.decision, _SIDE))
        self.views.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)

    def _connect(self) -> None:
        self.table.picked.connect(lambda _line: self._pick())
        self.table.opened.connect(lambda _line: self.decision.title_line.setFocus())
        self.table.removes.connect(self._remove)
        row_menu(self.table, self.actions_here)
        self.decision.changed.connect(self._write)
        self.decision.plan.triggered.connect(self._plan)
        self.decision.jump.triggered.connect(self._jump)
        self.new.triggered.connect(self._add)
        self.remove.triggered.connect(self._remove)
        self.bring.triggered.connect(
            lambda: choose_file(self, "Import the forward plan", self.read_file, _TABLES)
        )
        self.preview.accepted.connect(self._accept)
        self.preview.left.connect(lambda: self.views.setCurrentIndex(0))

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the forward plan."""
        return (self.new, self.bring, self.remove, self.decision.plan)

    def read(self) -> None:
        """Read the decisions to come again, and what is to be known of each."""
        council = self._council()
        if council is None:
            return
        entries, findings = check_forward_plan(
            self._desk.session.store, council, today=self._desk.today
        )
        self._lines = [
            PlanLine(entry, tuple(one for one in findings if one.entry == entry.id))
            for entry in entries
        ]
        self.card.say(str(len(self._lines)) if self._lines else "")
        self.none.setVisible(not self._lines)
        self.table.read_again()
        if self.table.current() is None and self._lines:
            self.table.selectRow(0)
        self._pick()

    def _council(self) -> Council | None:
        store = self._desk.session.store
        committee = store.committees.get(self._desk.committee)
        return None if committee is None else store.councils.get(committee.host)

    @property
    def _line(self) -> PlanLine | None:
        one = self.table.current()
        return one if isinstance(one, PlanLine) else None

    def _pick(self) -> None:
        line, write = self._line, self._desk.may_write
        self.decision.show_entry(line.entry if line else None, line.findings if line else ())
        self.decision.setEnabled(write)
        self.new.setEnabled(write)
        self.bring.setEnabled(write)
        self.remove.setEnabled(write and line is not None)

    def _write(self, entry: PlanEntry) -> None:
        self._desk.page.do(
            f'Change the decision "{entry.title}"',
            lambda store: store.plan_entries.write(entry),
            joins=True,
        )

    def _add(self) -> None:
        council = self._council()
        if council is None:
            return
        entry = PlanEntry(
            PlanEntryId(new_key()), council.id, "New decision", committee=self._desk.committee
        )
        if self._desk.page.do("Add a decision", lambda store: store.plan_entries.write(entry)):
            for place, line in enumerate(self._lines):
                if line.entry.id == entry.id:
                    self.table.selectRow(place)
            self.decision.title_line.setFocus()
            self.decision.title_line.selectAll()

    def _remove(self) -> None:
        line = self._line
        if line is not None and self._desk.may_write:
            self._desk.page.do(
                f'Remove the decision "{line.entry.title}"',
                lambda store: store.plan_entries.remove(line.entry.id),
            )

    def _plan(self) -> None:
        line = self._line
        if line is not None:
            self._desk.run(
                lambda store: plan_before_decision(
                    store, line.entry.id, self._desk.programme.id, on=self._desk.today
                ),
                f'Plan "{line.entry.title}"',
            )

    def _jump(self) -> None:
        line = self._line
        if line is not None and line.entry.item is not None:
            self.shows.emit(ProgrammeItemId(line.entry.item))

    # --- importing ---

    def read_file(self, file: Path) -> None:
        """Have a file read in the child and show what it would bring."""
        self._desk.around.jobs.run(
            Work(
                f"Read {file.name}",
                Job("read_table_file", (file,)),
                done=self._look_at,
                refused=self._desk.page.strip.say,
            )
        )

    def _look_at(self, tables: object) -> None:
        council = self._council()
        if not isinstance(tables, TableFile) or council is None:
            raise TypeError("The worker read no tables")
        self._file = tables

        def show() -> None:
            found = preview_forward_plan(
                tables, council.id, today=self._desk.today, new_key=new_key
            )
            problems = [one.sentence for one in found.problems]
            self.preview.show_rows(found.entries, f"{len(found.entries)} decisions", problems)
            self.views.setCurrentWidget(self.preview)
            self.preview.take_focus()

        self._desk.page.attempt(show)

    def _accept(self) -> None:
        file, council = self._file, self._council()
        if file is None or council is None:
            return
        self.views.setCurrentIndex(0)
        self._desk.run(
            lambda store: import_forward_plan(store, council, file, today=self._desk.today),
            f"Import {file.name}",
        )
