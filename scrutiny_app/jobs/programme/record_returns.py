"""Record what a meeting's resolutions ask to come back (rule W1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from scrutiny_app.domain.ids import MeetingId, ProgrammeItemId, RequestId
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, with_item
from scrutiny_app.domain.programme.returns import (
    MinutedResolution,
    ReturnRequest,
    item_for,
    returned,
    returns_asked_for,
)
from scrutiny_app.jobs.veil_requests import veil_requests
from scrutiny_app.rulebook.work_programmes import programme_settings
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def record_returns(
    store: Store, meeting: MeetingId, resolutions: Iterable[MinutedResolution]
) -> tuple[ReturnRequest, ...]:
    """Keep a request for every resolution that asks for one and has none yet, as one step.

    Raises:
        NotFound: there is no such meeting.
    """
    held = store.meetings.get(meeting)
    template = ReturnRequest(RequestId(""), held.committee, "-", held.held_on, meeting=held.id)
    made = returns_asked_for(
        resolutions,
        template,
        programme_settings().return_words,
        known=store.return_requests.list(held.committee),
        new_key=new_key,
    )
    if made:
        with store.step(f"Keep {len(made)} requests of {held.held_on}"):
            for request in made:
                store.return_requests.write(request)
    return made


def plan_return(
    store: Store, request: RequestId, programme: Programme, *, on: date
) -> ProgrammeItem:
    """Make a parked programme item of a request, tied to it, as one step.

    A work programme is public: an item for what was asked for in private does not say what.

    Raises:
        NotFound: there is no such request.
    """
    asked = store.return_requests.get(request)
    (public,) = veil_requests(store, (asked,))
    item = item_for(public, ProgrammeItemId(new_key()), on=on)
    with store.step(f'Plan "{item.title}"'):
        store.programmes.write(with_item(programme, item))
        store.return_requests.write(replace(asked, item=item.id))
    return item


def mark_returned(store: Store, request: RequestId, *, on: date, how: str) -> ReturnRequest:
    """Record that a request was answered, and how, as one step.

    Raises:
        NotFound: there is no such request.
        WrongInput: it is not said how, or the day cannot be.
    """
    answered = returned(store.return_requests.get(request), on=on, how=how)
    with store.step(f'"{answered.text}" came back'):
        store.return_requests.write(answered)
    return answered
