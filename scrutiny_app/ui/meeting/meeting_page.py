"""One meeting: what it is and how it stands above, its tabs below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.meeting_checks import MeetingCheck
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import DAY_DATE, clock_time, long_date
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.checks_card import checks_word
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.meeting_tabs import all_tabs
from scrutiny_app.ui.meeting.tab_holder import TabHolder
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.standing_chip import standing_chip
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.tabs import Tabs
from scrutiny_app.ui.widgets.typing_in import forget_typing

AGENDA = "agenda"
_NARROW = 760
_DOT = " \N{MIDDLE DOT} "


class MeetingPage(Page):
    """Shows the meeting of a ``Place``; without one the last shown, else the next to come."""

    room = Room.MEETING
    name = "Meeting"
    icon_name = "calendar-days"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.desk = MeetingDesk(self)
        self.desk.unfinished = self._unfinished
        self._key = MeetingId("")
        self.head = PageHead(self.theme)
        self.head.back.connect(lambda: self.wants.emit(Place(Room.MEETINGS)))
        self._checks: tuple[str, Tone] | None = None
        self._make_actions()
        self.tabs = Tabs("Parts of the meeting")
        self._parts: dict[str, TabHolder] = {}
        for entry in all_tabs():
            self._parts[entry.part] = TabHolder(entry, self.desk, self._made)
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
        self._stack = ShownStack()
        self._stack.addWidget(whole)
        self._stack.addWidget(self.empty)
        self.body.addWidget(self._stack)

    def _make_actions(self) -> None:
        self.check_action = new_action(
            self, "&Check pack", "list-checks", keys="F7", tells="See what is wrong or missing"
        )
        self.build_action = new_action(
            self, "&Build pack", "package", keys="Ctrl+B", tells="Write the pack and show it"
        )
        self.check_action.triggered.connect(lambda: self._agenda_tab().check())
        self.build_action.triggered.connect(self._build)
        self.head.add_button(self.check_action)
        self.build_button = self.head.add_button(self.build_action, first=True)

    @property
    def tab(self) -> MeetingTab:
        """The tab that shows."""
        return self._parts[self.tabs.key].tab

    @override
    def show_place(self, place: Place) -> None:
        before = self._key
        self._key = MeetingId(place.key) or self._key or self._next_meeting()
        if self._key != before:
            self._checks = None
            forget_typing(self)
        # What was chosen by a place is not asked for again
        with QSignalBlocker(self.tabs):
            self.tabs.show_part(place.part or AGENDA)
        self.refresh()
        self.was_read()
        if self.desk.shown and place.detail:
            self.tab.show_detail(place.detail)
        elif self.desk.shown:
            self.tab.take_focus()

    @override
    def refresh(self) -> None:
        try:
            agenda = self.session.store.agendas.read(self._key)
        except NotFound:
            self.desk.show(None)
            self._stack.setCurrentWidget(self.empty)
            return
        self.desk.show(agenda)
        self.build_action.setEnabled(bool(agenda.items) and not self.session.read_only)
        self._stack.setCurrentIndex(0)
        self._show_head(agenda)
        self.tab.show_agenda(agenda)

    @property
    @override
    def help_topic(self) -> str:
        return self.tab.help_topic if self.desk.shown else "meeting"

    @override
    def commands(self) -> Sequence[QAction]:
        if not self.desk.shown:
            return ()
        return (*self.tab.commands(), self.check_action, self.build_action, *self._turns)

    @property
    def _narrow(self) -> bool:
        return self.width() < self.theme.length(_NARROW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.desk.shown:
            self._show_head(self.desk.agenda)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.close()
        super().closeEvent(event)

    def _show_head(self, agenda: Agenda) -> None:
        meeting = agenda.meeting
        pattern = house_style(agenda.council.house_style).long_date
        when = (long_date(meeting.held_on, pattern), clock_time(meeting.starts_at))
        # At large text on a small screen the agenda needs the room more than the address does
        place = "" if self._narrow else meeting.place
        self.head.show_crumb("Meetings", long_date(meeting.held_on, DAY_DATE))
        self.head.show_words(agenda.committee.name, _DOT.join(one for one in (*when, place) if one))
        self._show_chip()

    # --- the pack ---

    def _agenda_tab(self) -> AgendaTab:
        """Go to the agenda and return its tab."""
        if self.tabs.key != AGENDA:
            self.wants.emit(self.desk.place(AGENDA))
        tab = self.tab
        if not isinstance(tab, AgendaTab):
            raise TypeError("The first tab of a meeting is its agenda")
        return tab

    def _build(self) -> None:
        """Build the pack; while it is built, stop that."""
        self.settle()
        tab = self._agenda_tab()
        pack = tab.pack
        if pack.builder.busy:
            pack.builder.stop()
        elif tab.editor.unfinished:
            # A paper that was meant to be withheld must not go out as it was
            self.strip.say(tab.editor.unfinished)
        else:
            pack.build()
            self._agenda_tab().beside.setCurrentIndex(0)

    def _made(self, tab: MeetingTab) -> None:
        """Listen to what the agenda's tab tells once it is there."""
        if isinstance(tab, AgendaTab):
            tab.checked.connect(self._show_checks)
            builder = tab.pack.builder
            # What was said of the last building is over
            builder.began.connect(self.strip.hide)
            builder.began.connect(partial(self._show_building, "Stop building"))
            for ended in (builder.built, builder.refused, builder.stopped):
                ended.connect(lambda *_told: self._show_building("&Build pack"))
            builder.moved.connect(self._show_progress)

    def _show_building(self, words: str) -> None:
        self.head.say_on(self.build_button, words)

    def _show_progress(self, stage: str, done: int, of: int) -> None:
        self._show_building(f"Stop building ({100 * done // max(1, of)} %)")
        self.build_button.setAccessibleDescription(stage)

    def _show_checks(self, checks: tuple[MeetingCheck, ...]) -> None:
        self._checks = checks_word(checks)
        self._show_chip()

    def _show_chip(self) -> None:
        meeting = self.desk.agenda.meeting
        word, tone = standing_chip(meeting.standing, meeting.published_at)
        if meeting.standing is Standing.PLANNED and self._checks is not None:
            word, tone = f"{word}{_DOT}{self._checks[0]}", self._checks[1]
        self.head.show_chip("" if self._narrow else word, tone)

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
            if wanting := self._unfinished():
                self.strip.say(wanting, "warn")

    def _unfinished(self) -> str:
        """Return what a half-marked paper still wants; empty where nothing is."""
        agenda = self._parts[AGENDA]
        tab = agenda.tab if agenda.made else None
        return tab.editor.unfinished if isinstance(tab, AgendaTab) else ""

    def _next_meeting(self) -> MeetingId:
        today: date = local_moment(self.session.now()).date()
        coming = (
            meeting
            for meeting in self.session.store.meetings.between(today, date.max)
            if self.session.committee in {"", meeting.committee}
        )
        return next((meeting.id for meeting in coming), MeetingId(""))
