"""When and where a meeting is, who answers for it, and what may happen to it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.meeting import ContactOfficer, Meeting
from scrutiny_app.domain.paper import WithheldPlace
from scrutiny_app.domain.wording import DAY_DATE, listed, long_date
from scrutiny_app.ui.meeting.documents_card import DocumentsCard
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.standing_card import StandingCard
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import ChoiceField, DayField, Field, HourField, LineField
from scrutiny_app.ui.widgets.open_day_field import OpenDayField

_WIDTH = 760
# From this width on the cards stand in two columns
_BESIDE = 960
_PLACES: tuple[tuple[str, WithheldPlace | None], ...] = (
    ("As the house style has them", None),
    ("Behind all public papers", WithheldPlace.LAST),
    ("Where the agenda lists them", WithheldPlace.LISTED),
)


class DetailsTab(MeetingTab):
    """Forms that are written as they are left."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self.day, self.hour = DayField(), HourField()
        self.place, self.year = LineField(), LineField()
        self.signatory = LineField()
        self.officer = {name: LineField() for name in ("name", "role", "telephone", "email")}
        self.called = OpenDayField(self.theme, "With full notice")
        self.why = LineField(placeholder="Why it was called with less than full notice")
        self.private = ChoiceField(_PLACES)
        self.standing = StandingCard(desk)
        self.documents = DocumentsCard(desk)
        self.remove = new_action(self, "Remove the meeting", "trash")
        self.remove.triggered.connect(self._remove)
        self._cards = [
            self._sitting_card(),
            self._people_card(),
            self._notice_card(),
            self.standing,
            self.documents,
            self._removal_card(),
        ]
        inner = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._columns.setContentsMargins(0, 0, 4, 0)
        self._columns.setSpacing(12)
        for cards in (self._cards[:3], self._cards[3:]):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column)
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
        self.called.show_day(meeting.convened_on)
        self.why.show_text(meeting.short_notice_reason)
        self.private.show_value(meeting.withheld_papers)
        self.private.setEnabled(not told and not self.session.read_only)
        for control in (
            *(self.year, self.signatory, self.called, self.why),
            *self.officer.values(),
        ):
            control.setEnabled(not self.session.read_only)
        self.standing.show_agenda(agenda)
        self.documents.show_agenda(agenda)
        self._removal.setVisible(not told)
        self.remove.setEnabled(not self.session.read_only)

    def _sitting_card(self) -> Card:
        card = Card(self.theme, "When and where")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addWidget(Field("&Day", self.day, "The day of the meeting"), 0, 0)
        grid.addWidget(Field("Ho&ur", self.hour, "When it begins"), 0, 1)
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
            "email": ("E-m&ail", "Printed on the front sheet"),
        }
        for number, (name, (label, tells)) in enumerate(labels.items()):
            grid.addWidget(Field(label, self.officer[name], tells), 1 + number // 2, number % 2)
        card.body.addLayout(grid)
        return card

    def _notice_card(self) -> Card:
        card = Card(self.theme, "Notice and private papers")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        day = "The day it was called, where that left less than full notice"
        self._called = Field("Called at short notice on", self.called, day)
        grid.addWidget(self._called, 0, 0)
        grid.addWidget(Field("Reason for short &notice", self.why, "Kept on record"), 0, 1)
        stand = "Where packs have exempt and confidential papers; publishing settles it"
        grid.addWidget(Field("Private papers stand", self.private, stand), 1, 0)
        card.body.addLayout(grid)
        return card

    def _removal_card(self) -> Card:
        card = Card(self.theme, "Remove it")
        row = QHBoxLayout()
        words = QLabel("With everything on its agenda. It can be taken back.", wordWrap=True)
        words.setProperty("look", "muted")
        row.addWidget(button_for(self.remove))
        row.addWidget(words, 1)
        card.body.addLayout(row)
        self._removal = card
        return card

    def _remove(self) -> None:
        meeting = self.desk.agenda.meeting
        name = f"Remove the meeting of {long_date(meeting.held_on, DAY_DATE)}"
        if self.desk.do(name, lambda store: store.meetings.remove(meeting.id)):
            self.desk.go(Place(Room.MEETINGS))
            self.desk.tell("The meeting is removed; Ctrl+Z brings it back")

    def _connect(self) -> None:
        for field in (self.day, self.hour):
            field.settled.connect(self._amend)
        for line in (
            *(self.place, self.year, self.signatory, self.why),
            *self.officer.values(),
        ):
            line.settled.connect(self._amend)
        self.called.day_settled.connect(self._amend)
        self.called.refused.connect(self._called.problem)
        self.private.chosen.connect(self._amend)

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
            convened_on=self.called.day_or(before.convened_on),
            short_notice_reason=self.why.text().strip(),
            withheld_papers=self._private_place(),
        )
        if after != before:
            self.desk.do(
                _step_name(before, after), lambda store: store.meetings.write(after), joins=True
            )

    def _private_place(self) -> WithheldPlace | None:
        chosen = self.private.currentData()
        return WithheldPlace(str(chosen)) if chosen else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= self.theme.length(_BESIDE)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if beside else way.TopToBottom)

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
        "day of calling": before.convened_on != after.convened_on,
        "reason for short notice": before.short_notice_reason != after.short_notice_reason,
        "place for private papers": before.withheld_papers != after.withheld_papers,
    }
    return f"Change the meeting's {listed(name for name, changed in names.items() if changed)}"
