"""What a file would bring, looked at before anything is written: every row, every problem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card, fill
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.form import form_column, scrolled
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, rows_of
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

Row = TypeVar("Row")
_SIDE = 360
_GOOD = StatusLine(
    State.DONE, "Nothing is in the way", "What is known already is brought up to date."
)


class PreviewView(QWidget, Generic[Row]):
    """``accepted`` follows the one button that writes, ``left`` the other."""

    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Sequence[Row] = ()
        self.accept = new_action(self, "&Accept the import", "check", keys="Ctrl+Return")
        self.accept.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.leave = new_action(self, "Leave everything as it is")
        self.found = Card(theme, name)
        self.check = Card(theme, "To put right")
        self.table = RecordTable(theme, name, columns, rows_of(lambda: self._rows))
        self.lines = StatusList(theme, "Problems of the file")
        self.column = QVBoxLayout(self)
        self._place()
        self.accept.triggered.connect(self.accepted)
        self.leave.triggered.connect(self.left)

    def _place(self) -> None:
        fill(self.found, self.table)
        self.check.body.addWidget(scrolled(form_column(self.lines)), 1)
        for place, action in enumerate((self.accept, self.leave)):
            self.check.body.addWidget(button_for(action, first=not place))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.found, 1)
        row.addWidget(self.check)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addLayout(row, 1)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def show_rows(
        self, rows: Sequence[Row], words: str, problems: Sequence[str], notes: Sequence[str] = ()
    ) -> None:
        """Show what would come; while there are problems it cannot be accepted."""
        self._rows = rows
        self.found.say(words)
        self.check.title.setText("To put right" if problems else "Ready")
        lines = [StatusLine(State.PROBLEM, one) for one in problems] or [_GOOD]
        self.lines.show_lines([*lines, *(StatusLine(State.NOTE, one) for one in notes)])
        self.accept.setEnabled(not problems and bool(rows))
        self.table.read_again()

    def take_focus(self) -> None:
        """Begin at what would come."""
        if self._rows:
            self.table.selectRow(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self.check.setFixedWidth(self._theme.length(_SIDE))
