"""The rule by which a year's dates are found: which committee, which days, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal

from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting import Meeting
from scrutiny_app.domain.meeting_dates import LAST, DateRule, MonthlyRule, WeeklyRule
from scrutiny_app.domain.municipal_year import assumed_year
from scrutiny_app.domain.wording import MONTHS, WEEKDAYS
from scrutiny_app.store.store import Store
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.fields import ChoiceField, DayField, Field, HourField, LineField
from scrutiny_app.ui.widgets.form import field_row
from scrutiny_app.ui.widgets.number_field import NumberField
from scrutiny_app.ui.widgets.tick_list import TickList

_MONTHLY, _WEEKLY = "monthly", "weekly"
_WHICH: list[tuple[str, object]] = [
    ("First", 1),
    ("Second", 2),
    ("Third", 3),
    ("Fourth", 4),
    ("Last", LAST),
]
_AUGUST = 8
_MOST_WEEKS = 26
_WEEK = 7
_FIFTH = 5


class RuleCard(Card):
    """``changed`` follows whatever alters the dates."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Rule")
        self.committee = ChoiceField()
        self.kind = ChoiceField(
            [("A weekday of each month", _MONTHLY), ("Every so many weeks", _WEEKLY)]
        )
        self.which = ChoiceField(_WHICH)
        self.weekday = ChoiceField([(name, at) for at, name in enumerate(WEEKDAYS)])
        self.without = TickList("Months without a meeting", columns=3)
        self.every = NumberField(1, _MOST_WEEKS, " weeks")
        self.first, self.last = DayField(), DayField()
        self.hour = HourField()
        self.place = LineField(placeholder="Room and building")
        self._monthly = [
            Field("Wh&ich", self.which),
            Field("&Weekday", self.weekday),
            Field("Months wi&thout a meeting", self.without),
        ]
        self._weekly = Field("Ever&y", self.every, "Counted from the first day")
        self._place()
        self._connect()

    def _place(self) -> None:
        self.without.offer([(name[:3], at) for at, name in enumerate(MONTHS, 1)], (_AUGUST,))
        self.body.addWidget(Field("&Committee", self.committee))
        self.body.addWidget(Field("Ru&le", self.kind))
        self.body.addLayout(field_row(self._monthly[:2]))
        self.body.addWidget(self._weekly)
        first, last = Field("F&rom", self.first), Field("&Until", self.last)
        self.body.addLayout(field_row([first, last]))
        self.body.addWidget(self._monthly[2])
        hour, place = Field("H&our", self.hour), Field("&Place", self.place)
        self.body.addLayout(field_row([hour, place], [2, 3]))
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda _kind: self._show_kind())
        for choice in (self.kind, self.which, self.weekday):
            choice.chosen.connect(self.changed)
        self.without.changed.connect(self.changed)
        self.every.settled.connect(self.changed)
        for day in (self.first, self.last):
            day.dateChanged.connect(self.changed)
        self.hour.timeChanged.connect(self.changed)

    def begin(self, store: Store, committees: Sequence[Committee], key: str, today: date) -> None:
        """Offer a rule for a committee, with what its last meetings suggest."""
        with QSignalBlocker(self):
            self.committee.offer([(one.name, one.id) for one in committees])
            self.committee.show_value(key or committees[0].id)
            meetings = store.meetings.of(self.key)
            last = meetings[-1] if meetings else None
            self._show_last(last)
            year = assumed_year(today)
            first = today + timedelta(days=_WEEK)
            if last is not None and last.held_on >= year.starts_on:
                first = max(year.ends_on, last.held_on) + timedelta(days=1)
                year = assumed_year(first)
            self.first.show_day(first)
            self.last.show_day(year.ends_on)
            self._show_kind()

    @property
    def key(self) -> CommitteeId:
        """Whose meetings they are."""
        return CommitteeId(str(self.committee.currentData()))

    @property
    def rule(self) -> DateRule:
        """The rule as it stands."""
        if self.kind.currentData() == _WEEKLY:
            return WeeklyRule(self.first.day, self.every.value())
        without = frozenset(int(str(month)) for month in self.without.ticked)
        return MonthlyRule(self.weekday.currentIndex(), int(self.which.currentData()), without)

    @property
    def between(self) -> tuple[date, date]:
        """From when to when."""
        return self.first.day, self.last.day

    def _show_last(self, last: Meeting | None) -> None:
        day = last.held_on if last else None
        nth = (day.day - 1) // _WEEK + 1 if day else 3
        self.which.show_value(LAST if nth == _FIFTH else nth)
        self.weekday.show_value(day.weekday() if day else 3)
        self.every.show_number(6)
        self.hour.show_hour(last.starts_at if last else time(10))
        self.place.show_text(last.place if last else "")

    def _show_kind(self) -> None:
        weekly = self.kind.currentData() == _WEEKLY
        self._weekly.setVisible(weekly)
        for field in self._monthly:
            field.setVisible(not weekly)
