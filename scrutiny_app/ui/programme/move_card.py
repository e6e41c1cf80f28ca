"""Why was it moved? Asked in a small card below the board; the answer is printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton

from scrutiny_app.domain.programme.lanes import LaneKey, lane_name, lane_of
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.ui.programme.asking_card import AskingCard
from scrutiny_app.ui.programme.words import lane_choices, lane_code, lane_from
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.form import field_row


class ReasonField(QComboBox):
    """A line to type in, with reasons to choose from. ``entered`` follows Enter."""

    entered = Signal()

    def __init__(self, reasons: Sequence[str], placeholder: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.addItems(list(reasons))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        line.setPlaceholderText(placeholder)
        line.returnPressed.connect(self.entered)
        self.setLineEdit(line)
        self.begin()

    @property
    def reason(self) -> str:
        """What was typed or chosen."""
        return " ".join(self.currentText().split())

    def begin(self) -> None:
        """Be empty again."""
        self.setCurrentIndex(-1)
        self.clearEditText()


class MoveCard(AskingCard):
    """``agreed`` carries item, column and reason."""

    agreed = Signal(object, object, str)

    def __init__(self, theme: Theme, reasons: Sequence[str]) -> None:
        super().__init__(theme, "Why was it moved?", "Leave it where it is")
        self._item: ProgrammeItem | None = None
        self.to = ChoiceField()
        self.why = ReasonField(reasons, "Choose a reason, or type one; it is printed")
        self._why = Field("&Reason", self.why, "Kept with the item and printed with the programme")
        self.go = new_action(self, "Move it")
        row: QHBoxLayout = field_row([Field("&To", self.to), self._why], [1, 2])
        buttons: tuple[QPushButton, ...] = (
            button_for(self.go, first=True),
            button_for(self.leave),
        )
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.why.entered.connect(self._agree)
        self.go.triggered.connect(self._agree)

    def ask(self, item: ProgrammeItem, to: LaneKey, lanes: Sequence[LaneKey]) -> None:
        """Ask why an item moves to a column, which may still be changed."""
        self._item = item
        self.say(f"{item.title}, from {lane_name(lane_of(item))}")
        self.to.offer(lane_choices(key for key in lanes if key != lane_of(item)))
        self.to.show_value(lane_code(to))
        self._why.problem("")
        self.why.begin()
        self.show()
        self.why.setFocus()

    def _agree(self) -> None:
        if self._item is None:
            return
        if not self.why.reason:
            self._why.problem("Say why it moves; a few words will do.")
            self.why.setFocus()
            return
        self.agreed.emit(self._item, lane_from(self.to.currentData()), self.why.reason)
