"""One member's attendance in detail: substitute, reason, times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from scrutiny_app.domain.committee import Membership, Person
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.minutes import Attendance
from scrutiny_app.domain.minutes.noted_minutes import NotedAttendance
from scrutiny_app.store.keys import new_key
from scrutiny_app.ui.meeting.minutes.members_card import WORDS
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField, OpenChoiceField
from scrutiny_app.ui.widgets.open_hour_field import OpenHourField
from scrutiny_app.ui.widgets.typing_in import forget_typing


class MemberCard(Card):
    """``settled`` carries the member and what is noted of them, whenever something changed."""

    settled = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Member")
        self._member: Membership | None = None
        self._noted = NotedAttendance()
        self._people: dict[str, Person] = {}
        self.attendance = ChoiceField((words, one) for one, words in WORDS.items())
        self.substitute = LineField(placeholder="Councillor Jo Bloggs")
        self.reason = OpenChoiceField()
        self.publish = QCheckBox("The reason may be published")
        self.remote = QCheckBox("Joined from elsewhere")
        self.arrived = OpenHourField("From the start")
        self.left = OpenHourField("To the end")
        self._place()
        self._connect()

    def _place(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field("A&ttendance", self.attendance), 0, 0)
        self._substitute = Field(
            "S&ubstitute", self.substitute, "Who sat in their place, with the title"
        )
        self._reason = Field("&Reason", self.reason, "Kept out of the public minutes unless ticked")
        self._arrived = Field("Arri&ved at", self.arrived, "Empty if from the start")
        self._left = Field("&Left at", self.left, "Empty if to the end")
        grid.addWidget(self._substitute, 0, 1)
        grid.addWidget(self._arrived, 1, 0)
        grid.addWidget(self._left, 1, 1)
        grid.addWidget(self._reason, 2, 0)
        grid.addWidget(self.publish, 2, 1)
        grid.addWidget(self.remote, 3, 0)
        self.body.addLayout(grid)

    def _connect(self) -> None:
        self.attendance.chosen.connect(self._settle)
        self.substitute.settled.connect(self._settle)
        self.reason.settled.connect(self._settle)
        for tick in (self.publish, self.remote):
            tick.clicked.connect(self._settle)
        for hour, field in ((self.arrived, self._arrived), (self.left, self._left)):
            hour.hour_settled.connect(self._settle)
            hour.refused.connect(field.problem)

    def offer(self, reasons: Sequence[str], people: Sequence[Person]) -> None:
        """Offer the council's usual reasons and the people known so far as substitutes."""
        self._people = {one.full_name.casefold(): one for one in people}
        self.reason.offer(reasons)

    def show_member(self, member: Membership, noted: NotedAttendance, *, may: bool) -> None:
        """Show what is noted of a member."""
        if self._member is not None and self._member.id != member.id:
            self.settle()
            forget_typing(self)
        self._member, self._noted = member, noted
        self.title.setText(member.person.full_name)
        self.setAccessibleName(member.person.full_name)
        self.attendance.show_value(noted.attendance)
        self.substitute.show_text(noted.substitute.full_name if noted.substitute else "")
        self.reason.show_text(noted.reason)
        self.publish.setChecked(noted.publish_reason)
        self.remote.setChecked(noted.remote)
        self.arrived.show_hour(noted.arrived)
        self.left.show_hour(noted.left)
        sat = noted.attendance in (Attendance.PRESENT, Attendance.SUBSTITUTED)
        self._substitute.setVisible(noted.attendance is Attendance.SUBSTITUTED)
        for field in (self._arrived, self._left, self.remote):
            field.setVisible(sat)
        for field in (self._reason, self.publish):
            field.setVisible(not sat and noted.attendance is not Attendance.EXPECTED)
        self.setEnabled(may)

    def settle(self) -> None:
        """Tell what is still being typed."""
        for field in (self.substitute, self.reason, self.arrived, self.left):
            field.settle()

    def _settle(self) -> None:
        if self._member is None:
            return
        now = replace(
            self._noted,
            attendance=Attendance(self.attendance.currentData()),
            substitute=self._sat(),
            reason=self.reason.currentText().strip(),
            publish_reason=self.publish.isChecked(),
            remote=self.remote.isChecked(),
            arrived=self.arrived.hour_or(self._noted.arrived),
            left=self.left.hour_or(self._noted.left),
        )
        if now != self._noted:
            self._noted = now
            self.settled.emit(self._member, now)

    def _sat(self) -> Person | None:
        """Return the substitute: somebody known, the one noted before, or somebody new."""
        name = " ".join(self.substitute.text().split())
        if not name:
            return None
        if self._noted.substitute is not None and self._noted.substitute.full_name == name:
            return self._noted.substitute
        known = self._people.get(name.casefold())
        if known is not None:
            return known
        title, _, rest = name.partition(" ")
        titled = title in {"Councillor", "Cllr"} and bool(rest)
        return Person(PersonId(new_key()), rest if titled else name, "Councillor" if titled else "")
