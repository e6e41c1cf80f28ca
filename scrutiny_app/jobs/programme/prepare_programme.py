"""Read from the workspace what a work programme is printed from."""

from __future__ import annotations

from scrutiny_app.documents.programmes.programme_document import ProgrammeOrder
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ProgrammeId
from scrutiny_app.jobs.refuse_private_words import refuse_private_words
from scrutiny_app.store.store import Store


def prepare_programme(store: Store, programme: ProgrammeId) -> ProgrammeOrder:
    """Return a work programme to be printed; it travels to the window's worker.

    Raises:
        NotFound: there is no such programme.
        LeakFound: it says what withheld minutes say.
    """
    found = store.programmes.get(programme)
    committee = store.committees.get(found.committee)
    council = None if committee is None else store.councils.get(committee.host)
    if committee is None or council is None:
        raise NotFound("The programme's committee is not in this workspace. Undo its loss.")
    refuse_private_words(store, committee.id, found.items)
    return ProgrammeOrder(found, committee.name, council.name, council.house_style)
