"""What proposals come to: by any grouping with its chart, what that shows, and over the years."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.budget.figures import in_millions, in_posts, spoken
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import Grouping, Total, totals_by, whole_total
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.budget.budget_chart import BudgetCharts
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.carried_card import CarriedCard
from scrutiny_app.ui.budget.total_facts import total_facts
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.form import form_column, scrolled, told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import StatusList

_FIGURE, _COUNT, _LEAST_NAME = 78, 60, 160
_ROW, _HEAD, _MOST_ROWS = 34, 58, 9
_COUNTS = ("Rows", "Posts")
_SEVERAL = (Grouping.WARD, Grouping.CLIENT_GROUP)


class TotalsTab(BudgetTab):
    """The last row of the table is the whole; the chart shows the rows above it."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk)
        self._totals: tuple[Total, ...] = ()
        self._years: tuple[FinancialYear, ...] = ()
        self.by = ChoiceField([(f"By {one.label.lower()}", one) for one in Grouping])
        self.by.setAccessibleName("Group the totals")
        self.by.setMinimumContentsLength(16)
        self.card = Card(self.theme, "Totals in £m")
        self.table = self._new_table()
        self.says = told(look="small")
        self.charts = BudgetCharts(desk)
        self.facts = StatusList(self.theme, "What the totals show")
        self.carried = CarriedCard(desk)
        self._lay_out()
        self.by.chosen.connect(lambda _by: self._read())
        self.theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.card.head.addWidget(self.by)
        fill(self.card, self.table)
        self.says.setContentsMargins(12, 0, 12, 4)
        self.card.body.addWidget(self.says)
        charts = Card(self.theme, "Charts")
        charts.body.addWidget(self.charts)
        charts.body.addStretch(1)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(charts, 1)
        facts = Card(self.theme, "What they show")
        facts.body.addWidget(self.facts)
        side = form_column(facts, self.carried)
        whole = SideBySide(self.theme, scrolled(main), scrolled(side), 384, least=640)
        self.body.addWidget(whole, 1)

    @override
    def show_set(self, whole: ProposalSet) -> None:
        if whole.years != self._years:
            self._years = whole.years
            old, self.table = self.table, self._new_table()
            self.card.body.replaceWidget(old, self.table)
            old.deleteLater()
        self.facts.show_lines(total_facts(whole))
        self.carried.read()
        self._read()

    @override
    def show_detail(self, detail: str) -> None:
        if detail in set(Grouping):
            self.by.show_value(Grouping(detail))
            self._read()

    @override
    def take_keys(self) -> None:
        self.by.setFocus()

    @property
    def _grouping(self) -> Grouping:
        return Grouping(self.by.currentData())

    def _read(self) -> None:
        if not self.desk.shown:
            return
        whole = self.desk.whole
        self._totals = (*totals_by(whole, self._grouping), whole_total(whole))
        self.table.read_again()
        self.says.setText(
            "A proposal for several of them counts in each, so these rows are not to be added."
            if self._grouping in _SEVERAL
            else "Stated adds up the totals that the source prints, summed the years. Figures may "
            "not sum due to rounding."
        )
        self.charts.show_charts(whole, self._grouping)
        self._fit()

    def _fit(self) -> None:
        """Give the table the height of its rows, as far as that is bearable."""
        rows = min(len(self._totals), _MOST_ROWS)
        self.table.setFixedHeight(self.theme.length(_HEAD + rows * _ROW))

    def _new_table(self) -> RecordTable:
        rows = rows_of(lambda: self._totals, lambda total: total is self._totals[-1])
        table = RecordTable(self.theme, "Totals", _columns(self._years), rows)
        table.least = _LEAST_NAME
        return table


def _columns(years: Sequence[FinancialYear]) -> Sequence[Column[Total]]:
    def figures(heading: str, number: int) -> Column[Total]:
        return Column(
            heading,
            lambda total: _printed(total)[number],
            width=_COUNT if heading in _COUNTS else _FIGURE,
            right=True,
            says=lambda total: spoken(_printed(total)[number]),
            spare=heading == "Rows",
        )

    headings = ("Rows", *(year.label for year in years), "Stated", "Summed", "Rounding", "Posts")
    return (
        Column("Group", lambda total: total.name),
        *(figures(heading, place) for place, heading in enumerate(headings)),
    )


def _printed(total: Total) -> tuple[str, ...]:
    return (
        str(total.rows),
        *(in_millions(pounds) for _, pounds in total.years),
        in_millions(total.stated),
        in_millions(total.summed),
        in_millions(total.rounding) if total.rounding else "\N{EN DASH}",
        in_posts(total.fte),
    )
