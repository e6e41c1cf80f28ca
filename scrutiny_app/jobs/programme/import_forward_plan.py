"""Import the executive's forward plan from a spreadsheet, CSV, a Word table or a PDF."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.forward_plan_import import (
    merge_forward_plan,
    preview_forward_plan,
)
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


def import_forward_plan(
    store: Store, council: Council, file: TableFile, *, today: date
) -> tuple[PlanEntry, ...]:
    """Keep the entries of a table that was read (``read_table_file``), as one step; return them.

    An entry of the same reference, or else title, is brought up to date.

    Raises:
        WrongInput: it holds no forward plan, or has problems; every one is named and nothing was
            written.
    """
    preview = preview_forward_plan(file, council.id, today=today, new_key=new_key)
    known = store.plan_entries.list(council.id)
    entries = merge_forward_plan(known, preview)
    if any(entry not in known for entry in entries):
        with store.step(f"Import the forward plan from {file.name}"):
            for entry in entries:
                store.plan_entries.write(entry)
    return entries
