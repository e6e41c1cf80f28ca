"""One meeting planned: while its day is chosen, the last day to publish is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.standing_items import with_business_of
from scrutiny_app.jobs.plan_meeting import plan_meeting, standing_items_of
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from scrutiny_app.ui.meetings.notice_lines import NoticeLines
from scrutiny_app.ui.session import Session
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, DayField, Field, HourField, LineField
from scrutiny_app.ui.widgets.form import field_row

_FOUR_WEEKS = timedelta(days=28)
_WEEK = 7
_MORNING = time(10)
_STANDING, _BUSINESS = "standing items", "business"


class NewMeetingCard(Card):
    """``asked`` carries the agenda to be written, ``given_up`` follows Escape and Cancel."""

    asked = Signal(object)
    given_up = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, "New meeting")
        self._session = session
        self._agenda: Agenda | None = None
        self.committee = ChoiceField()
        self.day, self.hour = DayField(), HourField(_MORNING)
        self.place = LineField(placeholder="Room and building")
        self.begins = ChoiceField()
        self.notice = NoticeLines(theme)
        self.ready = QPushButton("&Plan the meeting")
        self.cancel = QPushButton("Cancel")
        self._day = Field("&Day", self.day, "The last day to publish is shown below")
        self._place_all()
        self.committee.chosen.connect(lambda _key: self._suggest())
        self.day.dateChanged.connect(lambda _day: self._look())
        self.hour.timeChanged.connect(lambda _hour: self._look())
        self.place.returnPressed.connect(self._ask)
        self.ready.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.given_up)

    def _place_all(self) -> None:
        committee = Field("&Committee", self.committee)
        hour, place = Field("Ho&ur", self.hour), Field("P&lace", self.place)
        begins = Field("&Begins with", self.begins, "What stands on the agenda to begin with")
        self.body.addLayout(field_row([committee, self._day, hour], [3, 2, 1]))
        self.body.addLayout(field_row([place, begins], [3, 3]))
        self.ready.setProperty("look", "first")
        self.ready.setAccessibleName("Plan the meeting")
        self.cancel.setAccessibleName("Cancel")
        foot = QHBoxLayout()
        foot.addWidget(self.notice, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(foot)
        # Nothing of it is cut off where the window is low: the page scrolls instead
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def begin(self, committees: Sequence[Committee], chosen: str, day: date | None = None) -> None:
        """Offer a form for a committee, with what its last meeting suggests."""
        self.committee.offer([(one.name, one.id) for one in committees])
        self.committee.show_value(chosen or committees[0].id)
        self._suggest()
        if day is not None:
            self.day.show_day(day)
        self._look()
        (self.day if chosen or len(committees) == 1 else self.committee).setFocus()

    @property
    def _store(self) -> Store:
        return self._session.store

    @property
    def _key(self) -> CommitteeId:
        return CommitteeId(str(self.committee.currentData()))

    @property
    def _last(self) -> Meeting | None:
        """The committee's latest meeting that was or is to be held."""
        gone = (Standing.CANCELLED, Standing.MOVED)
        held = [one for one in self._store.meetings.of(self._key) if one.standing not in gone]
        return held[-1] if held else None

    def _suggest(self) -> None:
        """Fill in what the meeting before makes likely: its weekday, its hour and its place."""
        last = self._last
        today = local_moment(self._session.now()).date()
        after = max(today, last.held_on if last else today) + _FOUR_WEEKS
        weekday = last.held_on.weekday() if last else 3
        self.day.show_day(after + timedelta(days=(weekday - after.weekday()) % _WEEK))
        self.hour.show_hour(last.starts_at if last else _MORNING)
        self.place.show_text(last.place if last else "")
        choices: list[tuple[str, object]] = [("The committee's standing items", _STANDING)]
        if last is not None:
            choices.append(("Those and the last meeting's business, without papers", _BUSINESS))
        self.begins.offer(choices)
        self.begins.show_value(_STANDING)
        self._look()

    def _look(self) -> None:
        """Plan the meeting as far as it is filled in, and show what that means for its notice."""
        self._agenda = None
        try:
            agenda = plan_meeting(self._store, self._key, self.day.day, self.hour.hour)
            self.notice.show_agenda(self._store, agenda, self._session.now())
            self._agenda = agenda
            self._day.problem("")
        except ScrutinyError as error:
            self._day.problem(str(error))
            self.notice.clear()
        self.ready.setEnabled(self._agenda is not None)

    def _ask(self) -> None:
        agenda = self._agenda
        if agenda is None:
            self.day.setFocus()
            return
        place = " ".join(self.place.text().split())
        agenda = replace(agenda, meeting=replace(agenda.meeting, place=place))
        self.asked.emit(self._begun(agenda))

    def _begun(self, agenda: Agenda) -> Agenda:
        last = self._last
        if self.begins.currentData() != _BUSINESS or last is None:
            return agenda
        style = agenda.council.house_style
        standing = standing_items_of(self._store, agenda.committee.id, style)
        before = self._store.agendas.read(last.id).items
        return replace(agenda, items=with_business_of(agenda.items, before, standing, new_key))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
