"""Draw a report that is on record in the workspace."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.ids import ReportId
from scrutiny_app.jobs.choose_template import choose_template
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_report import DrawnReport, draw_written, read_report_values


def draw_filed_report(
    desk: Desk, report: str, destination: Path, *, template: Path | None = None
) -> DrawnReport:
    """Draw the report with this id as ``destination``, with a template as ``draw_report`` does.

    Raises:
        NotFound: it is not in the workspace, or the template is not there.
        WrongInput: it says something that cannot be, or ``destination`` ends in neither.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        record = store.reports.read(ReportId(report))
    chosen = choose_template(template, destination)
    written = read_report_values(record.values, record.title, chosen.folder)
    return draw_written(written, record.title, destination, word=chosen.word)
