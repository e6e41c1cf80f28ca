"""Build a supplement: what came since the agenda was issued, on pages that go on from it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.issue_order import MadeSupplement
from scrutiny_app.jobs.packs.make_supplement import STAGES, make_supplement
from scrutiny_app.jobs.packs.prepare_issue import prepare_issue
from scrutiny_app.jobs.packs.readership import EVERYBODY, Readership
from scrutiny_app.jobs.packs.record_supplement import record_supplement
from scrutiny_app.jobs.progress import Progress, silent


def build_supplement(
    desk: Desk,
    meeting: str,
    destination: Path,
    *,
    consolidated: Path | None = None,
    readers: Readership = EVERYBODY,
    progress: Progress = silent,
) -> MadeSupplement:
    """Write what came since the latest issue as ``destination``, and issue it.

    ``consolidated`` is where a reading copy of everything is written beside it. It cannot be
    undone: from now on these pages stand as those of the agenda do. Where nothing came since the
    last supplement, that one is written again, page for page, so each edition can be had of it.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published, or nothing came since.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; it was not kept.
        NotWritten: a destination cannot be written.
    """
    with desk.edit() as store:
        order = prepare_issue(store, meeting, at=desk.clock(), readers=readers)
        made = make_supplement(order, destination, consolidated=consolidated, progress=progress)
        progress("Recording", STAGES - 1, STAGES)
        record_supplement(store, made)
    return made
