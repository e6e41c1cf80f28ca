"""Plan a meeting: a new agenda with the committee's members and standing items."""

from __future__ import annotations

from datetime import date, time

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import CommitteeId, MeetingId
from scrutiny_app.domain.meeting import ContactOfficer, Meeting, Standing
from scrutiny_app.domain.municipal_year import assumed_year
from scrutiny_app.domain.standing_items import StandingItem, ordinary_agenda
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

_NOT_HELD = (Standing.CANCELLED, Standing.MOVED)


def plan_meeting(
    store: Store, committee: CommitteeId, held_on: date, starts_at: time, *, place: str = ""
) -> Agenda:
    """Return the agenda of a new meeting, for a step to write.

    Place, contact officer and signatory are those of the committee's meeting before it; the items
    are the standing ones, without minutes to confirm where there was no meeting yet.

    Raises:
        NotFound: there is no such committee.
        WrongInput: it meets at this day and time already, or does not exist on that day.
    """
    found = _committee(store, committee, held_on)
    council = store.councils.get(found.host)
    if council is None:
        raise NotFound("The committee's council is not in this workspace any more. Undo its loss.")
    meetings = store.meetings.of(committee)
    _refuse_twice(meetings, held_on, starts_at)
    last = _last_before(meetings, held_on)
    planned = _planned(found, last, held_on, starts_at, place)
    items = ordinary_agenda(
        standing_items_of(store, found.id, council.house_style),
        (),
        previous_meeting=last.held_on if last else None,
        new_key=new_key,
    )
    return Agenda(council, found, planned, store.memberships.of(committee, held_on), items)


def standing_items_of(store: Store, committee: CommitteeId, style: str) -> tuple[StandingItem, ...]:
    """Return a committee's own standing items, else those of its council's house style."""
    return store.standing_items.of(committee) or house_style(style).standing_items


def _committee(store: Store, key: CommitteeId, held_on: date) -> Committee:
    committee = store.committees.get(key)
    if committee is None:
        raise NotFound("There is no such committee in this workspace. List them and choose one.")
    begins, ends = committee.valid_from or date.min, committee.valid_to or date.max
    if not begins <= held_on <= ends:
        raise WrongInput(
            f"{committee.name} does not exist on {long_date(held_on)}. Choose another day, or "
            "change the committee's first or last day."
        )
    return committee


def _refuse_twice(meetings: tuple[Meeting, ...], held_on: date, starts_at: time) -> None:
    for one in meetings:
        if (one.held_on, one.starts_at) == (held_on, starts_at) and one.standing not in _NOT_HELD:
            raise WrongInput(
                f"This committee meets at {clock_time(starts_at)} on {long_date(held_on)} already. "
                "Choose another day or time."
            )


def _last_before(meetings: tuple[Meeting, ...], held_on: date) -> Meeting | None:
    held = [one for one in meetings if one.held_on < held_on and one.standing not in _NOT_HELD]
    return held[-1] if held else None


def _planned(
    committee: Committee, last: Meeting | None, held_on: date, starts_at: time, place: str
) -> Meeting:
    return Meeting(
        MeetingId(new_key()),
        committee.id,
        held_on,
        starts_at,
        place=place or (last.place if last else ""),
        municipal_year=assumed_year(held_on).label,
        signatory=last.signatory if last else "",
        officer=last.officer if last else ContactOfficer(),
    )
