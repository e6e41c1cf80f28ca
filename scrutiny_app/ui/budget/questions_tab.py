"""Questions that the findings lead to, and what the committee says to each proposal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from typing_extensions import override

from scrutiny_app.domain.budget.figures import in_millions, spoken
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.budget.questions import questions_for
from scrutiny_app.rulebook.budget_rules import budget_rules
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.labels import counted, named
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.fields import Field, TextField
from scrutiny_app.ui.widgets.form import form_column, scrolled, told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_ANY = "Any budget"
_OWN = (
    "These are prompts to choose from and to put in your own words: the questions are the members'."
)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A proposal with its questions and what was noticed; without one, the budget as a whole."""

    words: str
    noticed: tuple[str, ...]
    questions: tuple[str, ...]
    proposal: BudgetProposal | None = None


class QuestionsTab(BudgetTab):
    """The list has the proposals with the most money first; what they raise is beside it."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk)
        self._rows: list[QuestionRow] = []
        self._row: QuestionRow | None = None
        rows = rows_of(lambda: self._rows)
        self.table = RecordTable(self.theme, "Proposals with questions", _COLUMNS, rows)
        self.table.known_by(
            lambda row: row.proposal.id if isinstance(row, QuestionRow) and row.proposal else _ANY
        )
        self.card = Card(self.theme, "Raised by")
        fill(self.card, self.table)
        self.raised = Card(self.theme, "Questions")
        self.raised.title.setWordWrap(True)
        self.raised.head.setStretchFactor(self.raised.title, 1_000)
        self.questions = StatusList(self.theme, "Questions")
        self.noticed = StatusList(self.theme, "What was noticed")
        self._noticed = told("What was noticed", "heading")
        self.feedback = TextField(lines=5)
        self._feedback = Field(
            "Feedbac&k of the committee",
            self.feedback,
            "Written into the letter to the portfolio holder",
        )
        self._lay_out()
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _row: self.feedback.setFocus())
        self.feedback.settled.connect(self._say)

    def _lay_out(self) -> None:
        form = form_column(told(_OWN), self.questions, self._noticed, self.noticed, self._feedback)
        self.raised.body.addWidget(scrolled(form), 1)
        self.body.addWidget(SideBySide(self.theme, self.card, self.raised, 450, least=340), 1)

    @override
    def show_set(self, whole: ProposalSet) -> None:
        sheet = questions_for(whole, self.desk.findings, budget_rules())
        self._rows = [QuestionRow(_ANY, sheet.noticed, sheet.questions)]
        self._rows += [
            QuestionRow(named(one.proposal), one.noticed, one.questions, one.proposal)
            for one in sheet.proposals
        ]
        self.card.say(counted(len(sheet.proposals), "proposal"))
        self.table.read_again()
        if self.table.current() is None:
            self.table.selectRow(0)
        self._pick(self.table.current())
        self.feedback.setEnabled(not self.session.read_only)

    @override
    def show_detail(self, detail: str) -> None:
        for place, row in enumerate(self._rows):
            if row.proposal and row.proposal.id == detail:
                self.table.selectRow(place)

    @override
    def take_keys(self) -> None:
        self.table.setFocus()

    def _pick(self, row: object) -> None:
        if not isinstance(row, QuestionRow):
            return
        if _proposal_id(row) != _proposal_id(self._row):
            self.feedback.settle()
            self.feedback.start_again()
        self._row = row
        self.raised.title.setText(row.words)
        self.questions.show_lines([StatusLine(State.QUESTION, one) for one in row.questions])
        self.noticed.show_lines([StatusLine(State.NOTE, one) for one in row.noticed])
        self._noticed.setVisible(bool(row.noticed))
        self._feedback.setVisible(row.proposal is not None)
        self.feedback.show_text(row.proposal.details.feedback if row.proposal else "")

    def _say(self, text: str) -> None:
        one = self._row.proposal if self._row else None
        if one is not None and text.strip() != one.details.feedback:
            details = replace(one.details, feedback=text.strip())
            name = f"Change the feedback of {one.reference}"
            self.desk.change(name, replace(one, details=details))


def _proposal_id(row: QuestionRow | None) -> str:
    return row.proposal.id if row and row.proposal else ""


def _total(row: QuestionRow) -> str:
    return in_millions(row.proposal.stated) if row.proposal else ""


_COLUMNS: tuple[Column[QuestionRow], ...] = (
    Column(
        "Proposal",
        lambda row: row.words,
        below=lambda row: counted(len(row.questions), "question"),
        says=lambda row: f"{row.words}, {counted(len(row.questions), 'question')}",
    ),
    Column("Total £m", _total, width=86, right=True, says=lambda row: spoken(_total(row))),
)
