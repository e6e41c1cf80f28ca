"""Record a supplement: from then on its pages stand as those of the agenda do."""

from __future__ import annotations

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.packs.issue_order import MadeSupplement
from scrutiny_app.store.store import Store


def record_supplement(store: Store, made: MadeSupplement) -> None:
    """Put a supplement and its receipts on record. A new one cannot be undone.

    Raises:
        WrongInput: the agenda was changed since the supplement was made from it.
    """
    if made.again:
        for receipt in made.receipts:
            store.packs.record(receipt)
        return
    agenda = made.supplement.agenda
    if store.agendas.read(agenda.meeting.id) != made.before:
        raise WrongInput(
            "The agenda was changed while its supplement was being made, so nothing was issued. "
            f"Do not give {made.receipt.file_name} out; make the supplement again."
        )
    day = long_date(agenda.meeting.held_on)
    name = f"Issue supplement {made.supplement.number}, {agenda.committee.name}, {day}"
    with store.step(name, undoable=False):
        store.agendas.write(agenda)
        store.issues.add(made.issue)
        for receipt in made.receipts:
            store.packs.record(receipt)
