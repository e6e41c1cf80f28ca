"""Make the report on exemptions, without the workspace."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.exemption_report import exemption_report
from scrutiny_app.jobs.prepare_exemption_report import ExemptionOrder
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def make_exemption_report(
    order: ExemptionOrder, destination: Path, *, progress: Progress = silent
) -> int | None:
    """Write the report; return its pages, None for a .docx.

    Raises:
        WrongInput: the name ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    progress("Drawing", 0, 1)
    style = house_style(order.house_style)
    report = exemption_report(
        order.entries, style, council=order.council, year=order.year, today=order.today
    )
    return write_document(report, style, destination)
