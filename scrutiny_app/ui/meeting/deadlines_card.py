"""Notice and deadlines: what is due before the meeting, and how the notice stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QLabel

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import Deadline, DeadlineKind, DeadlineState
from scrutiny_app.domain.notice import NoticeClock, NoticeState
from scrutiny_app.domain.wording import MONTHS, WEEKDAYS, clock_time
from scrutiny_app.jobs.list_deadlines import list_deadlines
from scrutiny_app.jobs.notice_given import clock_of
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.checklist import Checklist
from scrutiny_app.ui.widgets.status_list import State, StatusLine

_DOT = "  \N{MIDDLE DOT}  "
_NAMES: Mapping[DeadlineKind, str] = {
    DeadlineKind.DRAFT_REPORTS: "Draft reports due",
    DeadlineKind.BRIEFING: "Chair's briefing",
    DeadlineKind.FINAL_REPORTS: "Final reports due",
    DeadlineKind.PUBLISH: "Publish agenda and reports",
    DeadlineKind.MEETING: "Meeting",
}
_STATES: Mapping[DeadlineState, State] = {
    DeadlineState.DONE: State.DONE,
    DeadlineState.PAST: State.PAST,
    DeadlineState.NEXT: State.NEXT,
    DeadlineState.AHEAD: State.AHEAD,
    DeadlineState.OVERDUE: State.PROBLEM,
}
_SHORT = 3


class DeadlinesCard(Card):
    """A line for each thing due, as a thread of time; below it the notice in a sentence."""

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk.theme, "Notice and deadlines")
        self._desk = desk
        self.lines = Checklist(desk.theme, "Notice and deadlines", joined=True, snug=True)
        self.notice = QLabel(wordWrap=True)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.notice)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show how a meeting stands at this moment."""
        now = self._desk.session.now()
        clock = clock_of(agenda, now)
        deadlines = list_deadlines(self._desk.session.store, agenda, now)
        self.lines.show_lines([_line(one, agenda, clock) for one in deadlines])
        self.notice.setText(clock.sentence)
        bad = clock.state in (NoticeState.MISSED, NoticeState.SHORT)
        look = "bad" if bad else "small"
        if self.notice.property("look") != look:
            self.notice.setProperty("look", look)
            self.notice.style().polish(self.notice)


def _line(one: Deadline, agenda: Agenda, clock: NoticeClock) -> StatusLine:
    below = [_short_day(one.due)]
    if one.kind is DeadlineKind.PUBLISH:
        below.append(f"{clock.needed} clear days' notice")
    elif one.kind is DeadlineKind.MEETING:
        below.append(clock_time(agenda.meeting.starts_at))
    if one.awaited:
        below.append(one.awaited)
    overdue = one.state is DeadlineState.OVERDUE
    return StatusLine(_STATES[one.state], _NAMES[one.kind], _DOT.join(below), urgent=overdue)


def _short_day(day: date) -> str:
    """Return a day as a narrow card has it: "Wed 13 Jan 2027"."""
    weekday, month = WEEKDAYS[day.weekday()][:_SHORT], MONTHS[day.month - 1][:_SHORT]
    return f"{weekday} {day.day} {month} {day.year}"
