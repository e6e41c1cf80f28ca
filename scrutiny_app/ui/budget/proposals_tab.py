"""The proposals of a set: the list with its totals, and the chosen one in full beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from scrutiny_app.domain.budget.figures import in_millions, in_posts, spoken
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import whole_total
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.proposal_card import ProposalCard
from scrutiny_app.ui.budget.proposal_rows import ProposalRow, Shown, rows_of
from scrutiny_app.ui.budget.proposal_table import ProposalTable
from scrutiny_app.ui.widgets.action_button import action_button, give_menu, new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Order, Rows
from scrutiny_app.ui.widgets.search_line import SearchLine
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_SIDE = 336


class ProposalsTab(BudgetTab):
    """A detail is the key of a proposal."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk)
        self._shown = Shown((), ())
        self._order = Order()
        self._years: tuple[FinancialYear, ...] = ()
        self.search = SearchLine("Find by words, reference, owner or ward", "Find proposals")
        self.card = Card(self.theme, "Proposals")
        self.sums = told(look="small")
        self.table = self._new_table()
        self.detail = ProposalCard(self.theme)
        self.look_up = new_action(self, "&Find a proposal", "search", keys="Ctrl+F")
        self.columns = new_action(
            self, "&Columns", "columns-3", tells="Choose which columns are shown"
        )
        self._menu = QMenu(self)
        self._button = action_button(self.columns, self.theme)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.card.head.addWidget(self.search)
        give_menu(self._button, self._menu)
        self.card.head.addWidget(self._button)
        self.card.body.setContentsMargins(2, 0, 2, 8)
        self.card.body.addWidget(self.table, 1)
        self.sums.setContentsMargins(12, 2, 12, 0)
        self.card.body.addWidget(self.sums)
        self.body.addWidget(SideBySide(self.theme, self.card, self.detail, _SIDE), 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._read())
        self.search.down.connect(self.take_keys)
        self.detail.changed.connect(self.desk.change)
        self.look_up.triggered.connect(self._look_up)
        self.columns.triggered.connect(self._button.showMenu)
        self._menu.aboutToShow.connect(self._offer_columns)

    def _new_table(self) -> ProposalTable:
        """Return a table with a column for each year of the set."""
        rows = Rows(lambda: len(self._shown.rows), self._some, lambda row: row.proposal is None)
        table = ProposalTable(self.theme, self._years, rows, self.desk.around.settings)
        table.picked.connect(self._pick)
        table.opened.connect(lambda _row: self.detail.take_keys())
        return table

    @override
    def show_set(self, whole: ProposalSet) -> None:
        if whole.years != self._years:
            self._years = whole.years
            old, self.table = self.table, self._new_table()
            self.card.body.replaceWidget(old, self.table)
            old.deleteLater()
        self._read()
        self.sums.setText(_sums(whole))
        self.sums.setAccessibleName(_sums(whole, aloud=True))
        self.detail.setEnabled(not self.session.read_only)

    @override
    def show_detail(self, detail: str) -> None:
        if not any(row.key == detail for row in self._shown.rows):
            self.search.clear()
        for place, row in enumerate(self._shown.rows):
            if row.key == detail:
                self.table.selectRow(place)
                self.table.scrollTo(self.table.model().index(place, 0))
                self.table.setFocus()

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.look_up, self.columns)

    @override
    def take_keys(self) -> None:
        # Before the focus, by which Qt takes the first row, a heading, for the current one
        if self.table.current() is None and len(self._shown.rows) > 1:
            self.table.selectRow(1)
        self.table.setFocus()

    def _some(self, order: Order, first: int, many: int) -> Sequence[ProposalRow]:
        if order != self._order:
            self._order = order
            self._shown = self._rows()
        return self._shown.rows[first : first + many]

    def _rows(self) -> Shown:
        return rows_of(self.desk.whole, self.desk.findings, self.search.text(), self._order)

    def _read(self) -> None:
        if not self.desk.shown:
            return
        self._shown = self._rows()
        many, of = len(self._shown.proposals), len(self.desk.whole.proposals)
        self.card.say(str(of) if many == of else f"{many} of {of}")
        self.table.read_again()
        self._pick(self.table.current())

    def _pick(self, row: object) -> None:
        one = row.proposal if isinstance(row, ProposalRow) else None
        findings = row.findings if isinstance(row, ProposalRow) else ()
        self.detail.show_proposal(one, self.desk.whole, findings)

    def _look_up(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _offer_columns(self) -> None:
        self._menu.clear()
        for heading in self.table.optional:
            action = self._menu.addAction(heading)
            action.setCheckable(True)
            action.setChecked(heading not in self.table.left_out)
            action.toggled.connect(partial(self._show_column, heading))

    def _show_column(self, heading: str, shown: bool) -> None:  # noqa: FBT001  Qt calls it
        self.table.choose(heading, shown=shown)


def _sums(whole: ProposalSet, *, aloud: bool = False) -> str:
    """Say what all proposals come to: stated, summed, and what keeps the two apart."""
    total = whole_total(whole)

    def printed(pounds: int) -> str:
        return spoken(in_millions(pounds)) if aloud else in_millions(pounds)

    posts = in_posts(total.fte)
    apart = (
        f"{printed(total.rounding)} of rounding between them" if total.rounding else "the two agree"
    )
    sums = f"{printed(total.stated)} as stated, {printed(total.summed)} as the sum of the years"
    said = (
        f"All proposals in £m: {sums}, {apart}.",
        f"Posts {spoken(posts) if aloud else posts}.",
        "Brackets are reductions; figures may not sum due to rounding, and none is ever changed.",
    )
    return " ".join(said)
