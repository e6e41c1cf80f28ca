"""What is known of a proposal besides its words and figures, as far as anybody wrote it down."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.budget.proposal import ProposalDetails, Rating
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField

# The attribute, its label, and what is told of it
_LINES = (
    ("portfolio_holder", "Portfolio h&older", "One letter of feedback goes to each"),
    ("owner", "Owner", "Who answers for it being delivered"),
    ("wards", "War&ds", "Semicolons between them"),
    ("client_groups", "Cl&ient groups", "Whom it touches; semicolons between them"),
    ("conditions", "Conditions", "What has to happen first"),
    ("funding", "Funding source", "A grant or a fund that pays, and until when"),
    ("eia", "E&quality impact assessment", "Its reference"),
    ("delivered_by", "Delivered by", "A day or a span of days"),
    ("consulted", "Dates of consultation", "A day or a span of days"),
)
_SEVERAL = ("wards", "client_groups")


class DetailsForm(QWidget):
    """``changed`` carries what was changed in words, and the details as they are to be written."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._details = ProposalDetails()
        self.rating = ChoiceField([(one.label, one) for one in Rating])
        self.lines: dict[str, LineField] = {}
        self.feedback = TextField(lines=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Field("R&ating", self.rating, "The owner's own, of how sure it is"))
        for name, label, tells in _LINES:
            self.lines[name] = LineField()
            column.addWidget(Field(label, self.lines[name], tells))
            self.lines[name].settled.connect(partial(self._line, name, label.replace("&", "")))
        column.addWidget(
            Field(
                "Feedbac&k of the committee",
                self.feedback,
                "Stands in the portfolio holder's letter",
            )
        )
        self.rating.chosen.connect(lambda rating: self._set("the rating", rating=rating))
        self.feedback.settled.connect(lambda text: self._set("the feedback", feedback=text.strip()))

    def show_details(self, details: ProposalDetails) -> None:
        """Show what is on record."""
        self._details = details
        self.rating.show_value(details.rating)
        for name, line in self.lines.items():
            line.show_text(_shown(details, name))
        self.feedback.show_text(details.feedback)

    def settle(self) -> None:
        """Write what is still being typed."""
        for line in self.lines.values():
            line.settle()
        self.feedback.settle()

    def _line(self, name: str, label: str, text: str) -> None:
        said: object = text.strip()
        if name in _SEVERAL:
            said = tuple(part.strip() for part in text.split(";") if part.strip())
        self._set(f"the {label[0].lower()}{label[1:]}", **{name: said})

    def _set(self, what: str, **changes: object) -> None:
        after: ProposalDetails = replace(self._details, **changes)  # type: ignore[arg-type]
        if after != self._details:
            self.changed.emit(what, after)


def _shown(details: ProposalDetails, name: str) -> str:
    held = getattr(details, name)
    return "; ".join(held) if name in _SEVERAL else str(held)
