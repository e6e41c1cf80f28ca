"""Draw the report on exemptions of one municipal year, or of all, as PDF or as a Word document."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.make_exemption_report import make_exemption_report
from scrutiny_app.jobs.prepare_exemption_report import prepare_exemption_report


def draw_exemption_report(desk: Desk, destination: Path, *, year: str = "") -> int | None:
    """Write the register of exempt papers as a report; return its pages, None for a .docx.

    Raises:
        WrongInput: ``year`` is no municipal year, or the name ends in neither .pdf nor .docx.
        NotFound: the workspace has no council yet.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        order = prepare_exemption_report(store, desk.clock(), year=year)
    return make_exemption_report(order, destination)
