"""When and where a meeting is, who answers for it, and what may happen to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.meeting import ContactOfficer, Meeting
from scrutiny_app.domain.wording import listed
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import DayField, Field, HourField, LineField

_WIDTH = 760


class DetailsTab(MeetingTab):
    """Forms that are written as they are left."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self.day, self.hour = DayField(), HourField()
        self.place, self.year = LineField(), LineField()
        self.signatory = LineField()
        self.officer = {name: LineField() for name in ("name", "role", "telephone", "email")}
        self._cards = [self._sitting_card(), self._people_card()]
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in self._cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area)
        self._connect()
        self.theme.changed.connect(self._restyle)
        self._restyle()

    @override
    def show_agenda(self, agenda: Agenda) -> None:
        meeting = agenda.meeting
        self.day.show_day(meeting.held_on)
        self.hour.show_hour(meeting.starts_at)
        self.place.show_text(meeting.place)
        self.year.show_text(meeting.municipal_year)
        self.signatory.show_text(meeting.signatory)
        for name, field in self.officer.items():
            field.show_text(getattr(meeting.officer, name))
        told = meeting.published_at is not None
        for control in (self.day, self.hour, self.place):
            control.setEnabled(not told and not self.session.read_only)
        for control in (self.year, self.signatory, *self.officer.values()):
            control.setEnabled(not self.session.read_only)

    @override
    def settle(self) -> None:
        for field in (self.place, self.year, self.signatory, *self.officer.values()):
            field.settle()

    def _sitting_card(self) -> Card:
        card = Card(self.theme, "When and where")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(Field("&Day", self.day, "The day of the meeting"), 0, 0)
        grid.addWidget(Field("&Hour", self.hour, "When it begins"), 0, 1)
        grid.addWidget(Field("Municipal &year", self.year, "As in 2026/27"), 0, 2)
        grid.addWidget(Field("&Place", self.place, "Room and building"), 1, 0, 1, 3)
        card.body.addLayout(grid)
        return card

    def _people_card(self) -> Card:
        card = Card(self.theme, "Who answers for it")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        signs = Field("&Signatory", self.signatory, "Who signs the summons on the front sheet")
        grid.addWidget(signs, 0, 0, 1, 2)
        labels = {
            "name": ("Contact &officer", "Whom the public and councillors may ask"),
            "role": ("&Role", "Such as Governance Officer"),
            "telephone": ("&Telephone", "Printed on the front sheet"),
            "email": ("&E-mail", "Printed on the front sheet"),
        }
        for number, (name, (label, tells)) in enumerate(labels.items()):
            grid.addWidget(Field(label, self.officer[name], tells), 1 + number // 2, number % 2)
        card.body.addLayout(grid)
        return card

    def _connect(self) -> None:
        for field in (self.day, self.hour):
            field.settled.connect(self._amend)
        for line in (self.place, self.year, self.signatory, *self.officer.values()):
            line.settled.connect(self._amend)

    def _amend(self) -> None:
        before = self.desk.agenda.meeting
        officer = {name: field.text().strip() for name, field in self.officer.items()}
        after = replace(
            before,
            held_on=self.day.day,
            starts_at=self.hour.hour,
            place=self.place.text().strip(),
            municipal_year=self.year.text().strip(),
            signatory=self.signatory.text().strip(),
            officer=ContactOfficer(**officer),
        )
        if after != before:
            self.desk.do(
                _step_name(before, after), lambda store: store.meetings.write(after), joins=True
            )

    def _restyle(self) -> None:
        for card in self._cards:
            card.setMaximumWidth(self.theme.length(_WIDTH))


def _step_name(before: Meeting, after: Meeting) -> str:
    """Name what was changed, as undo says it."""
    names = {
        "day": before.held_on != after.held_on,
        "hour": before.starts_at != after.starts_at,
        "place": before.place != after.place,
        "municipal year": before.municipal_year != after.municipal_year,
        "signatory": before.signatory != after.signatory,
        "contact officer": before.officer != after.officer,
    }
    return f"Change the meeting's {listed(name for name, changed in names.items() if changed)}"
