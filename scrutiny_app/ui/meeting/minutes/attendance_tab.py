"""Attendance: who came, who sat in whose place, when they came and went, and the quorum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.minutes.minutes import Attendance, MemberAttendance
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab
from scrutiny_app.ui.meeting.minutes.member_card import MemberCard
from scrutiny_app.ui.meeting.minutes.members_card import MembersCard
from scrutiny_app.ui.meeting.minutes.noting import (
    Noting,
    note_member,
    note_sitting,
    read_noting,
)
from scrutiny_app.ui.meeting.minutes.others_card import OthersCard
from scrutiny_app.ui.meeting.minutes.sitting_card import SittingCard
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.empty_state import EmptyState
from scrutiny_app.ui.widgets.status_list import StatusList


class AttendanceTab(MeetingTab):
    """Left, the roll; right, the one selected, the quorum, the others and the sitting."""

    help_topic = "attendance"

    def __init__(self, desk: MeetingDesk) -> None:
        super().__init__(desk)
        self._noting: Noting | None = None
        self.members = MembersCard(self.theme)
        self.member = MemberCard(self.theme)
        self.others = OthersCard(self.theme)
        self.sitting = SittingCard(self.theme)
        self.quorum = StatusList(self.theme, "Quorum")
        go = new_action(self, "Go to the committee", "users")
        go.triggered.connect(lambda: self.desk.go(Place(Room.COMMITTEES)))
        self.empty = EmptyState(
            self.theme,
            "users",
            "Nobody sits on this committee yet",
            "Add its members under Committees; then they stand here, ready for the roll.",
            go,
        )
        self._place()
        self.members.picked.connect(self._pick)
        self.members.noted.connect(self._note)
        self.members.all_present.triggered.connect(self._all_present)
        self.member.settled.connect(lambda member, noted: note_member(desk, member, noted))
        self.others.settled.connect(self._note_others)
        self.sitting.settled.connect(lambda noted: note_sitting(desk, noted))

    def _place(self) -> None:
        quorum = Card(self.theme, "Quorum")
        quorum.body.addWidget(self.quorum)
        inner = QWidget()
        right = QVBoxLayout(inner)
        right.setContentsMargins(0, 0, 4, 0)
        right.setSpacing(12)
        for card in (quorum, self.member, self.sitting, self.others):
            right.addWidget(card)
        right.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.members, 5)
        row.addWidget(self.empty, 5)
        row.addWidget(area, 4)
        self.body.addLayout(row, 1)

    @override
    def show_agenda(self, agenda: Agenda) -> None:
        noting = self._noting = read_noting(self.desk, agenda)
        may = not self.session.read_only
        people = self.session.store.people.list()
        style = house_style(agenda.council.house_style)
        self.member.offer(style.minutes.apology_reasons, people)
        self.members.setVisible(bool(agenda.members))
        self.empty.setVisible(not agenda.members)
        self.member.setVisible(bool(agenda.members))
        self.members.show_lines(noting.outline.attendance, may=may)
        self.others.show_others(noting.noted.others, may=may)
        names = [one.person.full_name for one in agenda.members]
        self.sitting.show_sitting(noting.noted.sitting, names, may=may)
        self._pick(self.members.table.current())
        if agenda.items:
            self.quorum.show_lines([noting.quorum_line(agenda.items[0])])

    @override
    def commands(self) -> Sequence[QAction]:
        return self.members.commands()

    def _pick(self, line: object) -> None:
        if isinstance(line, MemberAttendance) and self._noting is not None:
            noted = self._noting.attendance(line.member)
            self.member.show_member(line.member, noted, may=not self.session.read_only)

    def _note(self, line: MemberAttendance, attendance: Attendance) -> None:
        if self._noting is None or self.session.read_only:
            return
        noted = replace(self._noting.attendance(line.member), attendance=attendance)
        note_member(self.desk, line.member, noted)

    def _all_present(self) -> None:
        noting = self._noting
        if noting is None:
            return
        expected = [
            one.member for one in noting.outline.attendance if one.attendance is Attendance.EXPECTED
        ]
        meeting = self.desk.agenda.meeting.id

        def write(store: Store) -> None:
            for member in expected:
                noted = replace(noting.attendance(member), attendance=Attendance.PRESENT)
                store.minutes.write_attendance(meeting, member.id, noted)

        self.desk.do("Note the rest as present", write)

    def _note_others(self, others: object) -> None:
        meeting = self.desk.agenda.meeting.id
        people = tuple(others) if isinstance(others, tuple) else ()
        self.desk.do(
            "Note who else came", lambda store: store.minutes.write_others(meeting, people)
        )
