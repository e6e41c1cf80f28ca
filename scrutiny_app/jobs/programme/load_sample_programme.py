"""Load the sample council's work programme, once."""

from __future__ import annotations

from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.rulebook.sample_programme import sample_programme
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def load_sample_programme(store: Store, meeting: MeetingId) -> None:
    """Give the committee of the sample meeting its work programme, if it has none, as one step."""
    agenda = store.agendas.read(meeting)
    sample = sample_programme(agenda.committee.id, agenda.council.id, new_key)
    if store.programmes.of(agenda.committee.id, sample.programme.municipal_year) is not None:
        return
    with store.step(f"Load the work programme of {agenda.committee.name}"):
        store.programmes.write(sample.programme)
        for request in sample.requests:
            store.return_requests.write(request)
        for decision in sample.decisions:
            store.plan_entries.write(decision)
