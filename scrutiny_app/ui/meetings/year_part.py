"""A year of meetings from a rule: every date with what speaks against it, and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.meeting_dates import DateTrouble
from scrutiny_app.domain.wording import long_date
from scrutiny_app.ui.meetings.rule_card import RuleCard
from scrutiny_app.ui.meetings.year_plan import PlanLine, YearPlan
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.fields import DayField, Field
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.side_by_side import SideBySide

_TROUBLES = {
    DateTrouble.CLOSED: "Closed day",
    DateTrouble.SAME_COMMITTEE: "Meets already",
    DateTrouble.SAME_TIME: "Clash",
    DateTrouble.SAME_MEMBERS: "Members clash",
    DateTrouble.TOO_CLOSE: "Too close",
}
_ONE_DAY = timedelta(days=1)


class YearPart(QWidget):
    """``accepted`` follows the button that plans the meetings, ``given_up`` Cancel."""

    accepted = Signal()
    given_up = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.plan = YearPlan(session.store)
        self.rule = RuleCard(theme)
        self.card = Card(theme, "Dates")
        self.words = told()
        rows: Rows[PlanLine] = Rows(
            lambda: len(self.plan.lines),
            lambda _order, first, many: self.plan.lines[first:][:many],
        )
        self.table = RecordTable(theme, "Dates proposed", _columns(), rows)
        self.table.setAccessibleDescription(
            "Space takes a date or leaves it out, Alt+Up and Alt+Down move it by a day, Enter goes "
            "to its day"
        )
        self.day = DayField()
        self._move_to = Field("Move the chosen d&ate to", self.day, "Any other day")
        self.ready = QPushButton("Plan the meeting&s")
        self.cancel = QPushButton("Cancel")
        self.actions_here = self._make_actions()
        self._place(theme)
        self._connect()

    def _make_actions(self) -> tuple[QAction, ...]:
        earlier = new_action(self, "A day &earlier", "arrow-up", keys="Alt+Up")
        later = new_action(self, "A day &later", "arrow-down", keys="Alt+Down")
        instead = new_action(
            self,
            "To the next &working day",
            "calendar-arrow-down",
            tells="Moves a date on which the offices are shut to the next working day",
        )
        leave = new_action(
            self, "Leave &out or take again", "calendar-off", tells="Space does the same"
        )
        earlier.triggered.connect(lambda: self._shift(-1))
        later.triggered.connect(lambda: self._shift(1))
        instead.triggered.connect(self._instead)
        leave.triggered.connect(self._toggle)
        return earlier, later, instead, leave

    def _place(self, theme: Theme) -> None:
        self.card.add_tools(*self.actions_here)
        self.card.body.addWidget(self.words)
        self.card.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._move_to)
        foot.addStretch(1)
        for button in (self.cancel, self.ready):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.card.body.addLayout(foot)
        self.ready.setProperty("look", "first")
        self.ready.setAccessibleName("Plan the meetings")
        self.cancel.setAccessibleName("Cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(theme, self.card, self.rule, 380))

    def _connect(self) -> None:
        space = QShortcut(Qt.Key.Key_Space, self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._toggle)
        self.rule.changed.connect(self._propose)
        self.rule.committee.chosen.connect(lambda key: self._begin_with(str(key)))
        self.table.picked.connect(lambda _line: self._pick())
        self.table.opened.connect(lambda _line: self.day.setFocus())
        self.table.removes.connect(self._toggle)
        self.day.settled.connect(self._move)
        self.ready.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.given_up)

    def begin(self, committees: Sequence[Committee], chosen: str, today: date) -> None:
        """Offer the dates of a year for a committee."""
        self._committees, self._today = committees, today
        self._begin_with(chosen)
        self.rule.which.setFocus()

    def _begin_with(self, key: str) -> None:
        self.rule.begin(self._session.store, self._committees, key, self._today)
        self._propose()

    def _propose(self) -> None:
        rule = self.rule
        try:
            self.plan.propose(rule.key, rule.rule, rule.hour.hour, rule.between)
            self._say_rule(str(rule.rule))
        except ScrutinyError as error:
            self._say_rule("", str(error))
        self._show()
        if self.plan.lines:
            self.table.selectRow(0)

    def _say_rule(self, words: str, problem: str = "") -> None:
        self.words.setText(problem or f"{words[:1].upper()}{words[1:]}.")
        self.words.setProperty("look", "bad" if problem else "muted")
        self.words.style().polish(self.words)

    def _show(self) -> None:
        self.table.read_again()
        self._pick()
        lines = self.plan.lines
        taken = len(self.plan.days)
        troubled = sum(line.taken and not line.proposed.clear for line in lines)
        said = [f"{taken} of {len(lines)} taken"]
        said += [f"{troubled} to look at"] if troubled else []
        self.card.say(" \N{MIDDLE DOT} ".join(said) if lines else "none")
        self.ready.setText("Plan 1 meeting" if taken == 1 else f"Plan {taken} meeting&s")
        self.ready.setEnabled(taken > 0)

    @property
    def _row(self) -> int:
        return self.table.currentIndex().row()

    @property
    def _line(self) -> PlanLine | None:
        return self.plan.lines[self._row] if 0 <= self._row < len(self.plan.lines) else None

    def _pick(self) -> None:
        line = self._line
        self._move_to.setEnabled(line is not None)
        for action in self.actions_here:
            action.setEnabled(line is not None and self.isVisible())
        if line is not None:
            self.day.show_day(line.proposed.day)
            self.actions_here[2].setEnabled(line.proposed.instead is not None and self.isVisible())

    # --- what is decided ---

    def _decide(self, day: date | None, *, taken: bool = True) -> None:
        row = self._row
        if self._line is None:
            return
        if day is None:
            self.plan.take(row, taken=taken)
        else:
            self.plan.move(row, day)
        self._show()
        self.table.selectRow(row)

    def _move(self, day: object) -> None:
        if isinstance(day, date):
            self._decide(day)

    def _shift(self, by: int) -> None:
        if self._line is not None:
            self._decide(self._line.proposed.day + by * _ONE_DAY)

    def _instead(self) -> None:
        if self._line is not None and self._line.proposed.instead is not None:
            self._decide(self._line.proposed.instead)

    def _toggle(self) -> None:
        if self._line is not None:
            self._decide(None, taken=not self._line.taken)


def _columns() -> Sequence[Column[PlanLine]]:
    return (
        Column(
            "Day",
            lambda one: long_date(one.proposed.day),
            below=_against,
            faint=lambda one: not one.taken,
        ),
        Column("How it stands", _word, width=150, tone=_tone),
    )


def _against(line: PlanLine) -> str:
    said = [one.sentence for one in line.proposed.findings] or ["Nothing speaks against it."]
    if line.moved:
        said.insert(0, f"Moved from {long_date(line.by_rule)}.")
    return " ".join(said)


def _word(line: PlanLine) -> str:
    if not line.taken:
        return "Left out"
    return _TROUBLES[line.proposed.findings[0].trouble] if line.proposed.findings else "Clear"


def _tone(line: PlanLine) -> Tone:
    if not line.taken:
        return Tone.PLAIN
    return Tone.GOOD if line.proposed.clear else Tone.WARN
