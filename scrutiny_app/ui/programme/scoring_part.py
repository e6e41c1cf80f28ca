"""Should it be taken in? The questions of a method, what they advise, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.programme.moves import assessed
from scrutiny_app.domain.programme.prioritisation import (
    Assessment,
    Criterion,
    Gate,
    Outcome,
    PrioritisationMethod,
    Verdict,
    assess,
    judge,
)
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.rulebook.prioritisation_methods import (
    prioritisation_method,
    prioritisation_methods,
)
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import capital, choices
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_OPEN = ""
_YES, _NO = "yes", "no"
_GOOD = (Outcome.ACCEPT, Outcome.SINGLE_ITEM)


class Question(QWidget):
    """One gate or criterion: what is asked, the answer, and why it was given."""

    answered = Signal()

    def __init__(self, asked: Gate | Criterion) -> None:
        super().__init__()
        self.key = asked.key
        self.answer = ChoiceField(_answers(asked))
        self.why = LineField("", "Why")
        self.why.setAccessibleName(f"Why: {asked.question}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(Field(asked.question.replace("&", "&&"), self.answer))
        column.addWidget(self.why)
        self.answer.chosen.connect(lambda _value: self.answered.emit())


class ScoringPart(QWidget):
    """The form of the method chosen, and every assessment that was kept."""

    kept = Signal()

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self.method = ChoiceField([(one.name, one.key) for one in prioritisation_methods()])
        self.about = told("", "small")
        self.questions: list[Question] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(4)
        self.advice = StatusList(desk.theme, "What the method advises")
        self.decided = ChoiceField([("As advised", _OPEN), *choices(Outcome)])
        self.override = LineField("", "Needed where it is decided otherwise")
        self.assessor = LineField("", "A person, or the committee")
        self._override = Field("Why othe&rwise", self.override)
        self.keep = new_action(self, "Keep the assessment", tells="Writes it into the history")
        self.before = StatusList(desk.theme, "Assessments before")
        self._place()
        self.method.chosen.connect(lambda _key: self._ask())
        self.decided.chosen.connect(lambda _one: self._judge())
        self.keep.triggered.connect(self._keep)
        self._ask()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self.before)
        column.addWidget(Field("Meth&od", self.method))
        column.addWidget(self.about)
        column.addLayout(self._holder)
        column.addWidget(self.advice)
        column.addWidget(Field("&Decided", self.decided))
        column.addWidget(self._override)
        column.addWidget(Field("Assessed by", self.assessor))
        column.addWidget(button_for(self.keep))
        column.addStretch(1)

    @property
    def chosen(self) -> PrioritisationMethod:
        """The method whose questions are asked."""
        return prioritisation_method(str(self.method.currentData()))

    def show_item(self, item: ProgrammeItem, *, other: bool) -> None:
        """Show an item's assessments; the form is begun anew for an ``other`` item."""
        self.before.show_lines([_line(one) for one in item.assessments])
        if other:
            self.assessor.setText(self.assessor.text() or self._desk.session.who)
            self._ask()
        self._judge()

    def _ask(self) -> None:
        """Ask the questions of the method from the beginning."""
        for question in self.questions:
            self._holder.removeWidget(question)
            question.hide()
            question.deleteLater()
        method = self.chosen
        first = [gate for gate in method.gates if not gate.last]
        last = [gate for gate in method.gates if gate.last]
        self.questions = [
            *(Question(gate) for gate in first),
            *(Question(criterion) for criterion in method.criteria),
            *(Question(gate) for gate in last),
        ]
        for question in self.questions:
            self._holder.addWidget(question)
            question.answered.connect(self._judge)
        self.about.setText(f"{method.tells} {method.source}.")
        self.decided.show_value(_OPEN)
        self.override.clear()
        self._judge()

    def _judge(self) -> None:
        verdict, line = self._verdict()
        self.advice.show_lines([line])
        decided = str(self.decided.currentData())
        differs = verdict is not None and decided not in (_OPEN, verdict.outcome)
        self._override.setVisible(differs)
        self.keep.setEnabled(verdict is not None and self._desk.may_write)

    def _verdict(self) -> tuple[Verdict | None, StatusLine]:
        try:
            verdict = judge(self.chosen, self._given()[0], self._given()[1])
        except WrongInput as error:
            return None, StatusLine(State.AHEAD, str(error))
        total = "" if verdict.total is None else f"Result {verdict.total}: "
        state = State.DONE if verdict.outcome in _GOOD else State.NOTE
        words = f"{self.chosen.name} advises: {verdict.outcome}"
        return verdict, StatusLine(state, words, capital(f"{total}{verdict.because}."))

    def _given(self) -> tuple[Mapping[str, bool], Mapping[str, int]]:
        """Return what was answered so far: gates by yes or no, criteria by score."""
        gates = {gate.key for gate in self.chosen.gates}
        said = {one.key: str(one.answer.currentData()) for one in self.questions}
        return (
            {key: value == _YES for key, value in said.items() if key in gates and value},
            {key: int(value) for key, value in said.items() if key not in gates and value},
        )

    def _keep(self) -> None:
        item, (verdict, _line_now) = self._desk.item, self._verdict()
        if item is None or verdict is None:
            return
        answers, scores = self._given()
        decided = str(self.decided.currentData())
        given = Assessment(
            method=self.chosen.key,
            assessed_on=self._desk.today,
            assessor=self.assessor.text().strip(),
            answers=answers,
            scores=scores,
            rationale={one.key: one.why.text().strip() for one in self.questions if one.why.text()},
            outcome=verdict.outcome,
            because=verdict.because,
            decided=Outcome(decided) if decided else verdict.outcome,
            override_reason=self.override.text(),
        )
        try:
            done = assess(self.chosen, given)
        except WrongInput as error:
            self._override.problem(str(error))
            self.override.setFocus()
            return
        self._override.problem("")
        if self._desk.change(item.id, lambda one: assessed(one, done), f'Assess "{item.title}"'):
            self.kept.emit()
            self._ask()


def _answers(asked: Gate | Criterion) -> Sequence[tuple[str, Any]]:
    not_yet = ("Not answered yet", _OPEN)
    if isinstance(asked, Gate):
        return (not_yet, ("Yes", _YES), ("No", _NO))
    scale = range(asked.lowest, asked.highest + 1)
    plain = (asked.lowest, asked.highest) == (0, 1)
    return (
        not_yet,
        *(
            (capital(word) if plain else f"{score} \N{MIDDLE DOT} {word}", str(score))
            for score, word in zip(scale, asked.anchors, strict=True)
        ),
    )


def _line(one: Assessment) -> StatusLine:
    state = State.DONE if one.decided in _GOOD else State.NOTE
    total = "" if one.total is None else f", {one.total}"
    why = (
        f"Advised {one.outcome}, decided otherwise: {one.override_reason}. "
        if one.overridden
        else ""
    )
    by = f" by {one.assessor}" if one.assessor else ""
    return StatusLine(
        state,
        f"{prioritisation_method(one.method).name}: {one.decided}{total}",
        f"{why}{capital(one.because)}. {long_date(one.assessed_on, DAY_DATE)}{by}",
    )
