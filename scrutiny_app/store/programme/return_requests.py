"""The shelf of what committees asked to receive."""

from __future__ import annotations

import sqlite3
from datetime import date

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId, MeetingId, ProgrammeItemId, RequestId
from scrutiny_app.domain.programme.returns import ReturnKind, ReturnRequest
from scrutiny_app.store.columns import day_text, optional_day
from scrutiny_app.store.connection import Connection


class ReturnRequests:
    """Requests for information and items, oldest first; answered ones stay."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: RequestId) -> ReturnRequest:
        """Return one request.

        Raises:
            NotFound: it is not in the workspace, or was removed.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (key,))
        if row is None:
            raise NotFound(f"There is no request {key} in this workspace.")
        return _request(row)

    def list(self, committee: CommitteeId, *, waiting: bool = False) -> tuple[ReturnRequest, ...]:
        """Return a committee's requests; ``waiting`` leaves out those that have come back."""
        rows = self._connection.rows(
            f"{_SELECT} and committee = :committee and (not :waiting or returned_on is null) "
            "order by asked_on, rowid",
            {"committee": committee, "waiting": int(waiting)},
        )
        return tuple(_request(row) for row in rows)

    def write(self, request: ReturnRequest) -> None:
        """Make the row of one request equal to the record. Call it inside ``Store.step``."""
        self._connection.run(
            _PUT,
            {
                "id": request.id,
                "committee": request.committee,
                "text": request.text,
                "asked_on": request.asked_on.isoformat(),
                "asked_in": request.asked_in,
                "kind": request.kind,
                "meeting": request.meeting,
                "owner": request.owner,
                "due_by": day_text(request.due_by),
                "item": request.item,
                "returned_on": day_text(request.returned_on),
                "returned_as": request.returned_as,
            },
        )


def _request(row: sqlite3.Row) -> ReturnRequest:
    meeting, item = row["meeting"], row["item"]
    return ReturnRequest(
        id=RequestId(row["id"]),
        committee=CommitteeId(row["committee"]),
        text=row["text"],
        asked_on=date.fromisoformat(row["asked_on"]),
        asked_in=row["asked_in"],
        kind=ReturnKind(row["kind"]),
        meeting=None if meeting is None else MeetingId(meeting),
        owner=row["owner"],
        due_by=optional_day(row["due_by"]),
        item=None if item is None else ProgrammeItemId(item),
        returned_on=optional_day(row["returned_on"]),
        returned_as=row["returned_as"],
    )


_SELECT = """
select id, committee, text, asked_on, asked_in, kind, meeting, owner, due_by, item, returned_on,
    returned_as
from return_request where removed_at is null
"""

_PUT = """
insert into return_request (
    id, committee, text, asked_on, asked_in, kind, meeting, owner, due_by, item, returned_on,
    returned_as
)
values (
    :id, :committee, :text, :asked_on, :asked_in, :kind, :meeting, :owner, :due_by, :item,
    :returned_on, :returned_as
)
on conflict (id) do update set
    committee = excluded.committee, text = excluded.text, asked_on = excluded.asked_on, asked_in =
    excluded.asked_in, kind = excluded.kind, meeting = excluded.meeting, owner = excluded.owner,
    due_by = excluded.due_by, item = excluded.item, returned_on = excluded.returned_on,
    returned_as = excluded.returned_as, removed_at = null
where (
    return_request.committee, return_request.text, return_request.asked_on,
    return_request.asked_in, return_request.kind, return_request.meeting, return_request.owner,
    return_request.due_by, return_request.item, return_request.returned_on,
    return_request.returned_as, return_request.removed_at
) is not (
    excluded.committee, excluded.text, excluded.asked_on, excluded.asked_in, excluded.kind,
    excluded.meeting, excluded.owner, excluded.due_by, excluded.item, excluded.returned_on,
    excluded.returned_as, null
)
"""
