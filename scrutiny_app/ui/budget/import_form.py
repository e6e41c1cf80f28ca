"""Whose proposals a file holds: committee, year, version, and the unit of its figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from scrutiny_app.domain.budget.figures import MoneyUnit
from scrutiny_app.domain.budget.importing import ProposalPreview
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row, told

_UNITS: list[tuple[str, object]] = [
    ("As the file says", None),
    ("Millions of pounds", MoneyUnit.MILLIONS),
    ("Thousands of pounds", MoneyUnit.THOUSANDS),
    ("Pounds", MoneyUnit.POUNDS),
]


class ImportForm(Card):
    """``changed`` follows whatever was chosen, ``unit_chosen`` the unit, which is read anew."""

    changed = Signal()
    unit_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.committee = ChoiceField()
        self.year = ChoiceField()
        self.version = LineField("", "Consultation, Final \N{HORIZONTAL ELLIPSIS}")
        self.unit = ChoiceField(_UNITS)
        self._year = Field("Budget fo&r", self.year, "One of the years that the file has")
        self._unit = Field("&Unit of the figures", self.unit, "What one stands for")
        self.body.addLayout(
            field_row(
                [
                    Field("Co&mmittee", self.committee, "Whose proposals these are"),
                    self._year,
                    Field("Versio&n", self.version, "Tells two papers for one year apart"),
                    self._unit,
                ],
                [4, 2, 3, 3],
            )
        )
        self.says = told(look="small")
        self.says.hide()
        self.body.addWidget(self.says)
        for choice in (self.committee, self.year):
            choice.chosen.connect(lambda _value: self.changed.emit())
        self.version.textChanged.connect(lambda _text: self.changed.emit())
        self.unit.chosen.connect(self.unit_chosen)

    def begin(self, committees: Sequence[Committee], chosen: str) -> None:
        """Offer the committees, with the one that the officer looks at."""
        self.committee.offer((one.name, one.id) for one in committees)
        if chosen:
            self.committee.show_value(chosen)
        self.year.clear()
        self.version.clear()
        self.unit.setCurrentIndex(0)

    def show_preview(self, preview: ProposalPreview) -> None:
        """Offer the years of a file; the first is the budget's unless another was chosen."""
        self.year.offer((one.label, one) for one in preview.years)
        self._year.problem("" if preview.years else "No year was found in the headings.")
        said = preview.unit.value if preview.unit else "not told"
        QComboBox.setItemText(self.unit, 0, f"As the file says ({said})")
        known = preview.unit is not None
        self._unit.problem("" if known else "The file does not say it. Choose what one stands for.")

    def say(self, sentence: str) -> None:
        """Say something of what is chosen, or nothing."""
        self.says.setText(sentence)
        self.says.setVisible(bool(sentence))

    @property
    def version_named(self) -> str:
        """The version that is typed."""
        return " ".join(self.version.text().split())

    @property
    def committee_id(self) -> CommitteeId:
        """The committee that is chosen."""
        return CommitteeId(str(self.committee.currentData() or ""))

    @property
    def budget_year(self) -> FinancialYear | None:
        """The budget's year, None while there is none to choose."""
        year = self.year.currentData()
        return year if isinstance(year, FinancialYear) else None
