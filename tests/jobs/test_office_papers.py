"""Office papers from the meeting file to the pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_app.documents.converters.libre_office import LibreOffice, find_soffice
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.papers.index_papers import index_papers
from scrutiny_app.store.check import check_store
from tests.build import MEETING_FILE, a_meeting_file
from tests.documents.intake.hostile import put
from tests.documents.intake.office import office_files

DAY = "2027-01-21"
MARKED = (
    "<w:p><w:r><w:t>Report on </w:t></w:r>"
    '<w:ins w:id="1" w:author="A"><w:r><w:t>parks.</w:t></w:r></w:ins></w:p>'
)
needs_libre_office = pytest.mark.skipif(
    find_soffice() is None, reason="LibreOffice (soffice) is not installed"
)


def meeting_file(folder: Path, *papers: str) -> Path:
    """A meeting file with these papers under one item; each is a file name and perhaps keys."""
    lines = [MEETING_FILE, '[[item]]\ntitle = "Parks"']
    for paper in papers:
        name, _, keys = paper.partition("; ")
        lines.append(f'[[item.paper]]\ntitle = "{Path(name).stem}"\nfile = "{name}"\n{keys}')
    return put(folder, "\n".join(lines).encode(), "meeting.toml")


def test_a_spreadsheet_stays_out_of_the_pack_and_the_receipt_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    plain = a_meeting_file(tmp_path, [3, 2])
    load_meeting(desk, plain)
    before = build_agenda_pack(desk, DAY, tmp_path / "before.pdf").receipt
    put(tmp_path, office_files.workbook(), "figures.xlsx")
    text = plain.read_text() + '[[item.paper]]\ntitle = "Figures"\nfile = "figures.xlsx"\n'
    plain.write_text(text)
    loaded = load_meeting(desk, plain)
    after = build_agenda_pack(desk, DAY, tmp_path / "after.pdf").receipt
    assert any("Figures: It is an Excel workbook" in warning for warning in loaded.warnings)
    assert after.pages == before.pages
    assert len(after.papers) == len(before.papers)
    said = 'Item 2: "Figures" is kept as an attachment and is not bound into this pack.'
    assert said in after.problems
    assert check_store(desk.folder) == ()


def test_a_lost_index_is_made_again_with_attachments(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path, office_files.workbook(), "figures.xlsx")
    load_meeting(desk, meeting_file(tmp_path, "figures.xlsx"))
    (desk.folder / "search.db").unlink()
    with desk.edit() as store:
        assert index_papers(store, {}) == 1


@needs_libre_office
def test_a_word_paper_is_bound_and_the_receipt_names_what_converted_it(
    desk: Desk, tmp_path: Path
) -> None:
    put(tmp_path, office_files.docx(), "report.docx")
    loaded = load_meeting(desk, meeting_file(tmp_path, "report.docx"))
    assert loaded.pages == 1
    receipt = build_agenda_pack(desk, DAY, tmp_path / "pack.pdf").receipt
    (said,) = [one for one in receipt.problems if one.startswith("LibreOffice")]
    assert said.endswith('made the pages of "report" from office files.')


@needs_libre_office
def test_a_word_paper_is_converted_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, office_files.docx(), "report.docx")
    file = meeting_file(tmp_path, "report.docx")
    load_meeting(desk, file)
    monkeypatch.setattr(LibreOffice, "convert", None)
    load_meeting(desk, file)


def test_a_marked_up_paper_refuses_the_load_and_nothing_changes(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path, office_files.docx(MARKED), "report.docx")
    with pytest.raises(PaperRefused, match=r"1 tracked insertion.*at “parks\.”"):
        load_meeting(desk, meeting_file(tmp_path, "report.docx"))
    with desk.read() as store:
        assert store.meetings.list() == ()


@needs_libre_office
def test_a_marked_up_paper_goes_in_when_its_own_entry_says_final(
    desk: Desk, tmp_path: Path
) -> None:
    put(tmp_path, office_files.docx(MARKED), "report.docx")
    final = meeting_file(tmp_path, 'report.docx; markup = "final"')
    loaded = load_meeting(desk, final)
    assert "report: It held 1 tracked insertion. Its final text is used" in loaded.warnings[0]
    load_meeting(desk, final)
    silent = meeting_file(tmp_path, "report.docx")
    with pytest.raises(PaperRefused, match="1 tracked insertion"):
        load_meeting(desk, silent)
