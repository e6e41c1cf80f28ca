"""Change a work programme in one step that can be undone."""

from __future__ import annotations

from scrutiny_app.domain.programme.programme import Programme
from scrutiny_app.store.store import Store


def change_programme(store: Store, after: Programme, name: str) -> Programme:
    """Write a programme as the step ``name`` and return it as it then stands.

    What to change is worked out by the rules of ``domain``: ``with_item``, ``placed``,
    ``with_days``. An item that ``after`` leaves out is not removed.
    """
    with store.step(name):
        store.programmes.write(after)
    return store.programmes.get(after.id)
