"""Record a publication: from then on titles and page numbers stand."""

from __future__ import annotations

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.publication_order import FirstIssue, PublishedAgenda
from scrutiny_app.store.store import Store


def record_publication(store: Store, made: FirstIssue) -> PublishedAgenda:
    """Put the first issue on record. It cannot be undone, nor can anything done before it.

    Raises:
        WrongInput: the agenda was changed since the issue was made from it.
    """
    agenda = made.agenda
    if store.agendas.read(agenda.meeting.id) != made.before:
        raise WrongInput(
            "The agenda was changed while its publication was being prepared, so nothing was "
            "published. Look at the agenda again, then publish it."
        )
    day = long_date(agenda.meeting.held_on)
    with store.step(f"Publish {agenda.committee.name}, {day}", undoable=False):
        store.agendas.write(agenda)
        store.issues.add(made.issue)
    return PublishedAgenda(made.issue, made.reminders)
