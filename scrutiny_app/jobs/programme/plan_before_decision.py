"""Plan an item that looks at a decision of the forward plan before it is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.ids import PlanEntryId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.planned_decision import item_before
from scrutiny_app.domain.programme.programme import ProgrammeItem, with_item
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def plan_before_decision(
    store: Store, entry: PlanEntryId, programme: ProgrammeId, *, on: date
) -> ProgrammeItem:
    """Make a suggested item of a decision, tied to it, as one step, and return it.

    Raises:
        NotFound: there is no such entry or programme.
    """
    decision = store.plan_entries.get(entry)
    item = item_before(decision, ProgrammeItemId(new_key()), on=on)
    with store.step(f'Plan "{item.title}" before its decision'):
        store.programmes.write(with_item(store.programmes.get(programme), item))
        store.plan_entries.write(replace(decision, item=item.id))
    return item
