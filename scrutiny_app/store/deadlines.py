"""The shelf of deadlines: how long before the last day to publish things are due."""

from __future__ import annotations

from collections.abc import Mapping

from scrutiny_app.domain.deadlines import DeadlineKind
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.store.columns import list_text
from scrutiny_app.store.connection import Connection


class Deadlines:
    """Each committee's own, in working days; one without any goes by its council's house style."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, committee: CommitteeId) -> dict[DeadlineKind, int]:
        """Return a committee's own days before the last day to publish; empty where it has none."""
        rows = self._connection.rows(
            "select kind, working_days from deadline where committee = ? and removed_at is null "
            "order by working_days desc, kind",
            (committee,),
        )
        return {DeadlineKind(row["kind"]): row["working_days"] for row in rows}

    def write(self, committee: CommitteeId, days: Mapping[DeadlineKind, int]) -> None:
        """Make a committee's own deadlines equal to these; none at all takes them away."""
        for kind, working_days in days.items():
            self._connection.run(
                _PUT, {"committee": committee, "kind": kind, "working_days": working_days}
            )
        self._connection.run(
            "update deadline set removed_at = (select at from step natural join current_step) "
            "where committee = :committee and removed_at is null "
            "and kind not in (select value from json_each(:kept))",
            {"committee": committee, "kept": list_text(days)},
        )


_PUT = """
insert into deadline (committee, kind, working_days) values (:committee, :kind, :working_days)
on conflict (committee, kind) do update set
    working_days = excluded.working_days, removed_at = null
where (deadline.working_days, deadline.removed_at) is not (excluded.working_days, null)
"""
