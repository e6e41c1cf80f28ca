"""The figures of one proposal: each year, the total and the posts, typed as they are printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from scrutiny_app.domain.budget.figures import in_millions, in_posts, typed_amount, typed_posts
from scrutiny_app.domain.budget.proposal import BudgetProposal, YearAmount
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.ui.budget.figure_field import FigureField
from scrutiny_app.ui.widgets.form import told

_TELLS = "In millions of pounds; brackets or a minus for a reduction"
_ACROSS = 2


class FiguresForm(QWidget):
    """``changed`` carries what was changed in words, and the proposal as it is to be written."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._proposal: BudgetProposal | None = None
        self._years: tuple[FinancialYear, ...] = ()
        self.years: dict[FinancialYear, FigureField] = {}
        self.total = FigureField("To&tal £m", f"As the source states it. {_TELLS}")
        self.posts = FigureField("&Posts FTE", "Brackets or a minus for posts that go")
        self.says = told(look="small")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(10)
        self.grid.setVerticalSpacing(8)
        self.total.typed.connect(self._total)
        self.posts.typed.connect(self._posts)

    def show_proposal(self, one: BudgetProposal, years: tuple[FinancialYear, ...]) -> None:
        """Show the figures of a proposal in the columns of its set."""
        self._proposal = one
        self._offer(years)
        for year, field in self.years.items():
            held = next((each.amount for each in one.years if each.year == year), None)
            printed = in_millions(held.pounds if held else 0)
            text, place = (held.text, held.place) if held else ("", "")
            field.show_figure(printed, text, place)
        total = one.cumulative
        if total is None:
            self.total.show_figure("", "", "")
        else:
            self.total.show_figure(in_millions(total.pounds), total.text, total.place)
        self.posts.show_figure(in_posts(one.posts.fte), one.posts.text, one.posts.place)
        self.says.setText(_rounding(one))

    def settle(self) -> None:
        """Write what is still being typed."""
        for field in (*self.years.values(), self.total, self.posts):
            field.line.settle()

    def _offer(self, years: tuple[FinancialYear, ...]) -> None:
        """Have a field for each year; those of another set's years go."""
        if years == self._years:
            return
        for old in self.years.values():
            self.grid.removeWidget(old)
            old.deleteLater()
        self._years = years
        self.years = {year: FigureField(f"{year.label} £m", _TELLS) for year in years}
        for year, field in self.years.items():
            field.typed.connect(partial(self._year, year))
        for place, field in enumerate((*self.years.values(), self.total, self.posts)):
            self.grid.addWidget(field, place // _ACROSS, place % _ACROSS)
        self.grid.addWidget(self.says, len(years) // _ACROSS + 2, 0, 1, _ACROSS)

    def _year(self, year: FinancialYear, text: str) -> None:
        def change(one: BudgetProposal) -> BudgetProposal:
            amount = typed_amount(text)
            if amount.pounds == one.in_year(year):
                return one
            others = [each for each in one.years if each.year != year]
            years = sorted([*others, YearAmount(year, amount)], key=lambda each: each.year)
            return replace(one, years=tuple(years))

        self._take(self.years[year], change, f"{year.label} of")

    def _total(self, text: str) -> None:
        def change(one: BudgetProposal) -> BudgetProposal:
            amount = typed_amount(text) if text.strip() else None
            known = one.cumulative.pounds if one.cumulative else None
            same = (amount.pounds if amount else None) == known
            return one if same else replace(one, cumulative=amount)

        self._take(self.total, change, "the total of")

    def _posts(self, text: str) -> None:
        def change(one: BudgetProposal) -> BudgetProposal:
            posts = typed_posts(text)
            return one if posts.fte == one.posts.fte else replace(one, posts=posts)

        self._take(self.posts, change, "the posts of")

    def _take(
        self,
        field: FigureField,
        change: Callable[[BudgetProposal], BudgetProposal],
        what: str,
    ) -> None:
        one = self._proposal
        if one is None:
            return
        try:
            after = change(one)
        except WrongInput as error:
            field.problem(str(error))
            return
        field.problem("")
        if after == one:
            # Typed otherwise, but the same figure: it is shown again as it is printed
            self.show_proposal(one, self._years)
        else:
            self.changed.emit(f"Change {what} {one.reference}", after)


def _rounding(one: BudgetProposal) -> str:
    """Say how far the stated total and the years are apart."""
    if one.cumulative is None:
        return f"No total is stated; the years come to {in_millions(one.summed)}."
    if one.stated == one.summed:
        return "The years come to the total."
    return f"The years come to {in_millions(one.summed)}; the total is stated as it is printed."
