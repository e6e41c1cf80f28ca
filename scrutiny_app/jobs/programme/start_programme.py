"""Start a committee's work programme for a year."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.ids import CommitteeId, ProgrammeId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.municipal_year import parse_year_label, year_label
from scrutiny_app.domain.programme.programme import Programme
from scrutiny_app.domain.programme.written_days import year_of
from scrutiny_app.rulebook.work_programmes import programme_settings
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

_NOT_HELD = (Standing.CANCELLED, Standing.MOVED)


def start_programme(store: Store, committee: CommitteeId, municipal_year: str) -> Programme:
    """Return a committee's programme for a year, a new one for a step to write if it has none.

    A new one has the days of the committee's meetings in that year and the usual capacity.

    Raises:
        WrongInput: the year is no municipal year.
    """
    label = year_label(parse_year_label(municipal_year))
    known = store.programmes.of(committee, label)
    if known is not None:
        return known
    return Programme(
        ProgrammeId(new_key()),
        committee,
        label,
        meeting_days(store, committee, label),
        capacity=programme_settings().capacity,
    )


def meeting_days(store: Store, committee: CommitteeId, municipal_year: str) -> tuple[date, ...]:
    """Return the days of a committee's meetings in a municipal year, in order.

    Raises:
        WrongInput: the year is no municipal year.
    """
    year = year_of(municipal_year)
    days = {
        meeting.held_on
        for meeting in store.meetings.of(committee)
        if meeting.standing not in _NOT_HELD
        and (meeting.municipal_year == municipal_year or meeting.held_on in year)
    }
    return tuple(sorted(days))
