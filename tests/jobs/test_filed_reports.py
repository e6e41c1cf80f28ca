from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_filed_report import draw_filed_report
from scrutiny_app.jobs.file_report import file_report
from scrutiny_app.jobs.list_reports import list_reports
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.remove_report import remove_report
from scrutiny_app.rulebook.report_templates import report_example, report_kinds
from tests.build import a_meeting_file

DAY = "2027-01-21"


def a_report(folder: Path, kind: str = "covering-report") -> Path:
    path = folder / f"{kind}.toml"
    path.write_text(report_example(kind), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", [one.kind for one in report_kinds()])
def test_a_report_of_every_kind_is_kept_listed_and_drawn(
    desk: Desk, tmp_path: Path, kind: str
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    filed = file_report(desk, a_report(tmp_path, kind), meeting=DAY, item=2)
    (line,) = list_reports(desk, meeting=DAY)
    assert (line.record, line.held_on, line.item) == (filed.record, date(2027, 1, 21), 2)
    drawn = draw_filed_report(desk, filed.record.id, tmp_path / "report.pdf")
    assert drawn.kind == kind
    assert drawn.pages == len(pypdfium2.PdfDocument(tmp_path / "report.pdf"))


def test_a_report_filed_again_takes_the_place_of_the_earlier_text(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    path = a_report(tmp_path)
    first = file_report(desk, path, meeting=DAY, item=2)
    path.write_text(path.read_text().replace("The Committee", "This Committee"))
    again = file_report(desk, path, meeting=DAY, item=2)
    assert (first.again, again.again) == (False, True)
    assert again.record.id == first.record.id
    elsewhere = file_report(desk, path, meeting=DAY, item=1)
    assert elsewhere.record.id != first.record.id
    assert len(list_reports(desk)) == 2


def test_filing_and_removing_are_steps_that_undo_takes_back(desk: Desk, tmp_path: Path) -> None:
    filed = file_report(desk, a_report(tmp_path))
    assert remove_report(desk, filed.record.id) == filed.record.title
    assert list_reports(desk) == ()
    with desk.edit() as store:
        store.undo()
    assert [line.record for line in list_reports(desk)] == [filed.record]
    with desk.edit() as store:
        store.undo()
    assert list_reports(desk) == ()


def test_an_item_that_is_not_there_is_refused_and_nothing_is_kept(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with pytest.raises(NotFound, match="no item 9"):
        file_report(desk, a_report(tmp_path), meeting=DAY, item=9)
    with pytest.raises(NotFound, match="Say which meeting"):
        file_report(desk, a_report(tmp_path), item=1)
    broken = tmp_path / "broken.toml"
    broken.write_text('format = 1\nkind = "letter"\n')
    with pytest.raises(WrongInput):
        file_report(desk, broken, meeting=DAY)
    assert list_reports(desk) == ()
