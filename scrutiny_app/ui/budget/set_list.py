"""The sets of proposals as a list: year, committee, version, how many, what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from scrutiny_app.domain.budget.effect import ProposalSetLine
from scrutiny_app.domain.budget.figures import in_millions, spoken
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows
from scrutiny_app.ui.widgets.shown_stack import ShownStack

_ORDERS: dict[str, Callable[[ProposalSetLine], object]] = {
    "year": lambda one: (one.year, one.version),
    "committee": lambda one: (one.committee_name.casefold(), one.year),
    "version": lambda one: (one.version.casefold(), one.year),
    "rows": lambda one: one.rows,
    "total": lambda one: one.pounds,
}


class SetList(Card):
    """``opened`` carries the key of a set, ``removes`` that of one to be removed."""

    opened = Signal(str)
    removes = Signal(str)

    def __init__(self, theme: Theme, *actions: QAction) -> None:
        super().__init__(theme, "Budget proposals")
        self._lines: list[ProposalSetLine] = []
        rows = Rows(lambda: len(self._lines), self._some)
        self.table = RecordTable(theme, "Budget proposals", _COLUMNS, rows)
        self.table.setAccessibleDescription("Enter opens a set, Delete removes it")
        self.table.known_by(lambda one: one.id if isinstance(one, ProposalSetLine) else one)
        self.nothing = EmptyState(
            theme,
            "pound-sterling",
            "No budget proposals yet",
            "Import the budget paper as it came: a spreadsheet, a Word table or a PDF, or drop it "
            "here. You see what was read, and everything that is wrong, before anything is kept.",
            *actions,
        )
        self.views = ShownStack()
        self.views.addWidget(self.table)
        self.views.addWidget(self.nothing)
        self.body.setContentsMargins(2, 0, 2, 4)
        self.body.addWidget(self.views, 1)
        self.table.opened.connect(self._open)
        self.table.removes.connect(self.remove_current)

    def show_lines(self, lines: Sequence[ProposalSetLine]) -> None:
        """Show these sets, the newest year first."""
        self._lines = sorted(lines, key=lambda one: one.year, reverse=True)
        self.say(str(len(lines)) if lines else "")
        self.views.setCurrentWidget(self.table if lines else self.nothing)
        self.table.read_again()
        if self.table.current() is None and lines:
            self.table.selectRow(0)

    def remove_current(self) -> None:
        """Ask for the selected set to be removed."""
        one = self.table.current()
        if isinstance(one, ProposalSetLine):
            self.removes.emit(one.id)

    def _some(self, order: Order, first: int, many: int) -> Sequence[ProposalSetLine]:
        if order.by:
            self._lines.sort(key=_ORDERS[order.by], reverse=order.falling)  # type: ignore[arg-type]
        return self._lines[first : first + many]

    def _open(self, one: object) -> None:
        if isinstance(one, ProposalSetLine):
            self.opened.emit(one.id)


_COLUMNS: tuple[Column[ProposalSetLine], ...] = (
    Column(
        "Budget",
        lambda one: one.year.label,
        order="year",
        width=200,
        below=lambda one: one.version or "No version named",
    ),
    Column(
        "Committee",
        lambda one: one.committee_name,
        order="committee",
        below=lambda one: f"from {one.file_name}" if one.file_name else "",
    ),
    Column("Proposals", lambda one: str(one.rows), order="rows", width=92, right=True),
    Column(
        "Total £m",
        lambda one: in_millions(one.pounds),
        order="total",
        width=110,
        right=True,
        says=lambda one: spoken(in_millions(one.pounds)),
    ),
)
