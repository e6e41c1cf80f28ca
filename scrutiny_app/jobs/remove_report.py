"""Take a report off the workspace's records."""

from __future__ import annotations

from scrutiny_app.domain.ids import ReportId
from scrutiny_app.jobs.desk import Desk


def remove_report(desk: Desk, report: str) -> str:
    """Remove the report with this id and return its title; undo brings it back.

    Raises:
        NotFound: it is not in the workspace.
    """
    with desk.edit() as store:
        record = store.reports.read(ReportId(report))
        with store.step(f"Remove the report {record.title}"):
            store.reports.remove(record.id)
    return record.title
