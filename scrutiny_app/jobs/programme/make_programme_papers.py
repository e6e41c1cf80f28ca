"""Draw the papers of a work programme item: covering report, process and programme."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.programmes.programme_document import ProgrammeOrder
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.jobs.draw_report import draw_written, read_report_values
from scrutiny_app.jobs.make_folder import make_folder
from scrutiny_app.jobs.programme.make_process import make_process
from scrutiny_app.jobs.programme.make_programme import make_programme
from scrutiny_app.jobs.progress import Progress, silent

_NAMES = ("a-covering-report", "b-prioritisation-process", "c-work-programme")


def make_programme_papers(
    report: ReportRecord,
    order: ProgrammeOrder,
    method: str,
    folder: Path,
    *,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Draw the three papers as PDF into a folder and return them, in agenda order.

    ``method`` is the key of the way of prioritising. No workspace is needed.

    Raises:
        NotFound: there is no such method.
        WrongInput: the report says something that cannot be.
        NotWritten: the folder cannot be made or written.
    """
    make_folder(folder)
    covering, process, programme = (folder / f"{name}.pdf" for name in _NAMES)
    progress("Drawing the covering report", 0, len(_NAMES))
    draw_written(read_report_values(report.values, report.title), report.title, covering)
    progress("Drawing the process", 1, len(_NAMES))
    make_process(method, order.council, order.house_style, process)
    progress("Drawing the programme", 2, len(_NAMES))
    make_programme(order, programme)
    return covering, process, programme
