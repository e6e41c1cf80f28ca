"""The room of committees: the list at the left, the chosen committee in parts at the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.committee import Committee, Council
from scrutiny_app.domain.ids import CommitteeId, CouncilId
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.committee_list import (
    CommitteeList,
    chosen_committee,
    committees_in_order,
)
from scrutiny_app.ui.committees.committee_part import CommitteePart
from scrutiny_app.ui.committees.council_part import CouncilPart
from scrutiny_app.ui.committees.labels import standing_words, term
from scrutiny_app.ui.committees.members_part import MembersPart
from scrutiny_app.ui.committees.new_committee_card import CommitteeAsked, NewCommitteeCard
from scrutiny_app.ui.committees.people_part import PeoplePart
from scrutiny_app.ui.committees.standing_part import StandingPart
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.fields import ChoiceField
from scrutiny_app.ui.widgets.page_head import PageHead
from scrutiny_app.ui.widgets.shown_stack import ShownStack
from scrutiny_app.ui.widgets.tabs import Tabs
from scrutiny_app.ui.widgets.typing_in import forget_typing

_FORM, _LEAST_FORM = 620, 400
# Below this there is no room for the list beside a list and a card
_NARROW = 1_080


class CommitteesPage(Page):
    """Without a committee the room is one small form; with one, a list and five parts."""

    room = Room.COMMITTEES
    name = "Committees"
    icon_name = "users"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.key = CommitteeId("")
        self.head = PageHead(self.theme, "Committees")
        self.list = CommitteeList(self.theme)
        self.form = NewCommitteeCard(self.theme)
        self.members = MembersPart(self)
        self.committee = CommitteePart(self)
        self.standing = StandingPart(self)
        self.council = CouncilPart(self)
        self.people = PeoplePart(self)
        self.tabs = Tabs("Parts of the committee")
        self.new = new_action(
            self, "&New committee", "plus", keys="Ctrl+N", tells="Sets up another committee"
        )
        self.picker = ChoiceField()
        self.picker.setAccessibleName("Committee")
        self.meetings = new_action(
            self, "Its meetings", "calendar-days", tells="Shows the committee's meetings"
        )
        self._place()
        self._connect()

    def _place(self) -> None:
        self._buttons = (
            self.head.add_button(self.meetings),
            self.head.add_button(self.new, first=True),
        )
        for key, name, part in (
            ("members", "&Members", self.members),
            ("committee", "C&ommittee", self.committee),
            ("standing", "Standing items", self.standing),
            ("council", "Council", self.council),
            ("people", "People", self.people),
        ):
            self.tabs.add(key, name.replace("&", ""), part)
        self._desk = QWidget()
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.tabs, 1)
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.addStretch(1)
        column.addWidget(self.form, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._asking = asking
        self.views = ShownStack()
        self.views.addWidget(self._desk)
        self.views.addWidget(asking)
        self.body.addWidget(self.head)
        self.body.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.views, 1)
        self.theme.changed.connect(self._restyle)
        self._restyle()

    def _connect(self) -> None:
        self.list.picked.connect(self._choose)
        self.picker.chosen.connect(self._choose)
        self.new.triggered.connect(self._begin)
        self.meetings.triggered.connect(self._show_meetings)
        self.form.asked.connect(self._make)
        self.form.given_up.connect(self.refresh)
        self.tabs.shown.connect(lambda _key: self._read_part())

    @property
    def today(self) -> date:
        """The day it is in the United Kingdom."""
        return local_moment(self.session.now()).date()

    @override
    def show_place(self, place: Place) -> None:
        if place.key:
            self.key = CommitteeId(place.key)
        elif self.session.committee:
            self.key = self.session.committee
        self.tabs.show_part(place.part)
        self.refresh()
        if self.views.currentWidget() is self._desk and self.tabs.key == "members":
            self.members.table.setFocus()

    @override
    def refresh(self) -> None:
        store = self.session.store
        self.key = chosen_committee(store, self.key, self.today)
        committee = store.committees.get(self.key) if self.key else None
        self.new.setEnabled(not self.session.read_only)
        self.meetings.setEnabled(committee is not None)
        self.list.read(store, self.today, self.key)
        self.picker.offer([(one.name, one.id) for one in committees_in_order(store, self.today)])
        self.picker.show_value(self.key)
        if committee is None:
            self.head.show_words("Committees", "")
            self.head.show_chip("")
            if self.views.currentWidget() is not self._asking:
                self._begin()
            return
        self._show_desk()
        self._say(store, committee)
        self._read_part()

    @override
    def commands(self) -> Sequence[QAction]:
        parts = (self.members, self.committee, self.standing, self.people)
        return (self.new, self.meetings, *(one for part in parts for one in part.actions_here))

    def _say(self, store: Store, committee: Committee) -> None:
        council = store.councils.get(committee.host)
        words = [council.name if council else "", term(committee.valid_from, committee.valid_to)]
        self.head.show_words(
            committee.name, " \N{MIDDLE DOT} ".join(word for word in words if word)
        )
        state = standing_words(committee, self.today)
        self.head.show_chip(state or "In force", Tone.WARN if state else Tone.GOOD)

    def _read_part(self) -> None:
        committee = self.session.store.committees.get(self.key) if self.key else None
        # Actions in the room's menu hear their keys even while their part is hidden
        for action in self.commands():
            if action not in (self.new, self.meetings):
                action.setEnabled(False)
        if committee is None:
            return
        if self.tabs.key == "people":
            self.people.read()
        for key, part in (
            ("members", self.members),
            ("committee", self.committee),
            ("standing", self.standing),
            ("council", self.council),
        ):
            if self.tabs.key == key:
                part.show_committee(committee)

    def _choose(self, key: str) -> None:
        self.settle()
        forget_typing(self)
        self.key = CommitteeId(key)
        committee = self.session.store.committees.get(self.key)
        if committee is not None:
            self._say(self.session.store, committee)
            self._read_part()

    def _show_meetings(self) -> None:
        self.session.choose(self.key)
        self.wants.emit(Place(Room.MEETINGS))

    # --- a new committee ---

    def _begin(self) -> None:
        councils = self.session.store.councils.list()
        known = self.session.store.committees.get(self.key) if self.key else None
        host = self.session.store.councils.get(known.host) if known else None
        self.views.setCurrentWidget(self._asking)
        for button in self._buttons:
            button.hide()
        self.picker.hide()
        self.form.begin(councils, host)
        self.form.setEnabled(not self.session.read_only)

    def _make(self, asked: CommitteeAsked) -> None:
        store = self.session.store
        council = asked.known or store.councils.by_name(asked.council)
        if council is None:
            council = Council(CouncilId(new_key()), asked.council, asked.nation)
        if store.committees.by_name(council.id, asked.committee):
            self.form.refuse(f"{council.name} has a committee of this name. Choose another name.")
            return
        committee = Committee(CommitteeId(new_key()), asked.committee, council.id)
        made = council

        def write(store: Store) -> None:
            store.councils.write(made)
            store.committees.write(committee)

        self.key = committee.id
        if self.do(f"Set up {asked.committee}", write):
            self.tabs.show_part("members")
            self.members.adding.name.setFocus()

    def _show_desk(self) -> None:
        self.views.setCurrentWidget(self._desk)
        for button in self._buttons:
            button.show()
        self._fold()

    def _fold(self) -> None:
        """Choose a committee from the list where there is room for it, else from a box."""
        narrow = self.width() < self.theme.length(_NARROW)
        self.list.setVisible(not narrow)
        self.picker.setVisible(
            narrow and self.picker.count() > 1 and self.views.currentWidget() is self._desk
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        self._fold()
        self.form.setFixedWidth(min(self.theme.length(_FORM), max(_LEAST_FORM, self.width() - 80)))
