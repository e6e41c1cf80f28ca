"""The same work in two committees' programmes, and what another committee's name claims."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.programme.lanes import lane_name, lane_of
from scrutiny_app.domain.programme.likeness import CommitteeItem, LikePair
from scrutiny_app.jobs.programme.compare_programmes import Claim, compare_programmes, other_remits
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.form import form_column, scrolled, told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_HUNDRED = 100
_NONE = (
    "No two committees plan work that looks alike this year. Titles are compared by the words that "
    "tell something, as soon as a second committee has a programme here."
)

_UNCLAIMED = (
    "No open item uses the words of another committee's name. The constitution decides whose a "
    "topic is; this only points to where it may be worth asking."
)


def _where(one: CommitteeItem) -> str:
    return f"{one.committee}, {lane_name(lane_of(one.item))}"


_COLUMNS: Sequence[Column[LikePair]] = (
    Column("Here", lambda pair: pair.one.item.title, below=lambda pair: _where(pair.one)),
    Column(
        "And here",
        lambda pair: pair.other.item.title,
        width=420,
        below=lambda pair: _where(pair.other),
    ),
    Column("Alike", lambda pair: f"{round(pair.likeness * _HUNDRED)} %", width=80, right=True),
)


class TwicePart(QWidget):
    """Pairs of items of different committees, the likest first."""

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self._pairs: Sequence[LikePair] = ()
        self.card = Card(desk.theme, "Planned twice")
        self.none = told(_NONE)
        self.table = RecordTable(
            desk.theme, "Work planned twice", _COLUMNS, rows_of(lambda: self._pairs)
        )
        self.remit = Card(desk.theme, "Whose remit?")
        self.unclaimed = told(_UNCLAIMED)
        self.claims = StatusList(desk.theme, "Items that another committee's name speaks of")
        self.remit.body.addWidget(self.unclaimed)
        self.remit.body.addWidget(scrolled(form_column(self.claims)), 1)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.card.body.addWidget(self.none)
        self.card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card, 2)
        column.addWidget(self.remit, 1)

    def read(self) -> None:
        """Compare the programmes of the year again."""
        self._pairs = compare_programmes(self._desk.session.store, self._desk.year)
        self.none.setVisible(not self._pairs)
        self.table.setVisible(bool(self._pairs))
        self.card.say(str(len(self._pairs)) if self._pairs else "")
        self.table.read_again()
        claims = other_remits(self._desk.session.store, self._desk.programme.id)
        self.claims.show_lines([_line(one) for one in claims])
        self.unclaimed.setVisible(not claims)


def _line(claim: Claim) -> StatusLine:
    words = ", ".join(claim.words)
    return StatusLine(State.NOTE, claim.item.title, f"{claim.committee}: {words}")
