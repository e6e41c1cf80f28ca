"""Draw the report on exemptions of one municipal year, or of all, as PDF or as a Word document."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.exemption_report import exemption_report
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.wording import listed
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.list_exempt_papers import list_exempt_papers
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def draw_exemption_report(desk: Desk, destination: Path, *, year: str = "") -> int | None:
    """Write the register of exempt papers as a report; return its pages, None for a .docx.

    Raises:
        WrongInput: ``year`` is no municipal year, or the name ends in neither .pdf nor .docx.
        NotFound: the workspace has no council yet.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        councils = store.councils.list()
    if not councils:
        raise NotFound("There is no council in this workspace yet. Load a meeting first.")
    register = list_exempt_papers(desk, year=year)
    style = house_style(councils[0].house_style)
    names = listed([one.name for one in councils])
    report = exemption_report(
        register.entries, style, council=names, year=year, today=register.today
    )
    return write_document(report, style, destination)
