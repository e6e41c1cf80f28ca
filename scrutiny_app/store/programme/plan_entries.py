"""The shelf of the executive's forward plan."""

from __future__ import annotations

import sqlite3
from datetime import date

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId, CouncilId, PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.store.columns import day_text, list_text, optional_day, texts_from
from scrutiny_app.store.connection import Connection


class PlanEntries:
    """Decisions the executive means to take, earliest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: PlanEntryId) -> PlanEntry:
        """Return one entry.

        Raises:
            NotFound: it is not in the workspace, or was removed.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (key,))
        if row is None:
            raise NotFound(f"There is no entry {key} in the forward plan of this workspace.")
        return _entry(row)

    def list(self, council: CouncilId, *, since: date | None = None) -> tuple[PlanEntry, ...]:
        """Return a council's entries, those without a day last; ``since`` leaves earlier ones."""
        rows = self._connection.rows(
            f"{_SELECT} and council = :council "
            "and (:since is null or decision_on is null or decision_on >= :since) "
            "order by decision_on is null, decision_on, rowid",
            {"council": council, "since": day_text(since)},
        )
        return tuple(_entry(row) for row in rows)

    def write(self, entry: PlanEntry) -> None:
        """Make the row of one entry equal to the record. Call it inside ``Store.step``."""
        self._connection.run(
            _PUT,
            {
                "id": entry.id,
                "council": entry.council,
                "reference": entry.reference,
                "title": entry.title,
                "decision_maker": entry.decision_maker,
                "decision_on": day_text(entry.decision_on),
                "period": entry.period,
                "key_decision": int(entry.key),
                "private": int(entry.private),
                "notice_on": day_text(entry.notice_on),
                "portfolio_holder": entry.portfolio_holder,
                "lead_officer": entry.lead_officer,
                "documents": list_text(entry.documents),
                "committee": entry.committee,
                "item": entry.item,
            },
        )

    def remove(self, key: PlanEntryId) -> None:
        """Take an entry away; undo brings it back. Call it inside ``Store.step``.

        Raises:
            NotFound: it is not in the workspace.
        """
        self.get(key)
        self._connection.run(
            "update plan_entry set removed_at = (select at from step natural join current_step) "
            "where id = ?",
            (key,),
        )


def _entry(row: sqlite3.Row) -> PlanEntry:
    committee, item = row["committee"], row["item"]
    return PlanEntry(
        id=PlanEntryId(row["id"]),
        council=CouncilId(row["council"]),
        title=row["title"],
        reference=row["reference"],
        decision_maker=row["decision_maker"],
        decision_on=optional_day(row["decision_on"]),
        period=row["period"],
        key=bool(row["key_decision"]),
        private=bool(row["private"]),
        notice_on=optional_day(row["notice_on"]),
        portfolio_holder=row["portfolio_holder"],
        lead_officer=row["lead_officer"],
        documents=texts_from(row["documents"]),
        committee=None if committee is None else CommitteeId(committee),
        item=None if item is None else ProgrammeItemId(item),
    )


_SELECT = """
select id, council, reference, title, decision_maker, decision_on, period, key_decision, private,
    notice_on, portfolio_holder, lead_officer, documents, committee, item
from plan_entry where removed_at is null
"""

_PUT = """
insert into plan_entry (
    id, council, reference, title, decision_maker, decision_on, period, key_decision, private,
    notice_on, portfolio_holder, lead_officer, documents, committee, item
)
values (
    :id, :council, :reference, :title, :decision_maker, :decision_on, :period, :key_decision,
    :private, :notice_on, :portfolio_holder, :lead_officer, :documents, :committee, :item
)
on conflict (id) do update set
    council = excluded.council, reference = excluded.reference, title = excluded.title,
    decision_maker = excluded.decision_maker, decision_on = excluded.decision_on, period =
    excluded.period, key_decision = excluded.key_decision, private = excluded.private, notice_on =
    excluded.notice_on, portfolio_holder = excluded.portfolio_holder, lead_officer =
    excluded.lead_officer, documents = excluded.documents, committee = excluded.committee, item =
    excluded.item, removed_at = null
where (
    plan_entry.council, plan_entry.reference, plan_entry.title, plan_entry.decision_maker,
    plan_entry.decision_on, plan_entry.period, plan_entry.key_decision, plan_entry.private,
    plan_entry.notice_on, plan_entry.portfolio_holder, plan_entry.lead_officer,
    plan_entry.documents, plan_entry.committee, plan_entry.item, plan_entry.removed_at
) is not (
    excluded.council, excluded.reference, excluded.title, excluded.decision_maker,
    excluded.decision_on, excluded.period, excluded.key_decision, excluded.private,
    excluded.notice_on, excluded.portfolio_holder, excluded.lead_officer, excluded.documents,
    excluded.committee, excluded.item, null
)
"""
