"""Two versions side by side: what became of each proposal, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from typing_extensions import override

from scrutiny_app.domain.budget.comparison import BudgetComparison, compare_proposals
from scrutiny_app.domain.budget.figures import as_change, in_millions, in_posts, spoken
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.ids import ProposalSetId
from scrutiny_app.ui.budget.budget_desk import BudgetDesk
from scrutiny_app.ui.budget.budget_tab import BudgetTab
from scrutiny_app.ui.budget.labels import counted, named
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.shown_stack import ShownStack

# More than so many letters do not fit into two columns
_LONG = 60
_TONES = {"Changed": Tone.WARN, "New": Tone.GOOD, "Gone": Tone.BAD}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A proposal that is not the same in both versions, or one thing that differs in it."""

    words: str
    before: str = ""
    after: str = ""
    kind: str = ""
    proposal: BudgetProposal | None = None


class CompareTab(BudgetTab):
    """Enter on a row goes to the proposal, unless it is gone."""

    def __init__(self, desk: BudgetDesk) -> None:
        super().__init__(desk)
        self._rows: list[ChangeRow] = []
        self.other = ChoiceField()
        self.other.setAccessibleName("Compare with")
        self.other.setMinimumContentsLength(26)
        self.card = Card(self.theme, "What changed")
        self.says = told()
        self.full = told(look="small")
        rows = rows_of(lambda: self._rows, lambda row: bool(row.kind))
        self.table = RecordTable(self.theme, "What changed", _COLUMNS, rows)
        self.table.setAccessibleDescription("Enter goes to the proposal")
        self.alone = EmptyState(
            self.theme,
            "git-compare",
            "There is nothing to compare with",
            "Import the other paper of this committee, with a version of its own such as Final or "
            "Consultation.",
        )
        self.same = EmptyState(
            self.theme,
            "equal",
            "Nothing changed",
            "Both versions have the same proposals, word for word and figure for figure.",
        )
        self._differing = ShownStack()
        self._views = ShownStack()
        self._lay_out()
        self.other.chosen.connect(lambda _key: self._read())
        self.table.opened.connect(self._open)
        self.table.picked.connect(self._show_full)

    def _lay_out(self) -> None:
        self.card.head.addWidget(told("with"))
        self.card.head.addWidget(self.other)
        self.says.setContentsMargins(12, 0, 12, 4)
        self.card.body.setContentsMargins(2, 0, 2, 4)
        self.card.body.addWidget(self.says)
        self._differing.addWidget(self.table)
        self._differing.addWidget(self.same)
        self.card.body.addWidget(self._differing, 1)
        self.full.setContentsMargins(12, 2, 12, 4)
        self.card.body.addWidget(self.full)
        for view in (self.card, self.alone):
            self._views.addWidget(view)
        self.body.addWidget(self._views, 1)

    @override
    def show_set(self, whole: ProposalSet) -> None:
        lines = [
            one
            for one in self.session.store.proposal_sets.list(whole.committee)
            if one.id != whole.id
        ]
        # Another version of the same year first: that is what is asked most
        lines.sort(key=lambda one: one.year != whole.year)
        self.other.offer((one.label, one.id) for one in lines)
        self._views.setCurrentWidget(self.card if lines else self.alone)
        if lines:
            self._read()

    @override
    def show_detail(self, detail: str) -> None:
        self.other.show_value(detail)
        self._read()

    @override
    def take_keys(self) -> None:
        self.table.setFocus()

    @property
    def earlier(self) -> ProposalSet | None:
        """The version that this one is compared with, None where there is none."""
        key = self.other.currentData()
        return self.session.store.proposal_sets.read(ProposalSetId(key)) if key else None

    def _read(self) -> None:
        earlier = self.earlier
        if earlier is None or not self.desk.shown:
            return
        found = compare_proposals(earlier, self.desk.whole)
        self._rows = list(_rows(found))
        self.says.setText(f"{_summary(found)} {earlier.label} against {self.desk.whole.label}.")
        self.table.read_again()
        self._differing.setCurrentWidget(self.table if self._rows else self.same)
        self._show_full(self.table.current())

    def _show_full(self, row: object) -> None:
        """Show the words of a row that the table has no room for."""
        long = isinstance(row, ChangeRow) and len(row.before + row.after) > _LONG
        self.full.setVisible(long)
        if isinstance(row, ChangeRow):
            self.full.setText(f"Before: {row.before or 'nothing'}\nNow: {row.after or 'nothing'}")

    def _open(self, row: object) -> None:
        if isinstance(row, ChangeRow) and row.proposal is not None:
            self.desk.go(self.desk.place("proposals", row.proposal.id))


def _summary(found: BudgetComparison) -> str:
    total = as_change(found.pounds)
    moved = "The total did not move" if not found.pounds else f"The total is {total} than before"
    posts = f", and posts move by {in_posts(found.fte)}" if found.fte else ""
    return (
        f"{counted(len(found.changed), 'proposal')} changed, {len(found.added)} new, "
        f"{len(found.dropped)} gone, {len(found.unchanged)} the same. {moved}{posts}."
    )


def _rows(found: BudgetComparison) -> Iterator[ChangeRow]:
    for one in found.changed:
        was, now = in_millions(one.before.stated), in_millions(one.after.stated)
        yield ChangeRow(named(one.after), was, now, "Changed", one.after)
        for each in one.fields:
            yield ChangeRow(each.name, each.before, each.after, proposal=one.after)
    for new in found.added:
        yield ChangeRow(named(new), "", in_millions(new.stated), "New", new)
    for old in found.dropped:
        yield ChangeRow(named(old), in_millions(old.stated), "", "Gone")


def _nothing(text: str) -> str:
    return text or "\N{EN DASH}"


_COLUMNS: Sequence[Column[ChangeRow]] = (
    Column("Proposal", lambda row: row.words, width=260),
    Column("", lambda row: row.kind, width=96, tone=lambda row: _TONES.get(row.kind, Tone.PLAIN)),
    Column(
        "Before", lambda row: _nothing(row.before), width=240, says=lambda row: spoken(row.before)
    ),
    Column("Now", lambda row: _nothing(row.after), says=lambda row: spoken(row.after)),
)
