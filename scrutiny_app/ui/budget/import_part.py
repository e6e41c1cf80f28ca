"""The preview of a budget paper: the table as it was read, every problem, accept or cancel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.budget.columns import ColumnRole
from scrutiny_app.domain.budget.figures import in_millions
from scrutiny_app.domain.budget.importing import PreviewTable, ProposalPreview, choose_role
from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.financial_year import FinancialYear, financial_year
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.jobs.budget.preview_budget import ReadBudget
from scrutiny_app.jobs.budget.record_budget import RecordedBudget, record_budget
from scrutiny_app.ui.budget.borders_card import BordersCard
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.import_form import ImportForm
from scrutiny_app.ui.budget.import_reader import ImportReader
from scrutiny_app.ui.budget.labels import STATES, counted
from scrutiny_app.ui.budget.read_rows import ReadRows
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.checklist import Checklist
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import State, StatusLine
from scrutiny_app.ui.widgets.tabs import Tabs

# Years offered for a column beside those that the file names: from last year on
_YEARS_OFFERED = range(-1, 6)
_IN_PLACE = (
    "There are proposals of this committee, year and version already. They are brought up to date; "
    "what was written beside them stays. Name another version to keep both."
)


class ImportPart(QWidget):
    """``recorded`` carries the key of the set that was recorded, ``given_up`` that none was."""

    recorded = Signal(str)
    given_up = Signal()

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__()
        self._desk = desk
        self._read: ReadBudget | None = None
        self._choices = ImportChoices()
        self.reader = ImportReader(desk)
        self.head = PageHead(desk.theme)
        self.form = ImportForm(desk.theme)
        self.rows = ReadRows(desk.theme)
        self.which = ChoiceField()
        self.which.setAccessibleName("Table")
        self.problems = Checklist(desk.theme, "Problems")
        self.borders = BordersCard(desk.around)
        self.tabs = Tabs("What was read")
        self.cancel = new_action(self, "&Cancel", "x", keys="Escape", tells="Keep nothing of it")
        self.accept = new_action(
            self, "&Accept", "check", keys="Ctrl+Return|Ctrl+Enter", tells="Record the proposals"
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.add_button(self.cancel)
        self.head.add_button(self.accept, first=True)
        self._table_card = Card(self._desk.theme, "As it was read")
        self._table_card.head.addWidget(self.which)
        fill(self._table_card, self.rows)
        self.tabs.add("table", "Table", self._table_card)
        self.tabs.add("borders", "Borders of columns", self.borders)
        self._problems_card = Card(self._desk.theme, "Problems")
        fill(self._problems_card, self.problems)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.form)
        column.addWidget(SideBySide(self._desk.theme, self.tabs, self._problems_card, 330), 1)

    def _connect(self) -> None:
        self.head.back.connect(lambda: self._desk.go(Place(Room.BUDGET)))
        self.cancel.triggered.connect(self.give_up)
        self.accept.triggered.connect(self._accept)
        self.form.changed.connect(self._say_state)
        self.form.unit_chosen.connect(self._choose_unit)
        self.rows.role_chosen.connect(self._choose_role)
        self.which.chosen.connect(lambda _place: self._show_table())
        self.problems.picked.connect(self._go_to)
        self.borders.moved.connect(self._read_again)
        self.reader.read.connect(self._show)
        self.reader.refused.connect(self._refused)

    @property
    def busy(self) -> bool:
        """Whether a file is being looked at."""
        return self.reader.path is not None

    def begin(self, path: Path) -> None:
        """Read a file and show what its import would bring."""
        session = self._desk.session
        self._read, self._choices = None, ImportChoices()
        self.borders.close_file()
        self.form.begin(session.store.committees.list(), session.committee)
        self.head.show_crumb("Budget", "Import")
        self.head.show_words("Import a budget paper", path.name)
        self.head.show_chip("Being read", Tone.PLAIN)
        self.accept.setEnabled(False)
        self.rows.show_table(None, (), {})
        self.problems.show_lines([])
        self.tabs.bar.hide()
        self.form.version.setFocus()
        self.reader.begin(path)

    def commands(self) -> Sequence[QAction]:
        """What can be done with the preview."""
        return (self.accept, self.cancel)

    def give_up(self) -> None:
        """Keep nothing of it, and leave."""
        self.end()
        self.given_up.emit()

    def end(self) -> None:
        """Let the file go."""
        self._read = None
        self.reader.end()
        self.borders.close_file()

    # --- what was read ---

    def _show(self, read: ReadBudget) -> None:
        self._read = read
        preview = read.preview
        self.form.show_preview(preview)
        groups = _same_headings(preview.tables)
        self.which.offer((one.name, place) for place, one in enumerate(groups))
        self.which.setVisible(len(groups) > 1)
        self._show_table()
        self._show_problems(preview)
        unruled = bool(read.columns)
        self.tabs.bar.setVisible(unruled)
        if unruled:
            self.borders.show_columns(read.file, read.columns)
        else:
            self.tabs.show_part("table")
        self._say_state()

    def _show_table(self) -> None:
        if self._read is None:
            return
        preview = self._read.preview
        groups = _same_headings(preview.tables)
        place = self.which.currentData()
        table = groups[place] if isinstance(place, int) and place < len(groups) else None
        wrong = {one.place: one.message for one in preview.problems if one.place}
        self._table_card.say(counted(len(table.rows), "row") if table else "no table")
        self.rows.show_table(table, self._years(preview), wrong)

    def _show_problems(self, preview: ProposalPreview) -> None:
        lines = [
            StatusLine(STATES[one.severity], one.message, one.severity.label, one.place)
            for one in preview.problems
        ]
        none = StatusLine(State.DONE, "Nothing is wrong", "Every row was understood")
        self.problems.show_lines(lines or [none])
        self._problems_card.say(str(len(lines)) if lines else "")

    def _say_state(self) -> None:
        read = self._read
        if read is None:
            return
        preview = read.preview
        stated = sum(one.stated for one in preview.proposals)
        self.head.show_words(
            "Import a budget paper",
            f"{preview.file_name}: {counted(len(preview.proposals), 'row')}, "
            f"{counted(len(preview.references), 'reference')}, total {in_millions(stated)} in £m",
        )
        errors = len(preview.errors)
        if errors:
            self.head.show_chip(f"{counted(errors, 'error')} to put right first", Tone.BAD)
        elif preview.problems:
            self.head.show_chip(counted(len(preview.problems), "warning"), Tone.WARN)
        else:
            self.head.show_chip("Ready", Tone.GOOD)
        sound = not errors and not self.reader.waiting and not self._desk.session.read_only
        whose = bool(self.form.committee_id) and self.form.budget_year is not None
        self.accept.setEnabled(sound and whose)
        self.form.say(_IN_PLACE if self._is_there() else "")

    def _is_there(self) -> bool:
        """Whether the workspace has proposals of this committee, year and version already."""
        lists = self._desk.session.store.proposal_sets
        lines = lists.list(self.form.committee_id, self.form.budget_year)
        return any(one.version == self.form.version_named for one in lines)

    def _refused(self, sentence: str) -> None:
        """A file that cannot be read at all leaves nothing to look at."""
        if self._read is None:
            self.give_up()
        else:
            self._say_state()
        self._desk.say(sentence)

    # --- what the officer says otherwise ---

    def _choose_role(self, heading: str, role: ColumnRole) -> None:
        if self._read is None:
            return
        groups = _same_headings(self._read.preview.tables)
        table = groups[int(self.which.currentData() or 0)]
        self._choices = choose_role(self._choices, table, heading, role)
        self._read_again(self.borders.borders)

    def _choose_unit(self, unit: object) -> None:
        self._choices = ImportChoices(self._choices.columns, unit)  # type: ignore[arg-type]
        self._read_again(self.borders.borders)

    def _read_again(self, borders: Mapping[int, tuple[float, ...]]) -> None:
        """Read the file by what was chosen; until that is done nothing can be accepted."""
        self.reader.read_with(self._choices, borders)
        self._say_state()

    def _go_to(self, place: str) -> None:
        if self.rows.go_to(place):
            self.tabs.show_part("table")
            self.rows.setFocus()

    def _years(self, preview: ProposalPreview) -> list[FinancialYear]:
        """Return the years that a column may be of: those of the file, and those about now."""
        now = financial_year(local_moment(self._desk.session.now()).date()).starts_in
        first = min((one.starts_in for one in preview.years), default=now)
        near = {FinancialYear(first + offset) for offset in _YEARS_OFFERED}
        return sorted({*preview.years, *near})

    def _accept(self) -> None:
        read, year = self._read, self.form.budget_year
        if read is None or year is None:
            return
        store = self._desk.session.store
        made: list[RecordedBudget] = []

        def record() -> None:
            committee = store.committees.get(self.form.committee_id)
            if committee is None:
                raise NotFound("The committee is not there any more. Choose another.")
            version = self.form.version_named
            made.append(record_budget(store, read, committee, year, version=version))

        if self._desk.attempt(record):
            whole = made[0].whole
            self.end()
            self._desk.session.committed.emit()
            done = "Imported" if made[0].created else "Brought up to date"
            self._desk.tell(f"{done}: {counted(len(whole.proposals), 'proposal')}")
            self.recorded.emit(whole.id)


def _same_headings(tables: Sequence[PreviewTable]) -> list[PreviewTable]:
    """Return tables with those that go on under the same headings joined into one."""
    joined: dict[tuple[str, ...], PreviewTable] = {}
    for table in tables:
        headings = tuple(one.heading for one in table.columns)
        known = joined.get(headings)
        joined[headings] = (
            PreviewTable(known.name, known.columns, known.rows + table.rows, read=known.read)
            if known
            else table
        )
    return list(joined.values())
