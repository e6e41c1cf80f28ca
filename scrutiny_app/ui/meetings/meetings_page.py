"""The room of meetings: the list and the calendar, a new meeting above them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.committee import Committee, Council, exists_on
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.jobs.desk import open_desk
from scrutiny_app.jobs.plan_year import plan_year
from scrutiny_app.jobs.write_calendar import write_calendar
from scrutiny_app.store.meetings import MeetingLine
from scrutiny_app.ui.meetings.calendar_part import CalendarPart
from scrutiny_app.ui.meetings.meeting_list import MeetingList
from scrutiny_app.ui.meetings.new_meeting_card import NewMeetingCard
from scrutiny_app.ui.meetings.year_part import YearPart
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.file_dialogs import choose_new_file
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.tabs import Tabs

NEW, YEAR = "new", "year"
_MORE = "\N{HORIZONTAL ELLIPSIS}"


class MeetingsPage(Page):
    """``Place(Room.MEETINGS, part="new")`` opens the form for a meeting, ``"year"`` for a year."""

    room = Room.MEETINGS
    name = "Meetings"
    icon_name = "calendar-days"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._lines: tuple[MeetingLine, ...] = ()
        self.head = PageHead(self.theme, "Meetings")
        self.new = new_action(
            self, "&New meeting", "calendar-plus", keys="Ctrl+N", tells="Plans one meeting"
        )
        self.remove = new_action(
            self,
            "&Remove the meeting",
            "trash",
            tells="Removes a meeting whose agenda was never published",
        )
        self.plan_year = new_action(
            self, "Plan a &year", "calendar-range", tells="A year of meetings from a rule"
        )
        self.export = new_action(
            self,
            f"E&xport calendar{_MORE}",
            "download",
            tells="Writes the meetings shown as an iCalendar file, for Outlook and others",
        )
        self.look_up = new_action(self, "&Find a meeting", "search", keys="Ctrl+F")
        self.committees = new_action(self, "Set up a &committee", "users")
        self.form = NewMeetingCard(self.theme, self.session)
        self.list = MeetingList(self.theme, self.new, self.plan_year)
        self.calendar = CalendarPart(self.theme)
        self.year = YearPart(self.theme, self.session)
        self.tabs = Tabs("List or calendar")
        self.first = EmptyState(
            self.theme,
            "users",
            "First a committee",
            "Meetings belong to a committee. Set up your council and a committee; it takes a "
            "minute.",
            self.committees,
        )
        self._place()
        self._connect()

    def _place(self) -> None:
        self.tabs.add("list", "List", self.list)
        self.tabs.add("calendar", "Calendar", self.calendar)
        self._buttons = (
            self.head.add_button(self.export),
            self.head.add_button(self.plan_year),
            self.head.add_button(self.new, first=True),
        )
        self._desk = QWidget()
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.form)
        column.addWidget(self.tabs, 1)
        self.form.hide()
        self.views = ShownStack()
        self.views.addWidget(self._desk)
        self.views.addWidget(self.first)
        self.views.addWidget(self.year)
        self.body.addWidget(self.head)
        self.body.addWidget(self.views, 1)

    def _connect(self) -> None:
        self.new.triggered.connect(self._begin)
        self.plan_year.triggered.connect(self._begin_year)
        self.export.triggered.connect(self._choose_export)
        self.remove.triggered.connect(self._remove_current)
        self.look_up.triggered.connect(self._find)
        self.committees.triggered.connect(lambda: self.wants.emit(Place(Room.COMMITTEES)))
        self.form.asked.connect(self._make)
        self.form.given_up.connect(self._end_form)
        self.year.accepted.connect(self._make_year)
        self.year.given_up.connect(self._end_form)
        self.head.back.connect(self._end_form)
        self.tabs.shown.connect(lambda _key: self._show_buttons())
        for part in (self.list, self.calendar):
            part.opened.connect(self._open)
        self.list.removes.connect(self._remove)
        row_menu(self.list.table, (self.new, self.remove), opens="Open the meeting")
        self.calendar.asked.connect(self._begin_on)

    @property
    def today(self) -> date:
        """The day it is in the United Kingdom."""
        return local_moment(self.session.now()).date()

    @override
    def show_place(self, place: Place) -> None:
        self._end_form()
        self.refresh()
        if place.part == NEW:
            self._begin()
        elif place.part == YEAR:
            self._begin_year()
        else:
            self.tabs.show_part(place.part)
            self._take_keys()

    @override
    def refresh(self) -> None:
        store = self.session.store
        chosen = self.session.committee
        committees = store.committees.list()
        lines = store.meetings.list()
        self._lines = tuple(one for one in lines if chosen in ("", one.committee_id))
        may_write = bool(committees) and not self.session.read_only
        if not committees or self.views.currentWidget() is self.first:
            self.views.setCurrentWidget(self._desk if committees else self.first)
        for action in (self.new, self.plan_year, self.remove):
            action.setEnabled(may_write)
        self.export.setEnabled(bool(self._lines))
        self._show_buttons()
        self._say()
        self.list.show_lines(self._lines, self.today)
        self.calendar.show_lines(self._lines, self.today, self._council(committees))

    @override
    def commands(self) -> Sequence[QAction]:
        deeds = (self.new, self.plan_year, self.look_up, self.remove, self.export)
        return (*deeds, *self.year.actions_here)

    def _say(self) -> None:
        to_come = [line for line in self._lines if line.held_on >= self.today]
        words = ""
        if to_come:
            line = to_come[0]
            when = f"{long_date(line.held_on)}, {clock_time(line.starts_at)}"
            words = f"{len(to_come)} to come \N{MIDDLE DOT} next on {when}"
        if self.views.currentWidget() is not self.year:
            self.head.show_words("Meetings", words)

    def _council(self, committees: Sequence[Committee]) -> Council | None:
        """Whose holidays the calendar shows: the chosen committee's council, else the first."""
        store = self.session.store
        for committee in committees:
            if self.session.committee in ("", committee.id):
                return store.councils.get(committee.host)
        return None

    def _take_keys(self) -> None:
        there = self.calendar.grid if self.tabs.key == "calendar" else self.list.table
        there.setFocus()

    # --- what is done ---

    def _open(self, key: str) -> None:
        self.wants.emit(Place(Room.MEETING, key))

    def _find(self) -> None:
        self.tabs.show_part("list")
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _begin(self) -> None:
        self._begin_on(None)

    def _begin_on(self, day: date | None) -> None:
        here = [one for one in self.session.store.committees.list() if exists_on(one, self.today)]
        if not here:
            self.strip.say("No committee is in force today. Set one up, or change its last day.")
            return
        self.form.show()
        self._show_buttons()
        self.form.begin(here, self.session.committee, day)

    def _end_form(self) -> None:
        self.form.hide()
        self.head.hide_crumb()
        if self.views.currentWidget() is self.year:
            self.views.setCurrentWidget(self._desk)
        self._say()
        self._show_buttons()
        self._take_keys()

    def _show_buttons(self) -> None:
        """Offer at the top what is not being done already: one filled button at a time."""
        listing = self.views.currentWidget() is self._desk and self.form.isHidden()
        # Without meetings the list itself offers to plan them
        offered = self.tabs.key == "list" and not self._lines
        for button in self._buttons:
            button.setVisible(listing and not offered)

    # --- a year ---

    def _begin_year(self) -> None:
        committees = self.session.store.committees.list()
        if not committees:
            return
        self.form.hide()
        self.views.setCurrentWidget(self.year)
        self._show_buttons()
        self.head.show_crumb("Meetings", "A year")
        self.head.show_words("Plan a year", "Nothing is written until you plan the meetings")
        self.year.begin(committees, self.session.committee, self.today)

    def _make_year(self) -> None:
        rule, days = self.year.rule, self.year.plan.days

        def write() -> None:
            place = " ".join(rule.place.text().split())
            plan_year(self.session.store, rule.key, days, rule.hour.hour, place=place)
            self.session.committed.emit()

        if self.attempt(write, f"Plan {len(days)} meetings"):
            self._end_form()
            self.list.table.setFocus()

    # --- a calendar file ---

    def _choose_export(self) -> None:
        choose_new_file(
            self,
            "Export the calendar",
            self.export_to,
            suggested="Meetings.ics",
            kinds="Calendar (*.ics)",
        )

    def export_to(self, file: Path) -> None:
        """Write the meetings shown as an iCalendar file."""
        store = self.session.store
        chosen = store.committees.get(self.session.committee) if self.session.committee else None
        desk = open_desk(store, who=self.session.who, clock=self.session.now)
        name = chosen.name if chosen else ""
        file = file if file.suffix else file.with_suffix(".ics")
        self.attempt(lambda: write_calendar(desk, file, committee=name), f"Export to {file.name}")

    # --- one meeting ---

    def _make(self, agenda: Agenda) -> None:
        day = long_date(agenda.meeting.held_on)
        name = f"Plan the meeting on {day}"
        if self.do(name, lambda store: store.agendas.write(agenda)):
            self._end_form()
            self._open(agenda.meeting.id)

    def _remove_current(self) -> None:
        if self.list.current is not None:
            self._remove(self.list.current.id)

    def _remove(self, key: str) -> None:
        for line in self._lines:
            if line.id == key:
                name = f"Remove the meeting on {long_date(line.held_on)}"
                self.do(name, lambda store: store.meetings.remove(MeetingId(key)))
