"""List the reports in a workspace, each with the item that it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.jobs.desk import Desk


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report; day and number are None where it is not for a meeting or item any more."""

    record: ReportRecord
    held_on: date | None
    item: int | None


def list_reports(desk: Desk, *, meeting: str = "") -> tuple[ReportLine, ...]:
    """Return the reports for a meeting, or all of them, in the order they were begun.

    Raises:
        NotFound: there is no such meeting.
    """
    with desk.read() as store:
        wanted = store.meetings.find(meeting) if meeting else None
        records = store.reports.list(wanted)
        there = {line.id for line in store.meetings.list()}
        of = {one.meeting for one in records if one.meeting in there}
        agendas = {key: store.agendas.read(key) for key in of if key}
    lines = []
    for record in records:
        agenda = agendas.get(record.meeting) if record.meeting else None
        numbers = {one.item.id: one.number for one in agenda.numbered} if agenda else {}
        item = numbers.get(record.item) if record.item else None
        lines.append(ReportLine(record, agenda.meeting.held_on if agenda else None, item))
    return tuple(lines)
