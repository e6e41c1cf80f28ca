"""The minutes of a meeting as an outline: who was there, and one numbered minute an item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Membership, Person


class Attendance(StrEnum):
    """Whether a member came. ``EXPECTED`` stands until the meeting is held."""

    EXPECTED = "expected"
    PRESENT = "present"
    ABSENT_APOLOGIES = "absent with apologies"
    ABSENT_NO_APOLOGIES = "absent without apologies"
    SUBSTITUTED = "substituted"


@dataclass(frozen=True, slots=True)
class MemberAttendance:
    """One member's line; ``substitute`` sat in their place.

    ``reason`` is not for publication unless the officer says so: an illness is health data.
    """

    member: Membership
    attendance: Attendance = Attendance.EXPECTED
    substitute: Person | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Adjournment:
    """A break in the meeting, in local time; ``resumed_at`` is None when it did not resume."""

    adjourned_at: time
    reason: str
    resumed_at: time | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """One decision, numbered from 1 within its minute."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Minute:
    """The record of one item. Points are lettered a), b) … z), aa) in each list's own order."""

    number: int
    item: AgendaItem
    text: str = ""
    highlighted: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    adjournments: tuple[Adjournment, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesOutline:
    """Everything the minutes, or their template, are drawn from."""

    agenda: Agenda
    attendance: tuple[MemberAttendance, ...]
    others: tuple[Person, ...]
    minutes: tuple[Minute, ...]
    started_at: time | None = None
    ended_at: time | None = None


def outline_minutes(agenda: Agenda, *, first_number: int) -> MinutesOutline:
    """Lay out the template of a meeting's minutes: every member expected, one minute an item.

    Source: Local Government Act 1972 Sch 12 para 40 (names of members present) and the practice
    that every agenda item, apologies and interests too, has one minute number.
    """
    return MinutesOutline(
        agenda,
        tuple(MemberAttendance(member) for member in agenda.members),
        (),
        tuple(Minute(first_number + place, item) for place, item in enumerate(agenda.items)),
    )


def point_label(place: int) -> str:
    """Return the letter of a point, counting from 0: a … z, then aa, bb … zz, aaa.

    Source: the lettering of real minutes, which doubles as Word does (aa, bb, not aa, ab).
    """
    return chr(ord("a") + place % 26) * (place // 26 + 1)
