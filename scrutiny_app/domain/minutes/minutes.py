"""The minutes of a meeting as an outline: who was there, and one numbered minute an item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Membership, Person
from scrutiny_app.domain.ids import MembershipId
from scrutiny_app.domain.minutes.interest import Interest
from scrutiny_app.domain.minutes.vote import Vote


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
    ``publish_reason`` is the officer's word. ``remote`` says that they, or their substitute,
    joined from elsewhere. ``arrived`` and ``left`` are local times, None for the whole meeting.
    """

    member: Membership
    attendance: Attendance = Attendance.EXPECTED
    substitute: Person | None = None
    reason: str = ""
    remote: bool = False
    publish_reason: bool = False
    arrived: time | None = None
    left: time | None = None


@dataclass(frozen=True, slots=True)
class Attendee(Person):
    """Somebody who came and is no member, with what they came as ("Director of Education")."""

    role: str = ""


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
    """The record of one item. Points are lettered a), b) … z), aa) in each list's own order.

    ``letters_run_on`` letters ``raised`` on from ``highlighted``. A point may be a heading among
    the points ("### Attendance") and may end in lines that begin with "- ". ``closing`` stands
    after the points: the Chair's thanks.
    """

    number: int
    item: AgendaItem
    text: str = ""
    highlighted: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    adjournments: tuple[Adjournment, ...] = ()
    interests: tuple[Interest, ...] = ()
    votes: tuple[Vote, ...] = ()
    closing: str = ""
    letters_run_on: bool = False


@dataclass(frozen=True, slots=True)
class MinutesOutline:
    """Everything the minutes, or their template, are drawn from.

    ``presiding`` is who took the chair, where it is known.
    """

    agenda: Agenda
    attendance: tuple[MemberAttendance, ...]
    others: tuple[Person, ...]
    minutes: tuple[Minute, ...]
    started_at: time | None = None
    ended_at: time | None = None
    presiding: str = ""

    @property
    def present(self) -> tuple[MemberAttendance, ...]:
        """The members who came, in printed order; a substitute stands in ``absent``."""
        return tuple(one for one in self.attendance if one.attendance is Attendance.PRESENT)

    @property
    def absent(self) -> tuple[MemberAttendance, ...]:
        """The members who did not come, those with a substitute too, in printed order."""
        here = (Attendance.PRESENT, Attendance.EXPECTED)
        return tuple(one for one in self.attendance if one.attendance not in here)


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


def seats_taken(
    attendance: Iterable[MemberAttendance], *, remote_counts: bool = False
) -> frozenset[MembershipId]:
    """Return the seats that count as present: a substitute takes the seat of their member.

    ``remote_counts`` says whether somebody who joined from elsewhere is present in law.

    Source: in England they are not, believed and not settled: nothing was found in the English
    Devolution and Community Empowerment Act 2026 that changed it, but it was not read. In Wales
    they are: Local Government and Elections (Wales) Act 2021 Sch 4.
    """
    taken = (Attendance.PRESENT, Attendance.SUBSTITUTED)
    return frozenset(
        one.member.id
        for one in attendance
        if one.attendance in taken and (remote_counts or not one.remote)
    )


def resolution_lines(resolutions: Sequence[Resolution]) -> tuple[str, ...]:
    """Return the resolutions of a minute with the stops they have in a list.

    Source: practice: a semicolon after each, "; and" after the last but one, then a full stop.
    """
    last = len(resolutions) - 1
    return tuple(
        one.text.strip().rstrip(".;,") + _stop(place, last) for place, one in enumerate(resolutions)
    )


def joined_resolutions(resolutions: Sequence[Resolution]) -> str:
    """Return the resolutions of a minute in one line, as in "1) …; 2) …; and 3) …".

    Source: as ``resolution_lines``.
    """
    numbered = zip(resolutions, resolution_lines(resolutions), strict=True)
    return " ".join(f"{one.number}) {line}" for one, line in numbered)


def _stop(place: int, last: int) -> str:
    if place == last:
        return "."
    return "; and" if place == last - 1 else ";"
