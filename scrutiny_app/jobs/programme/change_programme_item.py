"""Change one work programme item in one step that can be undone."""

from __future__ import annotations

from collections.abc import Callable

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.programme import ProgrammeItem, item_of, with_item
from scrutiny_app.store.store import Store


def change_programme_item(
    store: Store,
    item: ProgrammeItemId,
    change: Callable[[ProgrammeItem], ProgrammeItem],
    name: str,
) -> ProgrammeItem:
    """Write what ``change`` makes of an item as the step ``name``, and return it.

    ``change`` is a rule of ``domain/programme/moves.py`` with its arguments:
    ``lambda item: move(item, day, on=today, reason=reason)``. Nothing is written when it changes
    nothing.

    Raises:
        NotFound: there is no such item.
        WrongInput: as the rule says.
    """
    programme = store.programmes.holding(item)
    before = item_of(programme, item)
    after = change(before)
    if after != before:
        with store.step(name):
            store.programmes.write(with_item(programme, after))
    return after
