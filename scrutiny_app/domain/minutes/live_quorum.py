"""How a meeting stands at this moment, while it goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from scrutiny_app.domain.agenda import AgendaItem
from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.ids import MembershipId
from scrutiny_app.domain.membership import voting_members
from scrutiny_app.domain.minutes.minutes import (
    Attendance,
    MemberAttendance,
    MinutesOutline,
    seats_taken,
)
from scrutiny_app.domain.quorum import Quorum, quorum_for, quorum_needed


@dataclass(frozen=True, slots=True)
class QuorumNow:
    """How many voting members are in the room, out of how many, and how many are needed."""

    state: Quorum
    here: int
    needed: int
    voting: int

    def __str__(self) -> str:
        """Say it in a sentence: "4 of 9 voting members are here; 3 are needed."."""
        return f"{self.here} of {self.voting} voting members are here; {self.needed} are needed."


def quorum_now(outline: MinutesOutline, item: AgendaItem, *, at: time | None = None) -> QuorumNow:
    """Return how a meeting stands for an item, now or at a local time.

    Without a time those count who came and are not noted to have left. Who left the room for an
    interest in the item does not count.

    Source: the council's constitution, see ``quorum.py``.
    """
    agenda = outline.agenda
    present = seats_at(outline, at) - seats_left_for(outline, item)
    voting = voting_members(agenda.members, education=item.education)
    return QuorumNow(
        quorum_for(agenda.committee.quorum, agenda.members, present, item),
        sum(one.id in present for one in voting),
        quorum_needed(agenda.committee.quorum, len(voting)),
        len(voting),
    )


def seats_at(outline: MinutesOutline, at: time | None) -> frozenset[MembershipId]:
    """Return the seats taken at a local time, None for now."""
    here = [one for one in outline.attendance if _in_the_room(one, at)]
    remote = outline.agenda.council.nation is Nation.WALES
    return seats_taken(here, remote_counts=remote)


def seats_left_for(outline: MinutesOutline, item: AgendaItem) -> frozenset[MembershipId]:
    """Return the seats of members who left the room for an item."""
    numbers = {minute.number for minute in outline.minutes if minute.item.id == item.id}
    names = {
        interest.member
        for minute in outline.minutes
        for interest in minute.interests
        if interest.left and interest.minute in numbers
    }
    return frozenset(one.member.id for one in outline.attendance if who_sat(one) in names)


def who_sat(one: MemberAttendance) -> str:
    """Return the name of who took a seat: the substitute where one did, else the member."""
    if one.attendance is Attendance.SUBSTITUTED and one.substitute:
        return one.substitute.full_name
    return one.member.person.full_name


def _in_the_room(one: MemberAttendance, at: time | None) -> bool:
    if at is None:
        return one.left is None
    return (one.arrived or time.min) <= at < (one.left or time.max)
