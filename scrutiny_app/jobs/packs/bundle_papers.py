"""Bundle a meeting's public papers for the council's website: files, front sheet and contents."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.issue_order import MadeBundle
from scrutiny_app.jobs.packs.make_bundle import make_bundle
from scrutiny_app.jobs.packs.prepare_issue import prepare_issue
from scrutiny_app.jobs.progress import Progress, silent


def bundle_papers(
    desk: Desk, meeting: str, destination: Path, *, progress: Progress = silent
) -> MadeBundle:
    """Write the public papers of a meeting as files in a new folder; whole or not at all.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: there is nothing on the agenda, or something came since the latest issue.
        WrongInput: there is something at ``destination`` already.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; nothing was kept.
        NotWritten: the folder cannot be written.
    """
    with desk.edit() as store:
        order = prepare_issue(store, meeting, at=desk.clock(), unpublished=True)
        made = make_bundle(order, destination, progress=progress)
        store.packs.record(made.receipt)
    return made
