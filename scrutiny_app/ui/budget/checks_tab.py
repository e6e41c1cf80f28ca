"""The checks B01 to B20: what was found, why it matters, and what was set aside with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from typing_extensions import override

from scrutiny_app.domain.budget.checks import gravest_first
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.budget.check_budget import set_finding_aside, take_up_finding
from scrutiny_app.store.store import Store
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.finding_card import FindingCard
from scrutiny_app.ui.budget.labels import STATES, counted, findings_word
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import State

_NEVER = (
    "The checks never correct a figure and stop nothing: they say what members will want to know. "
    "What is known and stands can be set aside with its reason."
)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding, or the heading of those below it."""

    words: str
    below: str = ""
    finding: BudgetFinding | None = None

    @property
    def key(self) -> str:
        """What knows it again after a change."""
        found = self.finding
        return f"{found.check.id} {found.reference} {found.message}" if found else self.words


class ChecksTab(BudgetTab):
    """Enter goes to the proposal of a finding."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk)
        self._rows: list[FindingRow] = []
        self._card = Card(self.theme, "Checks")
        rows = rows_of(lambda: self._rows, lambda row: row.finding is None)
        self.table = RecordTable(self.theme, "What the checks found", _COLUMNS, rows)
        self.table.known_by(lambda row: row.key if isinstance(row, FindingRow) else row)
        self.table.setAccessibleDescription("Enter goes to the proposal")
        self.finding = FindingCard(self.theme)
        self.show_proposal = new_action(
            self, "Show the &proposal", "arrow-right", tells="Go to the proposal of the finding"
        )
        self.set_aside = new_action(
            self, "Set the finding &aside", "check-check", tells="Say why it is known and stands"
        )
        self._lay_out()
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _row: self._show_proposal())
        self.show_proposal.triggered.connect(self._show_proposal)
        row_menu(self.table, (self.show_proposal, self.set_aside))
        self.set_aside.triggered.connect(self.finding.take_keys)
        self.finding.asked.connect(self._set_aside)
        self.finding.taken_up.connect(self._take_up)
        self.finding.wants_proposal.connect(self._show_proposal)

    def _lay_out(self) -> None:
        says = told(_NEVER)
        says.setContentsMargins(12, 0, 12, 4)
        self._card.body.setContentsMargins(2, 0, 2, 4)
        self._card.body.addWidget(says)
        self._card.body.addWidget(self.table, 1)
        self.body.addWidget(SideBySide(self.theme, self._card, self.finding, 330), 1)

    @override
    def show_set(self, whole: ProposalSet) -> None:
        self._rows = _rows(self.desk.findings, whole)
        self._card.say(findings_word(self.desk.findings)[0])
        self.table.read_again()
        if self.table.current() is None and len(self._rows) > 1:
            self.table.selectRow(1)
        self._pick(self.table.current())
        self.finding.setEnabled(not self.session.read_only)

    @override
    def show_detail(self, detail: str) -> None:
        for place, row in enumerate(self._rows):
            if row.finding and detail in (row.finding.reference, row.finding.check.id):
                self.table.selectRow(place)
                return

    @override
    def commands(self) -> Sequence[QAction]:
        return (self.show_proposal, self.set_aside)

    @override
    def take_keys(self) -> None:
        self.table.setFocus()

    @property
    def _current(self) -> BudgetFinding | None:
        row = self.table.current()
        return row.finding if isinstance(row, FindingRow) else None

    def _pick(self, row: object) -> None:
        found = row.finding if isinstance(row, FindingRow) else None
        self.finding.show_finding(found)
        self.show_proposal.setEnabled(found is not None and bool(found.reference))
        self.set_aside.setEnabled(found is not None and not self.session.read_only)

    def _show_proposal(self) -> None:
        found = self._current
        if found is None or not found.reference:
            return
        for one in self.desk.whole.proposals:
            if one.reference == found.reference:
                self.desk.go(self.desk.place("proposals", one.id))
                return

    def _set_aside(self, reason: str) -> None:
        found = self._current
        if found is None:
            return
        check, reference, whole = found.check.id, found.reference, self.desk.whole

        def write(store: Store) -> None:
            set_finding_aside(store, whole, check, reference, reason)

        self.desk.run(write, f"Set aside {check} {reference}".strip())
        self.table.setFocus()

    def _take_up(self) -> None:
        found = self._current
        if found is None:
            return
        check, reference, whole = found.check.id, found.reference, self.desk.whole

        def write(store: Store) -> None:
            for waiver in store.budget_waivers.of(whole.id):
                if (waiver.check, waiver.reference) == (check, reference):
                    take_up_finding(store, waiver)
                    return
            raise NotFound("This finding is not set aside any more. Look at it again.")

        self.desk.run(write, f"Take up {check} {reference} again")
        self.table.setFocus()


def _rows(findings: Sequence[BudgetFinding], whole: ProposalSet) -> list[FindingRow]:
    """Return what was found, the gravest first, and what was set aside below it."""
    titles = {one.reference: one.title for one in whole.proposals}
    rows: list[FindingRow] = []
    live = gravest_first([one for one in findings if not one.waived])
    for severity in CheckSeverity:
        rows += _section(severity.label, [one for one in live if one.severity is severity], titles)
    aside = [one for one in findings if one.waived]
    if aside:
        rows.append(FindingRow(f"{len(aside)} set aside"))
        rows += [_row(one, titles) for one in aside]
    return rows


def _section(name: str, found: Sequence[BudgetFinding], titles: dict[str, str]) -> list[FindingRow]:
    if not found:
        return []
    return [FindingRow(counted(len(found), name.lower())), *(_row(one, titles) for one in found)]


def _row(one: BudgetFinding, titles: dict[str, str]) -> FindingRow:
    about = (
        f"{one.reference}  {titles.get(one.reference, '')}" if one.reference else "The whole set"
    )
    return FindingRow(one.message, about, one)


def _state(row: FindingRow) -> State | None:
    if row.finding is None:
        return None
    return State.PAST if row.finding.waived else STATES[row.finding.severity]


def _severity(row: FindingRow) -> str:
    if row.finding is None:
        return ""
    return "Set aside" if row.finding.waived else row.finding.severity.label


_COLUMNS: Sequence[Column[FindingRow]] = (
    Column(
        "What was found",
        lambda row: row.words,
        below=lambda row: row.below,
        says=lambda row: f"{row.words} {row.below}",
    ),
    Column("Weight", _severity, width=116, state=_state),
    Column("Check", lambda row: row.finding.check.id if row.finding else "", width=62),
)
