"""Hand a year's work programme on to the next: what is parked and what returns every year."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.ids import ProgrammeId
from scrutiny_app.domain.municipal_year import parse_year_label, year_label
from scrutiny_app.domain.programme.programme import Programme
from scrutiny_app.domain.programme.recurrence import carry_forward
from scrutiny_app.jobs.programme.start_programme import start_programme
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def hand_on_programme(store: Store, programme: ProgrammeId, *, on: date) -> Programme:
    """Return the next year's programme with what the year before hands on, written as one step.

    Raises:
        NotFound: there is no such programme.
    """
    last = store.programmes.get(programme)
    label = year_label(parse_year_label(last.municipal_year) + 1)
    following = start_programme(store, last.committee, label)
    left, handed = carry_forward(last, following, on=on, new_key=new_key)
    with store.step(f"Hand the work programme of {last.municipal_year} on to {label}"):
        store.programmes.write(left)
        store.programmes.write(handed)
    return store.programmes.get(handed.id)
