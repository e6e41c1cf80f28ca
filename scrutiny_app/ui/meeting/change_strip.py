"""Asks, without standing in the way, whether what was published is to be altered."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from scrutiny_app.jobs.preview_change import ChangePreview
from scrutiny_app.ui.meeting.agenda_changes import AgendaChanges


class ChangeStrip(QFrame):
    """Shows what a change would alter, and what that entails, before it is made."""

    def __init__(self, changes: AgendaChanges) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.setProperty("tone", "warn")
        self.sentence = QLabel(wordWrap=True)
        self.yes = QPushButton("&Yes, change what was published")
        self.yes.setAccessibleDescription("The change is made and kept in the history")
        self.no = QPushButton("&No, leave it as it is")
        self.yes.clicked.connect(changes.accept)
        self.no.clicked.connect(changes.leave)
        buttons = QVBoxLayout()
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(self.sentence, 1)
        row.addLayout(buttons)
        changes.asked.connect(self._ask)
        changes.settled.connect(self.hide)
        self.hide()

    def _ask(self, preview: ChangePreview) -> None:
        told = " ".join((*preview.major, preview.consequence))
        self.sentence.setText(f"The agenda is published. {told}")
        self.setAccessibleName(self.sentence.text())
        self.show()
        alert = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(alert)
        # Whoever types goes on typing; Alt and the letter of an answer lead here
        if not isinstance(self.window().focusWidget(), QLineEdit | QPlainTextEdit):
            self.no.setFocus()
