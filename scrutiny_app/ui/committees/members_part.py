"""Who sits on a committee: on any day, or ever; added, changed and put in the printed order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutiny_app.domain.committee import Committee, Membership, Person, Role
from scrutiny_app.domain.ids import MembershipId, PersonId
from scrutiny_app.domain.membership import (
    chairs_on,
    reordered,
    seated_on,
    sits_on,
    substitutes_on,
    voting_members,
    with_seat,
)
from scrutiny_app.domain.membership_checks import membership_findings
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.quorum import quorum_needed
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store
from scrutiny_app.ui.committees.add_member_card import AddMemberCard, MemberAsked
from scrutiny_app.ui.committees.labels import ROLES, counted, seat_words, term
from scrutiny_app.ui.committees.member_card import MemberCard
from scrutiny_app.ui.page import Page
from scrutiny_app.ui.widgets.action_button import new_action
from scrutiny_app.ui.widgets.card import Card
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.fields import ChoiceField, DayField, Field
from scrutiny_app.ui.widgets.form import field_row, told
from scrutiny_app.ui.widgets.record_table import Column, RecordTable, Rows
from scrutiny_app.ui.widgets.row_menu import row_menu
from scrutiny_app.ui.widgets.side_by_side import SideBySide
from scrutiny_app.ui.widgets.status_list import State, StatusLine, StatusList

_COLUMNS: Sequence[Column[Membership]] = (
    Column("Member", lambda one: one.person.full_name, below=seat_words),
    Column(
        "Role",
        lambda one: "" if one.role is Role.MEMBER else ROLES[one.role],
        width=110,
        says=lambda one: ROLES[one.role],
        tone=lambda one: Tone.ACCENT if one.role is Role.CHAIR else Tone.PLAIN,
    ),
    Column("Sits", lambda one: term(one.valid_from, one.valid_to), width=210, spare=True),
)


class MembersPart(QWidget):
    """The list of members with a line to add to it, and the chosen one in full beside it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._committee: Committee | None = None
        self._shown: tuple[Membership, ...] = ()
        today = local_moment(page.session.now()).date()
        self.day = DayField(today)
        self.ever = ChoiceField([("On this day", False), ("Everybody, past and future", True)])
        rows = Rows(lambda: len(self._shown), lambda _o, first, many: self._shown[first:][:many])
        self.table = RecordTable(page.theme, "Members", _COLUMNS, rows)
        self.table.known_by(lambda one: one.id if isinstance(one, Membership) else one)
        self.says = told(look="small")
        self.odd = StatusList(page.theme, "What is odd in the seats")
        self.card = Card(page.theme, "Members")
        self.adding = AddMemberCard(page.theme)
        self.member = MemberCard(page.theme)
        self._up, self._down, self._away = self._actions()
        self._place()
        self._connect()

    def _actions(self) -> tuple[QAction, QAction, QAction]:
        self.table.setAccessibleDescription(
            "Alt+Up and Alt+Down change the printed order, Delete removes a seat made by mistake"
        )
        up = new_action(self, "Move the member &up", "arrow-up", keys="Alt+Up")
        down = new_action(self, "Move the member &down", "arrow-down", keys="Alt+Down")
        away = new_action(
            self,
            "&Remove the seat",
            "trash",
            tells="Removes a seat made by mistake; somebody who leaves is given a last day instead",
        )
        self.table.addAction(away)
        up.triggered.connect(lambda: self._move(-1))
        down.triggered.connect(lambda: self._move(1))
        away.triggered.connect(self._remove)
        return up, down, away

    def _place(self) -> None:
        self.card.add_tools(self._up, self._down, self._away)
        day = Field("Who sits on this da&y", self.day, "Shows the members of that day")
        self.card.body.addLayout(field_row([day, Field("Sho&w", self.ever)]))
        self.card.body.addWidget(self.says)
        self.card.body.addWidget(self.odd)
        self.card.body.addWidget(self.table, 1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card, 1)
        column.addWidget(self.adding)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideBySide(self._page.theme, left, self.member))

    def _connect(self) -> None:
        self.day.dateChanged.connect(lambda _day: self.read())
        self.ever.chosen.connect(lambda _ever: self.read())
        self.table.picked.connect(self._pick)
        self.table.opened.connect(lambda _one: self.member.name.setFocus())
        self.table.removes.connect(self._remove)
        row_menu(self.table, (self._up, self._down, self._away))
        self.adding.asked.connect(self._add)
        self.member.changed.connect(self._change)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done with the chosen member."""
        return self._up, self._down, self._away

    def show_committee(self, committee: Committee) -> None:
        """Show the members of a committee."""
        if self._committee is None or self._committee.id != committee.id:
            self.table.clearSelection()
            self.member.show_seat(None)
        self._committee = committee
        self.read()

    def read(self) -> None:
        """Read the members again."""
        if self._committee is None:
            return
        store = self._page.session.store
        ever = store.memberships.ever(self._committee.id)
        day = self.day.day
        everybody = bool(self.ever.currentData())
        self.day.setEnabled(not everybody)
        self._shown = ever if everybody else seated_on(ever, day) + substitutes_on(ever, day)
        self.table.read_again()
        if self.table.current() is None and self._shown:
            self.table.selectRow(0)
        self._pick(self.table.current())
        self.adding.offer(store.people.list())
        self._count(seated_on(ever, day))
        self._tell_odd(ever)
        may_write = not self._page.session.read_only
        self.adding.setEnabled(may_write)
        self.member.setEnabled(may_write)
        self._up.setEnabled(may_write and not everybody)
        self._down.setEnabled(may_write and not everybody)
        self._away.setEnabled(may_write and bool(self._shown))

    def _count(self, seated: tuple[Membership, ...]) -> None:
        committee = self._committee
        if committee is None:
            return
        self.card.say(counted(len(seated), "member") if seated else "nobody yet")
        voting = len(voting_members(seated, education=False))
        needed = quorum_needed(committee.quorum, voting)
        words = f"{counted(voting, 'member')} may vote on everything; the quorum is {needed}."
        if not chairs_on(seated, self.day.day):
            words += " The chair is vacant."
        if not seated:
            words = "Nobody sits on this day. Type a name below and press Enter."
        self.says.setText(words)

    def _tell_odd(self, ever: tuple[Membership, ...]) -> None:
        """Tell what is odd in the seats of all times: two chairs, two seats of one person."""
        found = membership_findings(ever)
        self.odd.show_lines([StatusLine(State.WARNING, one.message) for one in found])
        self.odd.setVisible(bool(found))

    def _pick(self, one: object) -> None:
        known = isinstance(one, Membership) and one in self._shown
        self.member.show_seat(one if known and isinstance(one, Membership) else None)

    # --- what is done ---

    def _add(self, asked: MemberAsked) -> None:
        committee = self._committee
        if committee is None:
            return
        store = self._page.session.store
        person = _person(store, asked)
        ever = store.memberships.ever(committee.id)
        if any(one.person.id == person.id and sits_on(one, self.day.day) for one in ever):
            self._page.strip.say(f"{person.full_name} sits on {committee.name} already.", "warn")
            return
        order = 1 + max((one.order for one in ever), default=-1)
        key = MembershipId(new_key())
        seat = Membership(key, committee.id, person, role=asked.role, order=order)
        seat = with_seat(seat, asked.seat)
        self._page.do(f"Add {person.full_name}", lambda store: store.memberships.write(seat))
        self._select(key)

    def _select(self, key: MembershipId) -> None:
        for place, one in enumerate(self._shown):
            if one.id == key:
                self.table.selectRow(place)

    def _change(self, seat: Membership) -> None:
        before = next((one for one in self._shown if one.id == seat.id), seat)
        name = f"Change the seat of {before.person.full_name}"
        self._page.do(name, lambda store: store.memberships.write(seat), joins=True)

    def _move(self, by: int) -> None:
        one = self.table.current()
        if not isinstance(one, Membership):
            return
        moved = reordered(self._shown, one.id, by)

        def write(store: Store) -> None:
            for seat in moved:
                store.memberships.write(seat)

        self._page.do(f"Move {one.person.full_name} in the list", write)
        self._select(one.id)

    def _remove(self) -> None:
        one = self.table.current()
        if isinstance(one, Membership):
            name = f"Remove the seat of {one.person.full_name}"
            self._page.do(name, lambda store: store.memberships.remove(one.id))


def _person(store: Store, asked: MemberAsked) -> Person:
    """Return the person who is known by this name, else a new one."""
    for person in store.people.list():
        if person.name.casefold() == asked.name.casefold():
            return person
    return Person(PersonId(new_key()), asked.name, asked.title)
