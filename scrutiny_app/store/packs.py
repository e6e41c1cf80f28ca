"""The shelf of packs: the record of everything that was built."""

from __future__ import annotations

import json
import sqlite3

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.ids import MeetingId, PaperId
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.store.columns import list_text, moment_from, moment_text, texts_from
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.keys import new_key


class Packs:
    """Receipts of packs. They are a log: they only grow, and undo does not take them back."""

    def __init__(self, connection: Connection, *, who: str) -> None:
        self._connection = connection
        self._who = who

    def record(self, receipt: PackReceipt) -> None:
        """Add a receipt, in a step or outside one."""
        with self._connection.transaction():
            self._connection.run(
                _ADD,
                {
                    "id": new_key(),
                    "meeting": receipt.meeting,
                    "edition": receipt.edition,
                    "file_name": receipt.file_name,
                    "pages": receipt.pages,
                    "sha256": receipt.sha256,
                    "papers": json.dumps(receipt.papers),
                    "built_at": moment_text(receipt.built_at),
                    "problems": list_text(receipt.problems),
                    "recorded_by": self._who,
                },
            )

    def list(self, meeting: MeetingId) -> tuple[PackReceipt, ...]:
        """Return the receipts of a meeting's packs, oldest first."""
        rows = self._connection.rows(
            "select meeting, edition, file_name, pages, sha256, papers, built_at, problems "
            "from pack where meeting = ? order by built_at, rowid",
            (meeting,),
        )
        return tuple(_receipt(row) for row in rows)


_ADD = """
insert into pack (id, meeting, edition, file_name, pages, sha256, papers, built_at, problems,
    recorded_by)
values (:id, :meeting, :edition, :file_name, :pages, :sha256, :papers, :built_at, :problems,
    :recorded_by)
"""


def _receipt(row: sqlite3.Row) -> PackReceipt:
    return PackReceipt(
        MeetingId(row["meeting"]),
        Edition(row["edition"]),
        row["file_name"],
        row["pages"],
        row["sha256"],
        tuple((PaperId(paper), sha256) for paper, sha256 in json.loads(row["papers"])),
        moment_from(row["built_at"]),
        texts_from(row["problems"]),
    )
