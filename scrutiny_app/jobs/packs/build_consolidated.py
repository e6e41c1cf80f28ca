"""Write a reading copy of all that was issued, every page under its own number."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.make_reading_copy import make_reading_copy
from scrutiny_app.jobs.packs.prepare_issue import prepare_issue
from scrutiny_app.jobs.packs.readership import EVERYBODY, Readership


def build_consolidated(
    desk: Desk, meeting: str, destination: Path, *, readers: Readership = EVERYBODY
) -> PackReceipt:
    """Write a reading copy of all that was issued, for everybody or with withheld papers.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published, or something came since that is not issued.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: a public copy holds something of a withheld paper; it was not kept.
        NotWritten: the destination cannot be written.
    """
    with desk.edit() as store:
        order = prepare_issue(store, meeting, at=desk.clock(), readers=readers)
        receipt = make_reading_copy(order, destination)
        store.packs.record(receipt)
    return receipt
