"""What may happen to a meeting, and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from scrutiny_app.domain.agenda import AgendaItem
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.wording import long_date

_BEFORE: Mapping[Standing, frozenset[Standing]] = {
    Standing.PLANNED: frozenset(),
    Standing.PUBLISHED: frozenset({Standing.PLANNED}),
    Standing.HELD: frozenset({Standing.PUBLISHED}),
    Standing.INQUORATE: frozenset({Standing.PUBLISHED}),
    Standing.ADJOURNED: frozenset({Standing.PUBLISHED, Standing.INQUORATE}),
    Standing.MOVED: frozenset({Standing.PLANNED, Standing.PUBLISHED}),
    Standing.CANCELLED: frozenset({Standing.PLANNED, Standing.PUBLISHED}),
}
_HOW_IT_STANDS: Mapping[Standing, str] = {
    Standing.PLANNED: "is planned and its agenda is not published",
    Standing.PUBLISHED: "has its agenda published",
    Standing.HELD: "has been held",
    Standing.INQUORATE: "was inquorate",
    Standing.ADJOURNED: "has been adjourned",
    Standing.MOVED: "has been moved",
    Standing.CANCELLED: "is cancelled",
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """When and where a meeting is to be."""

    held_on: date
    starts_at: time
    place: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """A meeting that was adjourned or moved, and the one that goes on with its business.

    ``new`` is planned: it needs fresh notice and a published agenda of its own.
    """

    old: Meeting
    new: Meeting


def publish_agenda(meeting: Meeting, at: datetime) -> Meeting:
    """Return the meeting with its agenda published at a moment (UTC).

    Raises:
        WrongInput: the meeting is past that.
    """
    return replace(_become(meeting, Standing.PUBLISHED), published_at=at)


def may_publish(meeting: Meeting) -> bool:
    """Whether an agenda may still be published: its meeting is planned and not continued.

    Source: as ``publish_agenda``; an agenda is published once.
    """
    return meeting.continued_as is None and meeting.standing in _BEFORE[Standing.PUBLISHED]


def hold(meeting: Meeting) -> Meeting:
    """Return the meeting as held.

    Raises:
        WrongInput: its agenda is not published, or it is past that.
    """
    return _become(meeting, Standing.HELD)


def find_inquorate(meeting: Meeting) -> Meeting:
    """Return the meeting as one that could do no business for want of a quorum.

    Raises:
        WrongInput: its agenda is not published, or it is past that.
    """
    return _become(meeting, Standing.INQUORATE)


def cancel(meeting: Meeting) -> Meeting:
    """Return the meeting as cancelled.

    Raises:
        WrongInput: it is past that.
    """
    return _become(meeting, Standing.CANCELLED)


def adjourn(meeting: Meeting, to: Sitting, key: MeetingId) -> Continuation:
    """Adjourn a meeting that had begun, or was inquorate, to a later day.

    An inquorate meeting stays inquorate in the record, as its minutes must say so. A break on the
    same day is no adjournment of this kind: it stands in the minutes.

    Raises:
        WrongInput: the meeting cannot be adjourned, or the day is not later.

    Source: Local Government Act 1972 s.100A(6)(a), as we read it: notice is of a time and place,
    so a new day needs notice of its own.
    """
    old = _become(meeting, Standing.ADJOURNED)
    if to.held_on <= meeting.held_on:
        raise WrongInput(
            f"A meeting of {long_date(meeting.held_on)} is adjourned to a later day. Choose one, "
            "or note a break on the same day in the minutes."
        )
    if meeting.standing is Standing.INQUORATE:
        old = meeting
    return _continue(old, to, key)


def move(meeting: Meeting, to: Sitting, key: MeetingId) -> Continuation:
    """Move a meeting that has not begun to another day, hour or place.

    Raises:
        WrongInput: the meeting cannot be moved, or nothing about it would change.

    Source: as ``adjourn``.
    """
    old = _become(meeting, Standing.MOVED)
    if to == Sitting(meeting.held_on, meeting.starts_at, meeting.place):
        raise WrongInput(
            f"The meeting of {long_date(meeting.held_on)} is at that hour and place already. "
            "Choose another day, hour or place."
        )
    return _continue(old, to, key)


def carried_over(items: Iterable[AgendaItem], new_key: Callable[[], str]) -> tuple[AgendaItem, ...]:
    """Return items as a meeting has them that goes on with another's business, its papers too.

    They are items of its own, with the same files: what the old meeting published stays as it was.
    """
    return tuple(
        replace(
            item,
            id=ItemId(new_key()),
            papers=tuple(replace(paper, id=PaperId(new_key())) for paper in item.papers),
            added_on=None,
            urgency_reason="",
            chair_agreed_on=None,
        )
        for item in items
    )


def _become(meeting: Meeting, standing: Standing) -> Meeting:
    if meeting.continued_as or meeting.standing not in _BEFORE[standing]:
        allowed = " or ".join(one.value for one in Standing if one in _BEFORE[standing])
        raise WrongInput(
            f"The meeting of {long_date(meeting.held_on)} {_HOW_IT_STANDS[meeting.standing]}, so "
            f"it cannot become {standing.value}: it would have to be {allowed}. If its standing "
            "is wrong, undo the step that set it."
        )
    return replace(meeting, standing=standing)


def _continue(old: Meeting, to: Sitting, key: MeetingId) -> Continuation:
    """Join two meetings; the new one keeps the committee, signatory and officer of the old."""
    new = replace(
        old,
        id=key,
        held_on=to.held_on,
        starts_at=to.starts_at,
        place=to.place,
        standing=Standing.PLANNED,
        first_minute_number=None,
        continued_as=None,
        published_at=None,
        convened_on=None,
        short_notice_reason="",
    )
    return Continuation(replace(old, continued_as=key), new)
