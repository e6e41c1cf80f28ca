"""What belongs to the whole programme: its meetings, how many items each takes, its footnotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from scrutiny_app.domain.programme.programme import with_days
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.ui.programme.asking_card import AskingCard
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk
from scrutiny_app.ui.widgets.empty_state import button_for
from scrutiny_app.ui.widgets.fields import Field, TextField
from scrutiny_app.ui.widgets.form import field_row
from scrutiny_app.ui.widgets.number_field import NumberField
from scrutiny_app.ui.widgets.open_day_field import OpenDayField

_MOST = 9


class FrameCard(AskingCard):
    """Everything is written as it is left."""

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__(desk.theme, "The whole programme")
        self._desk = desk
        self.capacity = NumberField(1, _MOST)
        self.day = OpenDayField(desk.theme, "21 January 2027")
        self.footnotes = TextField("", "One footnote a line, printed below the table", lines=2)
        self._day = Field("Add a &meeting", self.day, "A day that is not planned here yet")
        capacity = Field("Items a meeting ta&kes", self.capacity, "Verbal updates are not counted")
        row = field_row([capacity, self._day, Field("Foo&tnotes", self.footnotes)], [2, 3, 7])
        row.addWidget(button_for(self.leave), 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.capacity.settled.connect(self._take)
        self.footnotes.settled.connect(self._note)
        self.day.day_settled.connect(self._add)
        self.day.refused.connect(self._day.problem)

    def begin(self) -> None:
        """Show the programme's frame."""
        self.read()
        self.show()
        self.capacity.setFocus()

    def read(self) -> None:
        """Show it as it was read."""
        if self._desk.shown:
            self.capacity.show_number(self._desk.programme.capacity)
            self.footnotes.show_text("\n".join(self._desk.programme.footnotes))
            self.setEnabled(self._desk.may_write)

    def _take(self, number: int) -> None:
        self._desk.change_programme(
            lambda one: replace(one, capacity=number), f"Take {number} items a meeting", joins=True
        )

    def _note(self, words: str) -> None:
        notes = tuple(line.strip() for line in words.splitlines() if line.strip())
        self._desk.change_programme(
            lambda one: replace(one, footnotes=notes), "Change the footnotes", joins=True
        )

    def _add(self, day: date | None) -> None:
        if day is not None:
            name = f"Add the meeting of {long_date(day, DAY_DATE)}"
            if self._desk.change_programme(lambda one: with_days(one, (day,)), name):
                self.day.show_day(None)
