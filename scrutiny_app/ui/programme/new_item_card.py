"""A new item in one line: what it is called and where it goes; the rest is in its card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from scrutiny_app.domain.programme.lanes import LaneKey
from scrutiny_app.ui.programme.asking_card import AskingCard
from scrutiny_app.ui.programme.words import lane_choices, lane_code, lane_from
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row


class NewItemCard(AskingCard):
    """``made`` carries a title and a column."""

    made = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "New item")
        self.name = LineField("", "What the committee is to look at")
        self._name = Field("&Title", self.name, "As it will be printed")
        self.where = ChoiceField()
        self.add = new_action(self, "Add it")
        row = field_row([self._name, Field("Whe&re", self.where)], [3, 1])
        for place, action in enumerate((self.add, self.leave)):
            row.addWidget(button_for(action, first=not place), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.name.returnPressed.connect(self._make)
        self.add.triggered.connect(self._make)

    def begin(self, lane: LaneKey | None, lanes: Sequence[LaneKey]) -> None:
        """Ask for an item, at first for this column."""
        self.where.offer(lane_choices(lanes))
        if lane is not None:
            self.where.show_value(lane_code(lane))
        self.name.clear()
        self._name.problem("")
        self.show()
        self.name.setFocus()

    def _make(self) -> None:
        title = " ".join(self.name.text().split())
        if not title:
            self._name.problem("Type what it is called.")
            self.name.setFocus()
            return
        self.made.emit(title, lane_from(self.where.currentData()))
