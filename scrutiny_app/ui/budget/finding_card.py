"""One finding in full, and the reason with which it is set aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from scrutiny_app.domain.budget.finding import BudgetFinding
from scrutiny_app.ui.budget.labels import STATES
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import Field
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_NOTHING = "Choose a finding in the list."


class FindingCard(Card):
    """``asked`` carries the reason to set a finding aside, ``taken_up`` that it is open again.

    ``wants_proposal`` asks to go where it was found.
    """

    asked = Signal(str)
    taken_up = Signal()
    wants_proposal = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Finding")
        self._finding: BudgetFinding | None = None
        self.title.setWordWrap(True)
        self.head.setStretchFactor(self.title, 1_000)
        self.says = StatusList(theme, "The finding")
        self.nothing = told(_NOTHING)
        self.where = told(look="small")
        self.source = told(look="small")
        self.reason = QLineEdit()
        self._reason = Field(
            "Wh&y it stands", self.reason, "Kept with the finding; Enter sets aside"
        )
        self.put_aside = QPushButton("Set &aside")
        self.again = QPushButton("Take &up again")
        self.show_proposal = QPushButton("Show the &proposal")
        shown: tuple[QWidget, ...] = (
            self.nothing,
            self.says,
            self.where,
            self.source,
            self.show_proposal,
        )
        for widget in (*shown, self._reason, self.put_aside, self.again):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.reason.returnPressed.connect(self._ask)
        self.reason.textEdited.connect(lambda _text: self._reason.problem(""))
        self.put_aside.clicked.connect(self._ask)
        self.again.clicked.connect(self.taken_up)
        self.show_proposal.clicked.connect(self.wants_proposal)
        self.show_finding(None)

    def show_finding(self, found: BudgetFinding | None) -> None:
        """Show a finding, or that none is chosen."""
        other = found != self._finding
        self._finding = found
        waived = found is not None and bool(found.waived)
        self.nothing.setVisible(found is None)
        always: tuple[QWidget, ...] = (self.says, self.where, self.source)
        for widget in always:
            widget.setVisible(found is not None)
        self.show_proposal.setVisible(found is not None and bool(found.reference))
        self._reason.setVisible(found is not None and not waived)
        self.put_aside.setVisible(found is not None and not waived)
        self.again.setVisible(waived)
        if other:
            self.reason.clear()
            self._reason.problem("")
        if found is None:
            self.title.setText("Finding")
            return
        self.title.setText(f"{found.check.id}  {found.check.title}")
        state = State.PAST if waived else STATES[found.severity]
        aside = f"Set aside: {found.waived}" if waived else found.severity.label
        self.says.show_lines([StatusLine(state, found.message, aside)])
        self.where.setText(
            ", ".join(part for part in (found.reference, found.place) if part) or "The whole set"
        )
        self.source.setText(f"Source: {found.check.source}")

    def take_keys(self) -> None:
        """Let the keyboard begin at the reason, or at taking up again."""
        (self.again if self.again.isVisible() else self.reason).setFocus()

    def _ask(self) -> None:
        if self.reason.text().strip():
            self.asked.emit(self.reason.text())
        else:
            self._reason.problem("Say why the finding is set aside: the reason is kept with it.")
            self.reason.setFocus()
