"""A line to add members one after another: type a name, press Enter, type the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QPushButton

from scrutiny_app.domain.committee import Person, Role, Seat
from scrutiny_app.ui.committees.labels import ROLES, SEATS, choices
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row

# Room for "Councillor"
_TITLE = 98


@dataclass(frozen=True, slots=True)
class MemberAsked:
    """Whom to add, and how they sit."""

    title: str
    name: str
    seat: Seat
    role: Role


class AddMemberCard(Card):
    """``asked`` carries whom to add. The title and the seat stay for the next; the name goes."""

    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Add a member")
        self.person_title = LineField("Councillor")
        self.person_title.setCursorPosition(0)
        self._theme = theme
        self.name = LineField(placeholder="Name")
        self.seat = ChoiceField(choices(SEATS.items()))
        self.role = ChoiceField(choices(ROLES.items()))
        self.role.show_value(Role.MEMBER)
        self.add = QPushButton("A&dd")
        self.add.setAccessibleName("Add the member")
        self._name = Field("N&ame", self.name, "Enter adds the member; the line is then free again")
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        if names := completer.popup():
            # The list of names that are offered stands in no window but its own
            theme.dress(names)
        title = Field("&Title", self.person_title, "What stands before the name in the minutes")
        fields = [title, self._name, Field("&Sits as", self.seat), Field("Ro&le", self.role)]
        row = field_row(fields, [3, 5, 3, 3])
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.name.returnPressed.connect(self._ask)
        self.add.clicked.connect(self._ask)
        theme.changed.connect(self._restyle)
        self._restyle()

    def offer(self, people: Iterable[Person]) -> None:
        """Offer the names of those who are known."""
        self._known.setStringList([person.name for person in people])

    def _restyle(self) -> None:
        self.person_title.setMinimumWidth(self._theme.length(_TITLE))

    def _ask(self) -> None:
        name = " ".join(self.name.text().split())
        self._name.problem("" if name else "Type a name.")
        if name:
            asked = MemberAsked(
                " ".join(self.person_title.text().split()),
                name,
                Seat(self.seat.currentData()),
                Role(self.role.currentData()),
            )
            self.name.clear()
            self.role.show_value(Role.MEMBER)
            self.asked.emit(asked)
        self.name.setFocus()
