"""One seat in full: who holds it, how they sit and vote, and from when to when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal

from scrutiny_app.domain.committee import Membership, Role, Seat, VotingScope
from scrutiny_app.domain.membership import with_seat
from scrutiny_app.ui.committees.labels import ROLES, SEATS, VOTES, choices
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.form import field_row, told
from scrutiny_app.ui.widgets.open_day_field import OpenDayField
from scrutiny_app.ui.widgets.typing_in import forget_typing

_NOBODY = "Choose a member in the list, or add one below it."


class MemberCard(Card):
    """``changed`` carries the seat as it is to be written."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Member")
        self._seat: Membership | None = None
        self.nobody = told(_NOBODY)
        self.person_title = LineField()
        self.name = LineField()
        self.seat = ChoiceField(choices(SEATS.items()))
        self.role = ChoiceField(choices(ROLES.items()))
        self.voting = ChoiceField(choices(VOTES.items()))
        self.first = OpenDayField(theme, "From the start")
        self.last = OpenDayField(theme, "Still sits")
        self._first = Field("F&rom", self.first, "The first day; empty for as long as is known")
        self._last = Field("&Until", self.last, "The last day; empty while the seat is held")
        self._fields = self._place()
        self._connect()
        self.show_seat(None)

    def _place(self) -> list[Field]:
        title = Field("T&itle", self.person_title, "Stands before the name in the minutes")
        name = Field("Na&me", self.name, "Changes it wherever they sit")
        seat, role = Field("Sits as", self.seat), Field("R&ole", self.role)
        voting = Field("Votes", self.voting, "A co-optee has no vote unless one is given")
        self.body.addWidget(self.nobody)
        self.body.addLayout(field_row([title, name], [2, 3]))
        self.body.addLayout(field_row([seat, role]))
        self.body.addWidget(voting)
        self.body.addLayout(field_row([self._first, self._last]))
        self.body.addStretch(1)
        return [title, name, seat, role, voting, self._first, self._last]

    def _connect(self) -> None:
        self.person_title.settled.connect(lambda title: self._rename(title=title.strip()))
        self.name.settled.connect(self._name)
        self.seat.chosen.connect(lambda seat: self._seated(Seat(seat)))
        self.role.chosen.connect(lambda role: self._change(role=Role(role)))
        self.voting.chosen.connect(lambda voting: self._change(voting=VotingScope(voting)))
        self.first.day_settled.connect(lambda day: self._term(day, self._known.valid_to))
        self.last.day_settled.connect(lambda day: self._term(self._known.valid_from, day))
        self.first.refused.connect(self._first.problem)
        self.last.refused.connect(self._last.problem)

    @property
    def _known(self) -> Membership:
        if self._seat is None:
            raise TypeError("No seat is shown, so none can be changed")
        return self._seat

    def show_seat(self, seat: Membership | None) -> None:
        """Show a seat, or that none is chosen."""
        if self._seat is not None and (seat is None or seat.id != self._seat.id):
            self.settle()
            forget_typing(self)
        self._seat = seat
        self.nobody.setVisible(seat is None)
        for field in self._fields:
            field.setVisible(seat is not None)
        if seat is None:
            self.title.setText("Member")
            return
        self.title.setText(seat.person.full_name)
        self.person_title.show_text(seat.person.title)
        self.name.show_text(seat.person.name)
        for choice, value in (
            (self.seat, seat.seat),
            (self.role, seat.role),
            (self.voting, seat.voting),
        ):
            choice.show_value(value)
        self.first.show_day(seat.valid_from)
        self.last.show_day(seat.valid_to)

    def settle(self) -> None:
        """Write what is still being typed."""
        if self._seat is not None:
            for line in (self.person_title, self.name, self.first, self.last):
                line.settle()

    def _name(self, name: str) -> None:
        if name.strip():
            self._rename(name=" ".join(name.split()))
        else:
            self.name.show_text(self._known.person.name)

    def _rename(self, *, title: str | None = None, name: str = "") -> None:
        person = self._known.person
        title = person.title if title is None else title
        person = replace(person, title=title, name=name or person.name)
        self.changed.emit(replace(self._known, person=person))

    def _seated(self, seat: Seat) -> None:
        self.changed.emit(with_seat(self._known, seat))

    def _change(self, *, role: Role | None = None, voting: VotingScope | None = None) -> None:
        known = self._known
        self.changed.emit(replace(known, role=role or known.role, voting=voting or known.voting))

    def _term(self, first: date | None, last: date | None) -> None:
        if first and last and last < first:
            self._last.problem("The last day lies before the first.")
            return
        self.changed.emit(replace(self._known, valid_from=first, valid_to=last))
