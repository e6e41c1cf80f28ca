"""One meeting: what it is and how it stands above, its tabs below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.meeting_tabs import TabEntry, all_tabs
from scrutiny_app.ui.meeting.standing_chip import standing_chip
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.tabs import Tabs

_DOT = " \N{MIDDLE DOT} "


class _Part(QWidget):
    """Holds a tab, which is made when it is first asked for."""

    def __init__(self, entry: TabEntry, desk: MeetingDesk) -> None:
        super().__init__()
        self._entry = entry
        self._desk = desk
        self._tab: MeetingTab | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> bool:
        """Whether the tab was shown before."""
        return self._tab is not None

    @property
    def tab(self) -> MeetingTab:
        """The tab."""
        if self._tab is None:
            self._tab = self._entry.make(self._desk)
            self._column.addWidget(self._tab)
        return self._tab


class MeetingPage(Page):
    """Shows the meeting of a ``Place``; without one the last shown, else the next to come."""

    room = Room.MEETING
    name = "Meeting"
    icon_name = "calendar-days"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.desk = MeetingDesk(self)
        self._key = MeetingId("")
        self.head = PageHead(self.theme)
        self.head.back.connect(lambda: self.wants.emit(Place(Room.MEETINGS)))
        self.tabs = Tabs("Parts of the meeting")
        self._parts: dict[str, _Part] = {}
        for entry in all_tabs():
            self._parts[entry.part] = _Part(entry, self.desk)
            self.tabs.add(entry.part, entry.name, self._parts[entry.part])
        self.tabs.shown.connect(self._turned)
        self._turns = (
            self._turn("Next tab", "Ctrl+Tab|Ctrl+PgDown", 1),
            self._turn("Previous tab", "Ctrl+Shift+Tab|Ctrl+PgUp", -1),
        )
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.tabs, 1)
        meetings = new_action(self, "Go to the meetings", "calendar-days")
        meetings.triggered.connect(lambda: self.wants.emit(Place(Room.MEETINGS)))
        self.empty = EmptyState(
            self.theme,
            "calendar-days",
            "No meeting is shown",
            "Choose one of the meetings, or plan the next one there.",
            meetings,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack)

    @property
    def tab(self) -> MeetingTab:
        """The tab that shows."""
        return self._parts[self.tabs.key].tab

    @override
    def show_place(self, place: Place) -> None:
        self._key = MeetingId(place.key) or self._key or self._next_meeting()
        if place.part:
            # What was chosen by a place is not asked for again
            with QSignalBlocker(self.tabs):
                self.tabs.show_part(place.part)
        self.refresh()
        if self.desk.shown and place.detail:
            self.tab.show_detail(place.detail)

    @override
    def refresh(self) -> None:
        try:
            agenda = self.session.store.agendas.read(self._key)
        except NotFound:
            self.desk.show(None)
            self._stack.setCurrentWidget(self.empty)
            return
        self.desk.show(agenda)
        self._stack.setCurrentIndex(0)
        self._show_head(agenda)
        self.tab.show_agenda(agenda)

    @property
    @override
    def help_topic(self) -> str:
        return self.tab.help_topic if self.desk.shown else "meeting"

    @override
    def commands(self) -> Sequence[QAction]:
        return (*self.tab.commands(), *self._turns) if self.desk.shown else ()

    @override
    def settle(self) -> None:
        for part in self._parts.values():
            if part.made:
                part.tab.settle()

    def _show_head(self, agenda: Agenda) -> None:
        meeting = agenda.meeting
        pattern = house_style(agenda.council.house_style).long_date
        when = (long_date(meeting.held_on, pattern), clock_time(meeting.starts_at))
        self.head.show_crumb("Meetings", long_date(meeting.held_on, DAY_DATE))
        self.head.show_words(
            agenda.committee.name, _DOT.join(one for one in (*when, meeting.place) if one)
        )
        self.head.show_chip(*standing_chip(meeting))

    def _turn(self, name: str, keys: str, by: int) -> QAction:
        action = new_action(self, name, keys=keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bar = self.tabs.bar
        action.triggered.connect(
            lambda: bar.setCurrentIndex((bar.currentIndex() + by) % bar.count())
        )
        return action

    def _turned(self, part: str) -> None:
        """Go to the tab as to any place, so that back leads to the one before."""
        if self.desk.shown:
            self.wants.emit(self.desk.place(part))

    def _next_meeting(self) -> MeetingId:
        today: date = local_moment(self.session.now()).date()
        coming = (
            meeting
            for meeting in self.session.store.meetings.between(today, date.max)
            if self.session.committee in {"", meeting.committee}
        )
        return next((meeting.id for meeting in coming), MeetingId(""))
