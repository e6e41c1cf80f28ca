"""The log of what went out: packs that were built and agendas that were published, newest first."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.ids import MeetingId
from scrutiny_app.store.columns import moment_from
from scrutiny_app.store.connection import Connection


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """One line of the log. ``at`` is UTC.

    ``issue`` is the number of what was published and None of a pack, which has its ``edition``,
    the name of its file and that file's SHA-256. ``pages`` of an issue is its last page.
    """

    at: datetime
    meeting: MeetingId
    committee: str
    held_on: date
    pages: int
    issue: int | None = None
    edition: Edition | None = None
    file_name: str = ""
    sha256: str = ""


class Receipts:
    """Packs and issues of all meetings, a window of them at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """Return how many there are."""
        return int(str(self._connection.values(f"select count(*) from ({_SELECT})")[0]))  # noqa: S608

    def some(self, first: int, most: int) -> tuple[ReceiptLine, ...]:
        """Return so many from a place on, the newest first."""
        rows = self._connection.rows(
            f"{_SELECT} order by at desc, number desc limit ? offset ?", (most, first)
        )
        return tuple(_line(row) for row in rows)


# A pack of a meeting that was removed since is left out: there is nothing to go to
_SELECT = """
select log.at, log.meeting, committee.name as committee, meeting.held_on, log.pages, log.number,
    log.edition, log.file_name, log.sha256
from (
    select built_at as at, meeting, pages, null as number, edition, file_name, sha256 from pack
    union all
    select published_at, meeting, last_page, number, null, '', '' from issue
) as log
join meeting on meeting.id = log.meeting and meeting.removed_at is null
join committee on committee.id = meeting.committee
"""


def _line(row: sqlite3.Row) -> ReceiptLine:
    return ReceiptLine(
        moment_from(row["at"]),
        MeetingId(row["meeting"]),
        row["committee"],
        date.fromisoformat(row["held_on"]),
        row["pages"],
        row["number"],
        Edition(row["edition"]) if row["edition"] else None,
        row["file_name"],
        row["sha256"],
    )
