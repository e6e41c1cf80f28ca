"""File a report in the workspace, for a meeting and one of its items."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ItemId, ReportId
from scrutiny_app.domain.report_file import report_values
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_report import (
    findings_in,
    kind_of_written,
    read_report_values,
    text_of_report,
    title_of_written,
)
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class FiledReport:
    """A report as it is on record now. ``again``: it took the place of an earlier text of it."""

    record: ReportRecord
    again: bool
    warnings: tuple[str, ...]


def file_report(
    desk: Desk, file: Path, *, meeting: str = "", item: int | None = None
) -> FiledReport:
    """Put what a report file says on record, for a meeting and the item of that number.

    A report of the same kind and title for the same item takes the place of the earlier one.

    Raises:
        NotFound: the file, the meeting or the item is not there.
        WrongInput: the file says something that cannot be.
    """
    values = report_values(text_of_report(file), file.name)
    written = read_report_values(values, file.name)
    kind, title = kind_of_written(written), title_of_written(written)
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting)) if meeting else None
        of = agenda.meeting.id if agenda else None
        about = _item(agenda, item)
        same = _same(store, ReportRecord(ReportId(""), kind, title, values, of, about))
        key = same.id if same else ReportId(new_key())
        record = ReportRecord(key, kind, title, values, of, about)
        with store.step(f"File the report {title}"):
            store.reports.write(record)
    warnings = tuple(one.message for one in findings_in(written))
    return FiledReport(record, same is not None, warnings)


def _item(agenda: Agenda | None, number: int | None) -> ItemId | None:
    if number is None:
        return None
    if agenda is None:
        raise NotFound("An item has its number at a meeting only. Say which meeting is meant.")
    for one in agenda.numbered:
        if one.number == number:
            return one.item.id
    raise NotFound(
        f"There is no item {number} on that agenda; it has {len(agenda.items)}. Choose one of them."
    )


def _same(store: Store, wanted: ReportRecord) -> ReportRecord | None:
    """Return the report that has this kind, title, meeting and item already."""
    key = (wanted.kind, wanted.title.casefold(), wanted.item)
    return next(
        (
            one
            for one in store.reports.list(wanted.meeting)
            if one.meeting == wanted.meeting and (one.kind, one.title.casefold(), one.item) == key
        ),
        None,
    )
