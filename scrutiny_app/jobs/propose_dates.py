"""Propose a year's meetings of a committee, with what speaks against each day."""

from __future__ import annotations

from datetime import date, time, timedelta

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.meeting_dates import (
    LEAST_GAP,
    DateRule,
    OtherMeeting,
    ProposedDate,
    days_by_rule,
    review_dates,
)
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.store.store import Store

_NOT_HELD = (Standing.CANCELLED, Standing.MOVED)


def propose_dates(
    store: Store,
    committee: CommitteeId,
    rule: DateRule,
    starts_at: time,
    *,
    between: tuple[date, date],
) -> tuple[ProposedDate, ...]:
    """Return the days of a rule between two days, both included, each looked at for clashes.

    Raises:
        NotFound: there is no such committee.
        WrongInput: the rule cannot be.
    """
    found = store.committees.get(committee)
    council = None if found is None else store.councils.get(found.host)
    if found is None or council is None:
        raise NotFound("There is no such committee in this workspace. List them and choose one.")
    first, last = between
    days = days_by_rule(rule, first, last)
    years = {first.year, last.year, *(day.year for day in days)}
    gap = timedelta(days=LEAST_GAP)
    meetings = store.meetings.between(first - gap, last + gap)
    return review_dates(
        days,
        starts_at,
        working_calendar(council.nation, years, council.closed_days),
        [_other(store, one, committee) for one in meetings if one.standing not in _NOT_HELD],
        members=_members(store, committee, first) | _members(store, committee, last),
    )


def _other(store: Store, meeting: Meeting, own: CommitteeId) -> OtherMeeting:
    committee = store.committees.get(meeting.committee)
    return OtherMeeting(
        committee.name if committee else "A committee",
        meeting.held_on,
        meeting.starts_at,
        _members(store, meeting.committee, meeting.held_on),
        own=meeting.committee == own,
    )


def _members(store: Store, committee: CommitteeId, on: date) -> frozenset[str]:
    return frozenset(one.person.full_name for one in store.memberships.of(committee, on))
