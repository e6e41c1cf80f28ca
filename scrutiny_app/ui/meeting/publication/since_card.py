"""What came since the agenda was published, and the files that bring it to people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.issue import ChangesSince
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_MORE = "\N{HORIZONTAL ELLIPSIS}"


class SinceCard(Card):
    """Changes in sentences, and buttons for a supplement and a reading copy."""

    wants_supplement = Signal()
    wants_copy = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Since it was published")
        self.list = StatusList(theme, "What came since")
        self.edition = ChoiceField(
            [("For the public", Edition.PUBLIC), ("Full, for members", Edition.FULL)]
        )
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password = Field(
            "Pass&word, if it is to be locked",
            self.password,
            "Locks the full edition (AES-256); it is kept nowhere",
        )
        self.supplement = _button(
            f"Issue a &supplement{_MORE}", "Its pages go on from the last; it cannot be undone"
        )
        self.copy = _button(
            f"Write a &reading copy{_MORE}", "Everything issued so far under the same numbers"
        )
        self.supplement.clicked.connect(self.wants_supplement)
        self.copy.clicked.connect(self.wants_copy)
        self.edition.chosen.connect(self._choose)
        self.told = QLabel(wordWrap=True)
        self.told.setProperty("look", "muted")
        self.told.hide()
        buttons = QHBoxLayout()
        for button in (self.supplement, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        tells = "The full edition holds exempt and confidential papers, every page of them marked"
        self.body.addWidget(self.list)
        self.body.addWidget(Field("E&dition", self.edition, tells))
        self.body.addWidget(self._password)
        self.body.addLayout(buttons)
        self.body.addWidget(self.told)
        self._password.hide()

    def show_changes(self, changes: ChangesSince, *, supplements: int, may: bool) -> None:
        """Show how the agenda differs from what people have."""
        lines = [StatusLine(State.WARNING, one) for one in changes.major]
        lines += [StatusLine(State.NOTE, one) for one in changes.minor]
        came = bool(lines)
        if not came:
            lines = [StatusLine(State.DONE, "Nothing came since; what people have is complete")]
        self.list.show_lines(lines)
        # A supplement that was issued can be written again, in the other edition too
        self.supplement.setEnabled(may and (came or supplements > 0))
        self.copy.setEnabled(may and not came)

    def say_notes(self, notes: tuple[str, ...]) -> None:
        """Show what is to be done with paper copies."""
        self.told.setText("\n".join(notes))
        self.told.setVisible(bool(notes))

    def _choose(self, edition: object) -> None:
        full = edition == Edition.FULL
        self._password.setVisible(full)
        if not full:
            self.password.clear()


def _button(words: str, tells: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(words.replace("&", "").rstrip(_MORE))
    button.setAccessibleDescription(tells)
    button.setToolTip(tells)
    return button
