"""Make a reading copy from its order: all that was issued, under its own numbers."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.issue import refuse_unissued
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.packs.issue_bench import bind_issue
from scrutiny_app.jobs.packs.issue_order import IssueOrder
from scrutiny_app.jobs.packs.lay_out_reading_copy import lay_out_reading_copy
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style


def make_reading_copy(
    order: IssueOrder, destination: Path, *, progress: Progress = silent
) -> PackReceipt:
    """Write a reading copy as ``destination`` and return its receipt, to be put on record.

    Raises:
        PackNotReady: something came since the latest issue.
        WorkspaceDamaged: a paper's file is not the file that was taken in.
        LeakFound: a public copy holds something of a withheld paper; it was not kept.
        NotWritten: the destination cannot be written.
    """
    agenda = order.agenda
    refuse_unissued(order.latest, agenda)
    progress("Laying out", 0, 2)
    style = house_style(agenda.council.house_style)
    copy = lay_out_reading_copy(agenda, order.latest, style, order.readers)
    progress("Binding", 1, 2)
    return bind_issue(order, copy, destination)
