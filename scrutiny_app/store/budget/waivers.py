"""The shelf of waivers: findings of budget checks that were set aside, each with its reason."""

from __future__ import annotations

import sqlite3

from scrutiny_app.domain.budget.finding import Waiver
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ProposalSetId, WaiverId
from scrutiny_app.store.connection import Connection


class BudgetWaivers:
    """Waivers of one set of proposals at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, key: ProposalSetId) -> tuple[Waiver, ...]:
        """Return the waivers of a set, the oldest first."""
        rows = self._connection.rows(
            f"{_SELECT} where proposal_set = ? and removed_at is null order by rowid", (key,)
        )
        return tuple(_waiver(row) for row in rows)

    def write(self, waiver: Waiver) -> None:
        """Make the row of one waiver equal to the record. Call it inside ``Store.step``."""
        self._connection.run(
            _PUT,
            {
                "id": waiver.id,
                "proposal_set": waiver.proposal_set,
                "check_id": waiver.check,
                "reference": waiver.reference,
                "reason": waiver.reason,
            },
        )

    def remove(self, key: WaiverId) -> None:
        """Take a waiver back. Call it inside ``Store.step``.

        Raises:
            NotFound: it is not in the workspace.
        """
        if self._connection.row(f"{_SELECT} where id = ? and removed_at is null", (key,)) is None:
            raise NotFound(f"Waiver {key} is not in this workspace. Look at the findings again.")
        self._connection.run(
            "update budget_waiver set removed_at = "
            "(select at from step natural join current_step) where id = ?",
            (key,),
        )


_SELECT = "select id, proposal_set, check_id, reference, reason from budget_waiver"

_PUT = """
insert into budget_waiver (id, proposal_set, check_id, reference, reason)
values (:id, :proposal_set, :check_id, :reference, :reason)
on conflict (id) do update set
    proposal_set = excluded.proposal_set, check_id = excluded.check_id,
    reference = excluded.reference, reason = excluded.reason, removed_at = null
where (budget_waiver.proposal_set, budget_waiver.check_id, budget_waiver.reference,
    budget_waiver.reason, budget_waiver.removed_at)
    is not (excluded.proposal_set, excluded.check_id, excluded.reference, excluded.reason, null)
"""


def _waiver(row: sqlite3.Row) -> Waiver:
    return Waiver(
        WaiverId(row["id"]),
        ProposalSetId(row["proposal_set"]),
        row["check_id"],
        row["reference"],
        row["reason"],
    )
