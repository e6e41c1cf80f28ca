"""Write a reading copy of all that was issued, every page under its own number."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.issue import refuse_unissued
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.issue_bench import IssueBench
from scrutiny_app.jobs.latest_issue import latest_issue
from scrutiny_app.jobs.lay_out_reading_copy import lay_out_reading_copy
from scrutiny_app.jobs.readership import EVERYBODY, Readership
from scrutiny_app.rulebook.house_styles import house_style


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
        agenda = store.agendas.read(store.meetings.find(meeting))
        latest = latest_issue(store, agenda)
        refuse_unissued(latest, agenda)
        style = house_style(agenda.council.house_style)
        bench = IssueBench(store, agenda, style, readers, desk.clock())
        receipt = bench.bind(lay_out_reading_copy(agenda, latest, style, readers), destination)
        store.packs.record(receipt)
    return receipt
