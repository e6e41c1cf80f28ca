"""Plan a year's meetings: every accepted day becomes a meeting, all in one step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import CommitteeId, MeetingId
from scrutiny_app.jobs.plan_meeting import plan_meeting
from scrutiny_app.store.store import Store


def plan_year(
    store: Store,
    committee: CommitteeId,
    days: Iterable[date],
    starts_at: time,
    *,
    place: str = "",
) -> tuple[MeetingId, ...]:
    """Write a meeting with its standing items for every day, and return them in order.

    Raises:
        NotFound: there is no such committee.
        WrongInput: there is no day, or the committee meets at one of them already; nothing was
            written.
    """
    accepted = sorted(set(days))
    found = store.committees.get(committee)
    if found is None:
        raise NotFound("There is no such committee in this workspace. List them and choose one.")
    if not accepted:
        raise WrongInput("No day is chosen. Choose at least one.")
    name = "1 meeting" if len(accepted) == 1 else f"{len(accepted)} meetings"
    planned: list[MeetingId] = []
    with store.step(f"Plan {name} of {found.name}"):
        for day in accepted:
            agenda = plan_meeting(store, committee, day, starts_at, place=place)
            store.agendas.write(agenda)
            planned.append(agenda.meeting.id)
    return tuple(planned)
