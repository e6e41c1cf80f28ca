"""What becomes of a meeting: held, inquorate, cancelled, or gone on with on another day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.standing import (
    Continuation,
    Sitting,
    adjourn,
    cancel,
    carried_over,
    find_inquorate,
    hold,
    move,
)
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.standing_chip import standing_chip
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Chip
from scrutiny_app.ui.widgets.fields import DayField, Field, HourField, LineField

_TELLS = {
    Standing.PLANNED: "Its agenda is not published yet. Change its day under When and where.",
    Standing.PUBLISHED: "Its agenda is published.",
    Standing.HELD: "It has been held.",
    Standing.INQUORATE: "It could do no business for want of a quorum.",
    Standing.ADJOURNED: "It was adjourned, and goes on on another day.",
    Standing.MOVED: "It was moved; another meeting has its business.",
    Standing.CANCELLED: "It will not take place.",
}


class StandingCard(Card):
    """Offers what the meeting may become now; each is a step that can be taken back."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.theme, "How it stands")
        self._desk = desk
        self._meeting: Meeting | None = None
        self.chip = Chip(desk.theme)
        self.tells = QLabel(wordWrap=True)
        self.tells.setProperty("look", "muted")
        self.held = self._button("It was held", lambda: self._become("Held", hold))
        self.inquorate = self._button(
            "It was inquorate", lambda: self._become("Inquorate", find_inquorate)
        )
        self.cancel = self._button("Cancel it", lambda: self._become("Cancelled", cancel))
        self.another = self._button("Another day\N{HORIZONTAL ELLIPSIS}", self._open_form)
        self.day, self.hour, self.place = DayField(), HourField(), LineField()
        self.adjourn_on = self._button(
            "Adjourn to this day", lambda: self._go_on("Adjourn", adjourn)
        )
        self.move_on = self._button("Move to this day", lambda: self._go_on("Move", move))
        self.onward = self._button("Go to the meeting it goes on with", self._follow)
        self._place_all()

    def show_agenda(self, agenda: Agenda) -> None:
        """Show how a meeting stands and what it may become."""
        meeting = agenda.meeting
        if self._meeting is None or meeting.id != self._meeting.id:
            self._form.hide()
            self.day.show_day(meeting.held_on)
            self.hour.show_hour(meeting.starts_at)
            self.place.show_text(meeting.place)
        self._meeting = meeting
        self.chip.show_word(*standing_chip(meeting.standing, meeting.published_at))
        self.tells.setText(_TELLS[meeting.standing])
        may = not self._desk.session.read_only
        self.held.setVisible(may and _possible(lambda: hold(meeting)))
        self.inquorate.setVisible(may and _possible(lambda: find_inquorate(meeting)))
        self.cancel.setVisible(may and _possible(lambda: cancel(meeting)))
        could_move = may and meeting.published_at is not None and not meeting.continued_as
        self.another.setVisible(could_move and meeting.standing in _GO_ON)
        self.onward.setVisible(meeting.continued_as is not None)

    def _place_all(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.chip)
        row.addWidget(self.tells, 1)
        buttons = QHBoxLayout()
        for button in (self.held, self.inquorate, self.cancel, self.another, self.onward):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._form = QWidget()
        grid = QGridLayout(self._form)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(2, 1)
        grid.addWidget(Field("New day", self.day), 0, 0)
        grid.addWidget(Field("New hour", self.hour), 0, 1)
        grid.addWidget(Field("New place", self.place), 0, 2)
        told = QLabel(
            "A new meeting is made with the same agenda and papers. It needs notice and an agenda "
            "of its own; remove from it what was dealt with.",
            wordWrap=True,
        )
        told.setProperty("look", "small")
        grid.addWidget(told, 1, 0, 1, 3)
        both = QHBoxLayout()
        both.addWidget(self.adjourn_on)
        both.addWidget(self.move_on)
        both.addStretch(1)
        grid.addLayout(both, 2, 0, 1, 3)
        self._form.hide()
        self.body.addLayout(row)
        self.body.addLayout(buttons)
        self.body.addWidget(self._form)

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(words.rstrip("\N{HORIZONTAL ELLIPSIS}"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _become(self, word: str, change: Callable[[Meeting], Meeting]) -> None:
        meeting = self._desk.agenda.meeting
        self._desk.do(
            f"{word}: the meeting of {long_date(meeting.held_on, DAY_DATE)}",
            lambda store: store.meetings.write(change(meeting)),
        )

    def _open_form(self) -> None:
        meeting = self._desk.agenda.meeting
        begun = meeting.standing is Standing.INQUORATE
        self.move_on.setVisible(not begun)
        self._form.setVisible(self._form.isHidden())
        self.day.setFocus()

    def _go_on(
        self, word: str, change: Callable[[Meeting, Sitting, MeetingId], Continuation]
    ) -> None:
        agenda = self._desk.agenda
        to = Sitting(self.day.day, self.hour.hour, self.place.text().strip())
        key = MeetingId(new_key())

        def written(store: Store) -> None:
            both = change(agenda.meeting, to, key)
            members = store.memberships.of(agenda.committee.id, to.held_on)
            items = carried_over(agenda.items, new_key)
            store.agendas.write(Agenda(agenda.council, agenda.committee, both.new, members, items))
            store.meetings.write(both.old)

        if self._desk.do(f"{word} the meeting to {long_date(to.held_on, DAY_DATE)}", written):
            self._follow()

    def _follow(self) -> None:
        onward = self._desk.agenda.meeting.continued_as
        if onward is not None:
            self._desk.go(self._desk.place_of(onward, "details"))


_GO_ON = (Standing.PUBLISHED, Standing.INQUORATE)


def _possible(change: Callable[[], object]) -> bool:
    try:
        change()
    except WrongInput:
        return False
    return True
