from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_minutes import draw_minutes
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.draw_agenda import draw_agenda
from tests.build import MEETING_FILE, a_meeting_file

DAY = "2027-01-21"


def pdf_text(path: Path) -> str:
    pages = []
    pdf = pypdfium2.PdfDocument(path)
    try:
        for page in pdf:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    finally:
        pdf.close()
    return " ".join(" ".join(pages).split())


def docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize(("ending", "read"), [("pdf", pdf_text), ("docx", docx_text)])
def test_the_agenda_says_when_where_what_and_on_which_pages(
    desk: Desk, tmp_path: Path, ending: str, read: Callable[[Path], str]
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [3], [2]))
    draw_agenda(desk, DAY, tmp_path / f"agenda.{ending}")
    text = read(tmp_path / f"agenda.{ending}")
    for told in (
        "Kelsham City Council",
        "Thursday, 21 January 2027",
        "10.00 am",
        "Committee Room 1, Town Hall",
        "Apologies for absence",
        "Report of the Director of Learning",
        "3 - 6",
        "7 - 8",
    ):
        assert told in text


@pytest.mark.parametrize(("ending", "read"), [("pdf", pdf_text), ("docx", docx_text)])
def test_the_minutes_template_has_the_members_and_one_numbered_minute_an_item(
    desk: Desk, tmp_path: Path, ending: str, read: Callable[[Path], str]
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    draw_minutes(desk, DAY, tmp_path / f"minutes.{ending}")
    text = read(tmp_path / f"minutes.{ending}")
    assert "Councillor Priya Naylor" in text
    assert "Resolved to:" in text
    if ending == "pdf":
        assert "31 APOLOGIES FOR ABSENCE" in text
        assert "32 ITEM 2" in text


def test_minute_numbers_run_on_from_the_meeting_before(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    later = MEETING_FILE.replace("2027-01-21", "2027-03-18").replace("first_minute_number = 31", "")
    load_meeting(desk, a_meeting_file(tmp_path / "later", [2], head=later))
    draw_minutes(desk, "2027-03-18", tmp_path / "minutes.pdf")
    # Two items on 21 January took 31 and 32
    assert "33 APOLOGIES FOR ABSENCE" in pdf_text(tmp_path / "minutes.pdf")


def test_drawn_pdfs_are_tagged_and_name_only_the_council(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    draw_agenda(desk, DAY, tmp_path / "agenda.pdf")
    with pikepdf.open(tmp_path / "agenda.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.docinfo["/Author"]) == "Kelsham City Council"


def test_a_file_name_that_says_no_format_is_refused(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with pytest.raises(WrongInput, match=r"\.pdf or \.docx"):
        draw_agenda(desk, DAY, tmp_path / "agenda.odt")
