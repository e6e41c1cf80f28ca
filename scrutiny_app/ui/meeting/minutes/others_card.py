"""Who else came: officers, witnesses, guests, with what they came as."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton
from typing_extensions import override

from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.minutes import Attendee
from scrutiny_app.store.keys import new_key
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card


class OthersCard(Card):
    """``settled`` carries the whole list when somebody is added or taken off."""

    settled = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Others in attendance")
        self._others: tuple[Attendee, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName("Others in attendance")
        self.list.setAccessibleDescription("Delete takes somebody off, Alt+Up and Alt+Down move")
        self.list.installEventFilter(self)
        self.name = QLineEdit(placeholderText="Name")
        self.name.setAccessibleName("Name of somebody who came")
        self.role = QLineEdit(placeholderText="What they came as")
        self.role.setAccessibleName("What they came as")
        self.add = QPushButton("&Add")
        self.add.setAccessibleName("Add somebody who came")
        row = QHBoxLayout()
        row.addWidget(self.name, 2)
        row.addWidget(self.role, 3)
        row.addWidget(self.add)
        self.body.addWidget(self.list)
        self.body.addLayout(row)
        self.add.clicked.connect(self._add)
        for field in (self.name, self.role):
            field.returnPressed.connect(self._add)

    def show_others(self, others: Sequence[Attendee], *, may: bool) -> None:
        """Show who came."""
        row = self.list.currentRow()
        self._others = tuple(others)
        self.list.clear()
        for one in others:
            words = f"{one.full_name}, {one.role}" if one.role else one.full_name
            self.list.addItem(QListWidgetItem(words))
        self.list.setCurrentRow(min(row, len(self._others) - 1))
        height = self.list.sizeHintForRow(0) if others else self.fontMetrics().lineSpacing() + 8
        self.list.setFixedHeight(height * max(1, min(6, len(self._others))) + 8)
        for control in (self.name, self.role, self.add):
            control.setEnabled(may)

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self.name.setFocus()
            return
        role = " ".join(self.role.text().split())
        self.name.clear()
        self.role.clear()
        self.name.setFocus()
        one = Attendee(PersonId(new_key()), name, "", role)
        self.settled.emit((*self._others, one))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.list.currentRow()
            if event.key() == Qt.Key.Key_Delete and row >= 0 and self.add.isEnabled():
                self.settled.emit((*self._others[:row], *self._others[row + 1 :]))
                return True
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and self.add.isEnabled():
                by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
                if by and 0 <= row + by < len(self._others):
                    self._move(row, row + by)
                    return True
        return super().eventFilter(watched, event)

    def _move(self, row: int, to: int) -> None:
        moved = list(self._others)
        moved.insert(to, moved.pop(row))
        self.list.setCurrentRow(to)
        self.settled.emit(tuple(moved))
