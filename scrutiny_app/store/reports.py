"""The shelf of reports: what their authors have written so far."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date, time

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ItemId, MeetingId, ReportId
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.store.connection import Connection

# JSON has neither; no key of a report file begins with a dollar sign
_DATE, _TIME = "$date", "$time"


class Reports:
    """Reports, each with the values that its file would have."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def read(self, report: ReportId) -> ReportRecord:
        """Return one report.

        Raises:
            NotFound: it is not in the workspace, or was removed.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (report,))
        if row is None:
            raise NotFound(
                f"Report {report} is not in this workspace. List the reports again and choose "
                "from them."
            )
        return _record(row)

    def list(self, meeting: MeetingId | None = None) -> tuple[ReportRecord, ...]:
        """Return the reports for a meeting, or all of them, in the order they were begun."""
        rows = self._connection.rows(
            f"{_SELECT} and (:meeting is null or meeting = :meeting) order by rowid",
            {"meeting": meeting},
        )
        return tuple(_record(row) for row in rows)

    def write(self, record: ReportRecord) -> None:
        """Make the row of one report equal to the record. Call it inside ``Store.step``."""
        self._connection.run(
            _PUT,
            {
                "id": record.id,
                "kind": record.kind,
                "title": record.title,
                "meeting": record.meeting,
                "item": record.item,
                "holds": json.dumps(record.values, default=_plain, ensure_ascii=False),
            },
        )

    def remove(self, report: ReportId) -> None:
        """Take a report away; undo brings it back. Call it inside ``Store.step``.

        Raises:
            NotFound: it is not in the workspace.
        """
        self.read(report)
        self._connection.run(
            "update report set removed_at = (select at from step natural join current_step) "
            "where id = ?",
            (report,),
        )


_SELECT = "select id, kind, title, meeting, item, holds from report where removed_at is null"

_PUT = """
insert into report (id, kind, title, meeting, item, holds)
values (:id, :kind, :title, :meeting, :item, :holds)
on conflict (id) do update set
    kind = excluded.kind, title = excluded.title, meeting = excluded.meeting,
    item = excluded.item, holds = excluded.holds, removed_at = null
where (report.kind, report.title, report.meeting, report.item, report.holds, report.removed_at)
    is not (excluded.kind, excluded.title, excluded.meeting, excluded.item, excluded.holds, null)
"""


def _record(row: sqlite3.Row) -> ReportRecord:
    return ReportRecord(
        ReportId(row["id"]),
        row["kind"],
        row["title"],
        json.loads(row["holds"], object_hook=_whole),
        MeetingId(row["meeting"]) if row["meeting"] else None,
        ItemId(row["item"]) if row["item"] else None,
    )


def _plain(value: object) -> dict[str, str]:
    """Return a day or a time of day as JSON can hold it.

    Raises:
        TypeError: it is something that no report file has; a bug in the caller.
    """
    if isinstance(value, time):
        return {_TIME: value.isoformat()}
    if type(value) is date:
        return {_DATE: value.isoformat()}
    raise TypeError(value)


def _whole(value: Mapping[str, object]) -> object:
    """Return the day or time that ``_plain`` wrote, or the table as it is."""
    match dict(value):
        case {"$date": str(day)}:
            return date.fromisoformat(day)
        case {"$time": str(moment)}:
            return time.fromisoformat(moment)
    return value
