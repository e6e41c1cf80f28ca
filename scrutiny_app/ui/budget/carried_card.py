"""Several budgets added up: what each service, ward or client group has met with over the years."""

from __future__ import annotations

from scrutiny_app.domain.budget.effect import CarriedEffect, EffectOn
from scrutiny_app.domain.budget.figures import in_millions, in_posts, spoken
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of

_ROW, _HEAD, _MOST_ROWS = 48, 46, 6
_NONE = "No proposal names one yet: fill it in beside each proposal."


class CarriedCard(Card):
    """Reads the newest set of each year that the committee has, hardest hit first."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk.theme, "Over several budgets")
        self._desk = desk
        self._effects: tuple[CarriedEffect, ...] = ()
        self.on = ChoiceField([(f"By {one.label.lower()}", one) for one in EffectOn])
        self.on.setAccessibleName("Add up the budgets")
        self.on.setMinimumContentsLength(9)
        rows = rows_of(lambda: self._effects)
        self.table = RecordTable(desk.theme, "Over several budgets", _COLUMNS, rows)
        self.says = told(look="small")
        self.head.addWidget(self.on)
        self.body.setContentsMargins(2, 0, 2, 8)
        self.body.addWidget(self.table)
        self.says.setContentsMargins(12, 0, 12, 0)
        self.body.addWidget(self.says)
        self.on.chosen.connect(lambda _on: self.read())
        desk.theme.changed.connect(self._fit)

    def read(self) -> None:
        """Ask the workspace again."""
        if not self._desk.shown:
            return
        on = EffectOn(self.on.currentData())
        store = self._desk.session.store
        self._effects = store.budget_effects(on, self._desk.whole.committee)
        self.table.read_again()
        self.table.setVisible(bool(self._effects))
        self.says.setText(
            "The newest version of each year's budget counts. A proposal for several wards or "
            "groups counts in each."
            if self._effects
            else _NONE
        )
        self._fit()

    def _fit(self) -> None:
        rows = min(len(self._effects), _MOST_ROWS)
        self.table.setFixedHeight(self._theme.length(_HEAD + rows * _ROW))


def _by_year(one: CarriedEffect) -> str:
    return ", ".join(f"{each.budget.label} {in_millions(each.pounds)}" for each in one.budgets)


_COLUMNS: tuple[Column[CarriedEffect], ...] = (
    Column(
        "Name",
        lambda one: one.name,
        below=_by_year,
        says=lambda one: ", ".join(
            (
                one.name,
                *(
                    f"{each.budget.label} {spoken(in_millions(each.pounds))}"
                    for each in one.budgets
                ),
            )
        ),
    ),
    Column(
        "All £m",
        lambda one: in_millions(one.pounds),
        width=78,
        right=True,
        says=lambda one: spoken(in_millions(one.pounds)),
    ),
    Column(
        "Posts",
        lambda one: in_posts(one.fte),
        width=58,
        right=True,
        says=lambda one: spoken(in_posts(one.fte)),
    ),
)
