"""Build the agenda pack of one meeting: every paper in one stamped, bookmarked, linked PDF."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.make_pack import STAGES, make_pack
from scrutiny_app.jobs.packs.prepare_pack import prepare_pack
from scrutiny_app.jobs.packs.record_pack import BuiltPack, record_pack
from scrutiny_app.jobs.progress import Progress, silent


def build_agenda_pack(
    desk: Desk,
    meeting: str,
    destination: Path,
    *,
    edition: Edition = Edition.PUBLIC,
    password: str | None = None,
    progress: Progress = silent,
) -> BuiltPack:
    """Build the pack of the meeting with this id or date as ``destination``.

    The file is written whole or not at all, and recorded once it stands. See ``make_pack``.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: there is nothing on its agenda, or it is published and the pack would not
            be what was published.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: the public file holds something of a withheld paper; it was not kept.
        WrongInput: a public pack was to be locked, or the password is too short.
        NotWritten: the destination cannot be written.
    """
    with desk.edit() as store:
        order = prepare_pack(store, meeting, edition=edition, password=password)
        made = make_pack(order, destination, progress=progress)
        progress("Recording", STAGES - 1, STAGES)
        return record_pack(store, made, at=desk.clock())
