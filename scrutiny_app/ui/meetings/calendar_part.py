"""The meetings in a calendar: a month with their names, or a year on one sheet."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from PySide6.QtCore import Signal

from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.wording import MONTHS, clock_time
from scrutiny_app.domain.working_calendar import WorkingCalendar
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.store.meetings import MeetingLine
from scrutiny_app.ui.standing_chip import standing_chip
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.day_grid import DayGrid, DayMark, DayNote
from scrutiny_app.ui.widgets.fields import ChoiceField

_SMALL_WORDS = {"and", "of", "the", "for", "scrutiny", "committee", "panel"}


class CalendarPart(Card):
    """``opened`` carries the id of a meeting, ``asked`` a day on which one may be planned."""

    opened = Signal(str)
    asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Calendar")
        self._lines: dict[date, list[MeetingLine]] = {}
        self._today = date.min
        self._council: Council | None = None
        self._calendars: dict[int, WorkingCalendar] = {}
        self.span = ChoiceField([("Month", False), ("Year", True)])
        self.span.setAccessibleName("Month or year")
        self.grid = DayGrid(theme, "Calendar of meetings")
        back = new_action(self, "Earlier", "chevron-left", tells="The month or year before")
        now = new_action(self, "Today", "calendar-check", tells="Back to today")
        on = new_action(self, "Later", "chevron-right", tells="The month or year after")
        self.add_tools(back, now, on)
        self.head.addWidget(self.span)
        self.body.setContentsMargins(10, 0, 10, 10)
        self.body.addWidget(self.grid, 1)
        back.triggered.connect(lambda: self.grid.turn(-1))
        on.triggered.connect(lambda: self.grid.turn(1))
        now.triggered.connect(lambda: self._show(self._today))
        self.span.chosen.connect(lambda _yearly: self._show(self.grid.day or self._today))
        self.grid.turned.connect(self._show)
        self.grid.opened.connect(self.opened)
        self.grid.chosen.connect(self.asked)

    def show_lines(
        self, lines: tuple[MeetingLine, ...], today: date, council: Council | None
    ) -> None:
        """Show these meetings, and the days on which the offices of a council are shut."""
        by_day: defaultdict[date, list[MeetingLine]] = defaultdict(list)
        for line in lines:
            by_day[line.held_on].append(line)
        self._lines, self._today, self._council = by_day, today, council
        self._calendars.clear()
        self._show(self.grid.day or today)

    def _show(self, day: date) -> None:
        yearly = bool(self.span.currentData())
        self.title.setText(str(day.year) if yearly else f"{MONTHS[day.month - 1]} {day.year}")
        self.grid.show_days(day, self._today, self._note, yearly=yearly)

    def _note(self, day: date) -> DayNote:
        marks = tuple(_mark(line) for line in self._lines.get(day, ()))
        return DayNote(marks, self._off(day))

    def _off(self, day: date) -> str:
        council = self._council
        if council is None:
            return ""
        try:
            if day.year not in self._calendars:
                self._calendars[day.year] = working_calendar(
                    council.nation, {day.year}, council.closed_days
                )
            return self._calendars[day.year].day_off(day)
        except WrongInput:
            # A year so far off that nobody knows its holidays is shown without them
            return ""


def _mark(line: MeetingLine) -> DayMark:
    hour = clock_time(line.starts_at)
    word, tone = standing_chip(line.standing)
    tone = Tone.ACCENT if line.standing is Standing.PLANNED else tone
    said = f"{hour} {line.committee}, {word.lower()}"
    short = line.committee.removesuffix(" Committee").removesuffix(" Scrutiny")
    return DayMark(line.id, _initials(line.committee), f"{hour} {short}", said, tone)


def _initials(name: str) -> str:
    """Return two letters that stand for a committee."""
    words = [word for word in name.split() if word.casefold() not in _SMALL_WORDS] or [name]
    return "".join(word[0] for word in words[:2]).upper()
