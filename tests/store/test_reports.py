from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ReportId
from scrutiny_app.domain.minutes.minutes_file import read_minutes
from scrutiny_app.domain.report import MINUTES
from scrutiny_app.domain.report_file import open_report_values, read_report
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.rulebook.report_templates import report_example, report_kinds, report_template
from scrutiny_app.store.store import Store
from tests.build import a_key, an_agenda
from tests.reports import a_sample_report, some_minutes
from tests.store.workspaces import a_workspace, edit, write


def a_record(kind: str = "covering-report") -> ReportRecord:
    """The example of a kind, as a record."""
    return ReportRecord(ReportId(a_key()), kind, "Homes", tomllib.loads(report_example(kind)))


def kept(store: Store, record: ReportRecord) -> None:
    with store.step("Write a report"):
        store.reports.write(record)


@pytest.mark.parametrize("kind", [one.kind for one in report_kinds()])
def test_a_report_of_every_kind_comes_back_as_its_file_says(kind: str, tmp_path: Path) -> None:
    record = a_record(kind)
    with a_workspace(tmp_path) as store:
        kept(store, record)
    with edit(tmp_path / "workspace") as store:
        again = store.reports.read(record.id)
    assert again == record
    whole = open_report_values(again.values, again.title)
    if kind == MINUTES:
        assert read_minutes(whole) == some_minutes()
    else:
        assert read_report(whole, report_template(kind)) == a_sample_report(kind)


def test_reports_are_listed_by_the_meeting_they_are_for(tmp_path: Path) -> None:
    agenda = an_agenda()
    loose = a_record()
    bound = replace(a_record(), meeting=agenda.meeting.id, item=agenda.items[1].id)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
        kept(store, loose)
        kept(store, bound)
        assert store.reports.list() == (loose, bound)
        assert store.reports.list(agenda.meeting.id) == (bound,)


def test_what_was_written_and_removed_can_be_taken_back(tmp_path: Path) -> None:
    record = a_record()
    later = replace(record, title="Homes for children")
    with a_workspace(tmp_path) as store:
        kept(store, record)
        kept(store, later)
        with store.step("Remove a report"):
            store.reports.remove(record.id)
        assert store.reports.list() == ()
        store.undo()
        assert store.reports.list() == (later,)
        store.undo()
        assert store.reports.list() == (record,)
        store.undo()
        assert store.reports.list() == ()
        store.redo()
        assert store.reports.list() == (record,)


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    record = a_record()
    with a_workspace(tmp_path) as store:
        kept(store, record)
        kept(store, record)
        assert [len(step.changes) for step in store.history()] == [1]


def test_a_report_that_is_not_there_is_told(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        with pytest.raises(NotFound, match="is not in this workspace"):
            store.reports.read(ReportId(a_key()))
        with pytest.raises(NotFound), store.step("Remove a report"):
            store.reports.remove(ReportId(a_key()))
