"""A strip that asks for the password of a locked file, without standing in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from scrutiny_app.ui.viewer.reading import Reading


class PasswordStrip(QFrame):
    """Hidden until a file says it is locked. What is typed goes to the viewer and is wiped."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._reading = reading
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText("Password")
        self.field.setAccessibleName("Password")
        self.field.returnPressed.connect(self._try)
        self._show = _button("Show", "Shows what is typed, for whoever sits alone")
        self._show.setCheckable(True)
        self._show.toggled.connect(self._echo)
        unlock = _button("Unlock", "Opens the file with this password")
        unlock.setProperty("look", "first")
        unlock.clicked.connect(self._try)
        away = _button("Cancel", "Leaves the file locked")
        away.clicked.connect(reading.close_file)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self.sentence, 2)
        row.addWidget(self.field, 1)
        for button in (self._show, unlock, away):
            row.addWidget(button)
        reading.locked.connect(self._ask)
        for signal in (reading.opened, reading.closed, reading.recovered, reading.refused):
            signal.connect(self._put_away)
        self.hide()

    def _ask(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.field.setAccessibleDescription(sentence)
        self.show()
        self.field.setFocus()

    def _try(self) -> None:
        password = self.field.text()
        # An empty one would only ask the same question again
        if password:
            self.field.clear()
            self._reading.unlock(password)

    def _echo(self, shown: bool) -> None:  # noqa: FBT001 - a toggled button calls it
        mode = QLineEdit.EchoMode
        self.field.setEchoMode(mode.Normal if shown else mode.Password)

    def _put_away(self) -> None:
        self.field.clear()
        self._show.setChecked(False)
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._reading.close_file()
        else:
            super().keyPressEvent(event)


def _button(name: str, tells: str) -> QPushButton:
    button = QPushButton(name)
    button.setAccessibleName(name)
    button.setAccessibleDescription(tells)
    return button
