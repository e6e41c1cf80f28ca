"""A list of things noted under an item, each a sentence, with a form below to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme

Record = TypeVar("Record")


class Entries(QWidget, Generic[Record]):
    """``settled`` carries all the records when one is added or taken off; opened by its heading.

    ``read`` returns what the form says, or raises ``WrongInput`` with what it lacks.
    """

    settled = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        form: QWidget,
        says: Callable[[Record], str],
        read: Callable[[], Record],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._says, self._read = says, read
        self._records: tuple[Record, ...] = ()
        self.heading = QToolButton()
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription("Delete takes one off")
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        self.add = QPushButton("Add")
        self.add.setAccessibleName(f"Add to {name}")
        self.problem = QLabel(wordWrap=True)
        self.problem.setProperty("look", "bad")
        self._inner = QWidget()
        self._place(form)
        self.heading.toggled.connect(self._open)
        self.add.clicked.connect(self._add)
        theme.changed.connect(self._say)
        self._open(opened=False)

    def _place(self, form: QWidget) -> None:
        inside = QVBoxLayout(self._inner)
        inside.setContentsMargins(24, 0, 0, 6)
        inside.addWidget(self.list)
        inside.addWidget(form)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.problem, 1)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self._inner)

    def show_records(self, records: Sequence[Record], *, may: bool) -> None:
        """Show what is noted."""
        self._records = tuple(records)
        row = self.list.currentRow()
        self.list.clear()
        for one in records:
            self.list.addItem(self._says(one))
        self.list.setCurrentRow(min(row, len(self._records) - 1))
        self.list.setVisible(bool(records))
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 2 * max(1, len(records)) + 10)
        self.add.setEnabled(may)
        self._say()

    def open(self) -> None:
        """Show the form."""
        self.heading.setChecked(True)

    def _open(self, opened: bool) -> None:  # noqa: FBT001  Qt's signal
        self._inner.setVisible(opened)
        self._say()

    def _say(self) -> None:
        count = f" ({len(self._records)})" if self._records else ""
        self.heading.setText(f"{self._name}{count}")
        opened = self.heading.isChecked()
        self.heading.setAccessibleName(f"{self._name}{count}, {'open' if opened else 'closed'}")
        name = "chevron-down" if opened else "chevron-right"
        self.heading.setIcon(icon(name, self._theme.tokens.muted, size=self._theme.length(16)))

    def _add(self) -> None:
        try:
            record = self._read()
        except WrongInput as error:
            self.problem.setText(str(error))
            return
        self.problem.setText("")
        self.settled.emit((*self._records, record))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.list.currentRow()
            if event.key() == Qt.Key.Key_Delete and row >= 0 and self.add.isEnabled():
                self.settled.emit((*self._records[:row], *self._records[row + 1 :]))
                return True
        return super().eventFilter(watched, event)
