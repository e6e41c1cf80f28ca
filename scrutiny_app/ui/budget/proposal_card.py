"""One proposal in full: what was found in it, its words, its figures and what else is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from scrutiny_app.domain.budget.finding import BudgetFinding
from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    Consultation,
    OptionType,
    ProposalSet,
)
from scrutiny_app.ui.budget.details_form import DetailsForm
from scrutiny_app.ui.budget.figures_form import FiguresForm
from scrutiny_app.ui.budget.labels import STATES
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.form import form_column, scrolled, told
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList
from scrutiny_app.ui.widgets.typing_in import forget_typing

_NOBODY = "Choose a proposal in the list. Its words, figures and details are changed here."


class ProposalCard(Card):
    """``changed`` carries what was changed in words, and the proposal as it is to be written."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Proposal")
        self._proposal: BudgetProposal | None = None
        self.nobody = told(_NOBODY)
        self.found = StatusList(theme, "What the checks found in it")
        self.references = LineField()
        self.name = LineField()
        self.narrative = TextField(lines=6)
        self.service = LineField()
        self.group = LineField()
        self.department = LineField()
        self.option = ChoiceField([(one.label, one) for one in OptionType])
        self.consultation = ChoiceField([(one.label, one) for one in Consultation])
        self.source_words = told(look="small")
        self.figures = FiguresForm()
        self.details = DetailsForm()
        self._form = self._place()
        self._connect()
        self.show_proposal(None, None, ())

    def _place(self) -> QWidget:
        kind = Field("Option t&ype", self.option, "The source's own words stay beside it")
        form = form_column(
            self.found,
            Field("&References", self.references, "Several stand with blanks between them"),
            Field("Tit&le", self.name),
            Field("&Narrative", self.narrative, "What would change, in full"),
            _heading("Figures"),
            self.figures,
            _heading("Where it belongs"),
            Field("&Service", self.service),
            Field("Gro&up", self.group, "The heading it is printed under"),
            Field("Depart&ment", self.department),
            kind,
            self.source_words,
            Field("&Consultation", self.consultation, "Whether the public is asked"),
            _heading("What else is known"),
            self.details,
        )
        self.body.setContentsMargins(14, 2, 6, 8)
        self.body.addWidget(self.nobody)
        area = scrolled(form)
        form.setContentsMargins(0, 0, 8, 0)
        self.body.addWidget(area, 1)
        return area

    def _connect(self) -> None:
        self.references.settled.connect(self._refer)
        self.name.settled.connect(self._name)
        lines: tuple[tuple[LineField | TextField, str, str], ...] = (
            (self.narrative, "narrative", "the narrative"),
            (self.service, "service", "the service"),
            (self.group, "group", "the group"),
            (self.department, "department", "the department"),
        )
        for line, attribute, what in lines:
            line.settled.connect(partial(self._say, attribute, what))
        self.option.chosen.connect(lambda kind: self._set("the option type", option=kind))
        self.consultation.chosen.connect(
            lambda kind: self._set("the consultation", consultation=kind)
        )
        self.figures.changed.connect(self.changed)
        self.details.changed.connect(lambda what, details: self._set(what, details=details))

    def show_proposal(
        self,
        one: BudgetProposal | None,
        whole: ProposalSet | None,
        findings: Sequence[BudgetFinding],
    ) -> None:
        """Show a proposal of a set and what was found in it, or that none is chosen."""
        if self._proposal is not None and (one is None or one.id != self._proposal.id):
            self.settle()
            forget_typing(self)
        self._proposal = one
        shown = one is not None and whole is not None
        self.nobody.setVisible(not shown)
        self._form.setVisible(shown)
        self.title.setText(one.reference if one and one.reference else "Proposal")
        if one is None or whole is None:
            self.say("")
            return
        self.say(f"from {one.place}" if one.place else "")
        self.found.show_lines([_line(found) for found in findings])
        self.found.setVisible(bool(findings))
        self.references.show_text(one.reference)
        self.name.show_text(one.title)
        self.narrative.show_text(one.narrative)
        for line, text in (
            (self.service, one.service),
            (self.group, one.group),
            (self.department, one.department),
        ):
            line.show_text(text)
        self.option.show_value(one.option)
        self.consultation.show_value(one.consultation)
        self.source_words.setText(f"The source says: {one.option_text}" if one.option_text else "")
        self.source_words.setVisible(bool(one.option_text))
        self.figures.show_proposal(one, whole.years)
        self.details.show_details(one.details)

    def settle(self) -> None:
        """Write what is still being typed."""
        if self._proposal is None:
            return
        for line in (self.references, self.name, self.service, self.group, self.department):
            line.settle()
        self.narrative.settle()
        self.figures.settle()
        self.details.settle()

    def take_keys(self) -> None:
        """Let the keyboard begin at the title."""
        self.name.setFocus()
        self.name.selectAll()

    def _refer(self, text: str) -> None:
        references = tuple(text.split())
        if self._proposal and not references:
            self.references.show_text(self._proposal.reference)
        elif self._proposal and references != self._proposal.references:
            self._set("the references", references=references)

    def _name(self, text: str) -> None:
        if self._proposal and not text.strip():
            self.name.show_text(self._proposal.title)
        else:
            self._say("title", "the title", text)

    def _say(self, attribute: str, what: str, text: str) -> None:
        if self._proposal and getattr(self._proposal, attribute) != text.strip():
            self._set(what, **{attribute: text.strip()})

    def _set(self, what: str, **changes: object) -> None:
        one = self._proposal
        if one is not None:
            after: BudgetProposal = replace(one, **changes)  # type: ignore[arg-type]
            self.changed.emit(f"Change {what} of {one.reference}", after)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("look", "heading")
    return label


def _line(found: BudgetFinding) -> StatusLine:
    state = State.PAST if found.waived else STATES[found.severity]
    aside = f", set aside: {found.waived}" if found.waived else ""
    return StatusLine(state, found.message, f"{found.severity.label}, {found.check.id}{aside}")
