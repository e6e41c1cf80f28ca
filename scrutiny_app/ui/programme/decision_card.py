"""One decision of the forward plan in full, and what to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.programme.forward_plan import PlanEntry, PlanFinding
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, TextField
from scrutiny_app.ui.widgets.form import field_row, form_column, scrolled
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList
from scrutiny_app.ui.widgets.typing_in import forget_typing

# A day is longer than what stands beside it
_DAY_SHARES = (5, 3)
_LINES = {
    "reference": "Referen&ce",
    "decision_maker": "Decided &by",
    "period": "Or when, in word&s",
    "portfolio_holder": "&Portfolio holder",
    "lead_officer": "&Lead officer",
}


class DecisionCard(Card):
    """``changed`` carries the entry as it is to be written."""

    changed = Signal(object)

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__(desk.theme, "Decision")
        self._desk = desk
        self._entry: PlanEntry | None = None
        self.title_line = TextField(lines=2)
        self.lines = {name: LineField() for name in _LINES}
        self.decided = OpenDayField(desk.theme, "No day yet")
        self.notice = OpenDayField(desk.theme, "Not published")
        self.committee = ChoiceField()
        self.key = QCheckBox("&Key decision")
        self.private = QCheckBox("Part in priv&ate")
        self.findings = StatusList(desk.theme, "What to know of the decision")
        self.plan = new_action(self, "&Make an item of it", "list-plus")
        self.jump = new_action(self, "Go to its item", "arrow-right")
        self._decided = Field("Decided &on", self.decided)
        self._notice = Field("Notice p&ublished", self.notice)
        self._place()
        self._connect()

    def _place(self) -> None:
        fields = {name: Field(label, self.lines[name]) for name, label in _LINES.items()}
        whole = form_column(self.findings, Field("T&itle", self.title_line))
        column = whole.layout()
        ticks = QHBoxLayout()
        for box in (self.key, self.private):
            box.setAccessibleName(box.text().replace("&", ""))
            ticks.addWidget(box)
        ticks.addStretch(1)
        rows = (
            field_row([self._decided, fields["period"]], _DAY_SHARES),
            ticks,
            field_row([self._notice, fields["reference"]], _DAY_SHARES),
            field_row([fields["decision_maker"]]),
            field_row([fields["lead_officer"], fields["portfolio_holder"]]),
            field_row([Field("In the remit of", self.committee)]),
        )
        if column is not None:
            for place, row in enumerate(rows, start=2):
                column.insertLayout(place, row)  # type: ignore[attr-defined]
        self.body.addWidget(scrolled(whole), 1)
        self._buttons = {action: button_for(action) for action in (self.plan, self.jump)}
        for button in self._buttons.values():
            self.body.addWidget(button)

    def _connect(self) -> None:
        self.title_line.settled.connect(lambda words: self._set(title=" ".join(words.split())))
        for name, line in self.lines.items():
            line.settled.connect(lambda words, name=name: self._set(**{name: words.strip()}))
        self.decided.day_settled.connect(lambda day: self._set(decision_on=day))
        self.notice.day_settled.connect(lambda day: self._set(notice_on=day))
        self.decided.refused.connect(self._decided.problem)
        self.notice.refused.connect(self._notice.problem)
        self.key.clicked.connect(lambda on: self._set(key=on))
        self.private.clicked.connect(lambda on: self._set(private=on))
        self.committee.chosen.connect(
            lambda key: self._set(committee=CommitteeId(key) if key else None)
        )

    @property
    def entry(self) -> PlanEntry | None:
        """The decision that is shown."""
        return self._entry

    def show_entry(self, entry: PlanEntry | None, findings: Sequence[PlanFinding]) -> None:
        """Show a decision with what was found of it."""
        if self._entry is not None and (entry is None or entry.id != self._entry.id):
            self.settle()
            forget_typing(self)
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.title_line.show_text(entry.title)
        for name, line in self.lines.items():
            line.show_text(getattr(entry, name))
        with QSignalBlocker(self.decided), QSignalBlocker(self.notice):
            self.decided.show_day(entry.decision_on)
            self.notice.show_day(entry.notice_on)
        self.key.setChecked(entry.key)
        self.private.setChecked(entry.private)
        committees = self._desk.session.store.committees.list()
        self.committee.offer([("Not said", ""), *((one.name, one.id) for one in committees)])
        self.committee.show_value(entry.committee or "")
        self.findings.show_lines([_line(one) for one in findings])
        write = self._desk.may_write
        self.plan.setEnabled(write and entry.item is None and self._desk.shown)
        self.jump.setEnabled(entry.item is not None)
        for action, button in self._buttons.items():
            button.setVisible(action.isEnabled())

    def settle(self) -> None:
        """Write what is still being typed."""
        if self._entry is not None and self._desk.may_write:
            self.title_line.settle()
            for line in (*self.lines.values(), self.decided, self.notice):
                line.settle()

    def _set(self, **values: str | bool | date | None) -> None:
        if self._entry is None or values.get("title") == "":
            return
        changed: dict[str, Any] = dict(values)
        self.changed.emit(replace(self._entry, **changed))


def _line(finding: PlanFinding) -> StatusLine:
    state = State.NOTE if finding.severity is Severity.NOTE else State.WARNING
    return StatusLine(state, finding.message)
