"""Minutes while they are taken: what the officer has noted so far, by seat and by item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Membership, Person
from scrutiny_app.domain.ids import ItemId, MeetingId, MembershipId
from scrutiny_app.domain.minutes.interest import Interest, InterestCategory
from scrutiny_app.domain.minutes.minutes import (
    Adjournment,
    Attendance,
    Attendee,
    MemberAttendance,
    Minute,
    MinutesOutline,
    Resolution,
)
from scrutiny_app.domain.minutes.vote import Vote
from scrutiny_app.domain.public_agenda import public_view


@dataclass(frozen=True, slots=True)
class NotedAttendance:
    """One seat as noted; the fields are those of ``MemberAttendance``."""

    attendance: Attendance = Attendance.EXPECTED
    substitute: Person | None = None
    reason: str = ""
    remote: bool = False
    publish_reason: bool = False
    arrived: time | None = None
    left: time | None = None

    def of(self, member: Membership) -> MemberAttendance:
        """Return the line of a member."""
        return MemberAttendance(
            member,
            self.attendance,
            self.substitute,
            self.reason,
            self.remote,
            self.publish_reason,
            self.arrived,
            self.left,
        )


@dataclass(frozen=True, slots=True)
class NotedInterest:
    """A declaration; ``item`` is what it is about, None for none. Else as ``Interest``."""

    member: str
    category: InterestCategory
    item: ItemId | None = None
    nature: str = ""
    sensitive: bool = False
    left: bool = False
    dispensation: str = ""


@dataclass(frozen=True, slots=True)
class NotedMinute:
    """The record of one item; the fields are those of ``Minute``.

    ``resolutions`` are texts, numbered by their order. ``withheld``: points and resolutions would
    disclose what is not for publication; the public's minutes then have ``text`` alone, which is
    written as the summary of what was done.

    Source: Local Government Act 1972 s.100C(1)(a), (2).
    """

    text: str = ""
    highlighted: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    resolutions: tuple[str, ...] = ()
    adjournments: tuple[Adjournment, ...] = ()
    interests: tuple[NotedInterest, ...] = ()
    votes: tuple[Vote, ...] = ()
    closing: str = ""
    letters_run_on: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class NotedMeeting:
    """What is noted of the meeting as a whole. ``approved_on`` is the day they were confirmed."""

    presiding: str = ""
    started_at: time | None = None
    ended_at: time | None = None
    approved_on: date | None = None
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class NotedMinutes:
    """All that is noted of one meeting; what is not in a mapping was not noted yet."""

    meeting: MeetingId
    sitting: NotedMeeting = NotedMeeting()
    attendance: Mapping[MembershipId, NotedAttendance] = field(default_factory=dict)
    others: tuple[Attendee, ...] = ()
    minutes: Mapping[ItemId, NotedMinute] = field(default_factory=dict)

    @property
    def begun(self) -> bool:
        """Whether anything is noted."""
        sitting = self.sitting != NotedMeeting()
        return sitting or bool(self.attendance or self.others or self.minutes)


def minutes_as_noted(agenda: Agenda, noted: NotedMinutes, *, first_number: int) -> MinutesOutline:
    """Return the whole minutes as they stand, one for every item of the agenda.

    Source: as ``outline_minutes``.
    """
    numbers = {item.id: first_number + place for place, item in enumerate(agenda.items)}
    sitting = noted.sitting
    return MinutesOutline(
        agenda,
        tuple(
            noted.attendance.get(member.id, NotedAttendance()).of(member)
            for member in agenda.members
        ),
        noted.others,
        tuple(
            _minute(item, noted.minutes.get(item.id, NotedMinute()), numbers)
            for item in agenda.items
        ),
        sitting.started_at,
        sitting.ended_at,
        sitting.presiding,
    )


def public_minutes(outline: MinutesOutline, noted: NotedMinutes) -> MinutesOutline:
    """Return minutes as anybody may read them.

    Titles and papers are the public's; of an item that is withheld there is its number and the
    summary that the officer wrote, and of an absence no reason that is not for publication.

    Source: Local Government Act 1972 s.100C(1)(a), (2): minutes are open to inspection without
    what would disclose exempt information, and a written summary stands in its place.
    """
    public = public_view(outline.agenda)
    items = {item.id: item for item in public.items}
    return replace(
        outline,
        agenda=public,
        minutes=tuple(
            Minute(one.number, items[one.item.id], one.text)
            if noted.minutes.get(one.item.id, NotedMinute()).withheld
            else replace(one, item=items[one.item.id])
            for one in outline.minutes
        ),
        attendance=tuple(
            one if one.publish_reason else replace(one, reason="") for one in outline.attendance
        ),
    )


def _minute(item: AgendaItem, noted: NotedMinute, numbers: Mapping[ItemId, int]) -> Minute:
    return Minute(
        numbers[item.id],
        item,
        noted.text,
        noted.highlighted,
        noted.raised,
        tuple(Resolution(place, text) for place, text in enumerate(noted.resolutions, start=1)),
        noted.adjournments,
        tuple(_interests(noted.interests, numbers)),
        noted.votes,
        noted.closing,
        noted.letters_run_on,
    )


def _interests(noted: Iterable[NotedInterest], numbers: Mapping[ItemId, int]) -> Iterable[Interest]:
    for one in noted:
        yield Interest(
            one.member,
            one.category,
            None if one.item is None else numbers.get(one.item),
            one.nature,
            one.sensitive,
            one.left,
            one.dispensation,
        )


def points_in(text: str) -> tuple[str, ...]:
    """Return the points that an officer typed, one a line; empty lines are left out.

    Letters in front ("a)", "bb)") are taken off, and lines that begin with "- " stay with the
    point before them.
    """
    points: list[str] = []
    for line in text.splitlines():
        said = line.strip()
        if said.startswith("- ") and points:
            points[-1] = f"{points[-1]}\n{said}"
        elif said:
            points.append(_without_letter(said))
    return tuple(point for point in points if point)


def _without_letter(line: str) -> str:
    letter, bracket, rest = line.partition(")")
    if bracket and letter.isalpha() and letter == letter[0] * len(letter) and letter.islower():
        return rest.strip()
    return line
