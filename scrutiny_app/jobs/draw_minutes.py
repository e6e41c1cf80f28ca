"""Draw the minutes of one meeting: as they were taken, or a template to fill."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.finding import Finding
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.make_minutes import make_minutes
from scrutiny_app.jobs.prepare_minutes import prepare_minutes


def draw_minutes(
    desk: Desk, meeting: str, destination: Path, *, full: bool = False
) -> tuple[Finding, ...]:
    """Write the minutes, and return what the checks find in what was taken.

    Minutes are public: they are drawn from the public's view of the agenda, and where business is
    taken in private the resolution stands in them. ``full`` ones hold everything.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        order = prepare_minutes(store, meeting, full=full)
    make_minutes(order, destination)
    return order.findings
