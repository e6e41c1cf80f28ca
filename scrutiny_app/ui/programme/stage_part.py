"""Where an item has got to and why, everything that happened to it, and its agenda."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.programme.moves import change_note, move_note, set_stage
from scrutiny_app.domain.programme.programme import ProgrammeChange, ProgrammeItem, Stage
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.programme.move_card import ReasonField
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.programme.words import capital, choices
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import told
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_STATES = {
    Stage.DONE: State.DONE,
    Stage.SCHEDULED: State.NEXT,
    Stage.DEFERRED: State.WARNING,
    Stage.REJECTED: State.PROBLEM,
    Stage.REFERRED: State.NOTE,
}
_NOTHING = "Nothing has happened to it yet. Every move and every stage is kept here."


class StagePart(QWidget):
    """Choose a stage, say why, keep it. ``changed`` follows."""

    changed = Signal()

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._desk = desk
        self.stage = ChoiceField(choices(Stage))
        self.why = ReasonField((), "Needed for what is put off, referred or turned down")
        self.to = LineField("", "The committee or body")
        self.keep = new_action(self, "Keep the stage", tells="Writes stage and reason")
        self.moved = told("", "field")
        self.history = StatusList(desk.theme, "What happened to it")
        self.nothing = told(_NOTHING)
        self._why = Field("&Reason", self.why, "Printed with what was not taken in")
        self._to = Field("Referred to", self.to)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(Field("Sta&ge", self.stage, "Where it has got to"))
        column.addWidget(self._to)
        column.addWidget(self._why)
        self.button = button_for(self.keep)
        column.addWidget(self.button)
        column.addSpacing(6)
        for widget in (self.moved, self.history, self.nothing):
            column.addWidget(widget)
        column.addStretch(1)
        self.stage.chosen.connect(lambda _stage: self._fit())
        self.why.entered.connect(self._keep)
        self.keep.triggered.connect(self._keep)

    def show_item(self, item: ProgrammeItem) -> None:
        """Show an item's stage and history."""
        self.stage.show_value(item.stage)
        self.to.show_text(item.referred_to)
        self.why.begin()
        self._why.problem("")
        note = move_note(item)
        self.moved.setText(f"{capital(note)}." if note else "")
        self.moved.setVisible(bool(note))
        self.history.show_lines([_line(change) for change in reversed(item.changes)])
        self.nothing.setVisible(not item.changes)
        self._fit()

    def begin(self, stage: Stage) -> None:
        """Ask why an item is at another stage."""
        self.stage.show_value(stage)
        self._fit()
        self.why.setFocus()

    def _fit(self) -> None:
        item, stage = self._desk.item, Stage(self.stage.currentData())
        differs = item is not None and stage is not item.stage
        self._to.setVisible(stage is Stage.REFERRED)
        self._why.setVisible(differs)
        self.button.setVisible(differs)
        self.keep.setEnabled(differs and self._desk.may_write)

    def _keep(self) -> None:
        item, stage = self._desk.item, Stage(self.stage.currentData())
        if item is None or stage is item.stage:
            return
        to, why = self.to.text().strip(), self.why.reason
        if stage is Stage.REFERRED and not to:
            self._to.problem("Say to which committee or body.")
            self.to.setFocus()
            return
        self._to.problem("")

        def change(one: ProgrammeItem) -> ProgrammeItem:
            after = set_stage(one, stage, on=self._desk.today, reason=why)
            return replace(after, referred_to=to if stage is Stage.REFERRED else "")

        if self._desk.change(item.id, change, f'"{item.title}" is {stage}'):
            self.changed.emit()
        else:
            self.begin(stage)


def _line(change: ProgrammeChange) -> StatusLine:
    state = _STATES.get(change.stage_after, State.AHEAD)
    return StatusLine(state, change_note(change), long_date(change.changed_on, DAY_DATE))
