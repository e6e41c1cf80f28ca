from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import NothingToUndo, PackNotReady
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_consolidated import build_consolidated
from scrutiny_app.jobs.packs.build_supplement import build_supplement
from scrutiny_app.jobs.packs.bundle_papers import bundle_papers
from scrutiny_app.jobs.packs.draw_agenda import draw_agenda
from scrutiny_app.jobs.packs.readership import Readership
from scrutiny_app.jobs.publish_agenda import publish_agenda
from tests.build import a_meeting_file, a_pdf
from tests.jobs.published import (
    DAY,
    EXEMPT,
    IN_TIME,
    a_published_file,
    add,
    alter,
    labels,
    what_came,
)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    return a_published_file(desk, tmp_path)


def test_a_supplement_goes_on_from_the_last_page_and_replaces_in_place(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    what_came(desk, file)
    built = build_supplement(desk, DAY, tmp_path / "s.pdf", consolidated=tmp_path / "c.pdf")
    assert labels(tmp_path / "s.pdf") == "11 12 3 4 5 6 6A 6B 13 14"
    assert labels(tmp_path / "c.pdf") == "1 2 3 4 5 6 6A 6B 7 8 13 14"
    assert built.notes == (
        "Take out pages 3 to 6 and put in the new pages 3 to 6B.",
        "Insert pages 13 to 14 after page 8.",
    )
    with desk.read() as store:
        receipts = store.packs.list(built.receipt.meeting)
    assert [one.file_name for one in receipts] == ["s.pdf", "c.pdf"]


def test_a_supplement_is_issued_once_and_for_ever(desk: Desk, file: Path, tmp_path: Path) -> None:
    what_came(desk, file)
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    again = build_supplement(desk, DAY, tmp_path / "again.pdf")
    assert again.again
    assert (tmp_path / "again.pdf").read_bytes() == (tmp_path / "s.pdf").read_bytes()
    with desk.edit() as store:
        assert [one.number for one in store.issues.list(again.receipt.meeting)] == [1, 2]
        with pytest.raises(NothingToUndo):
            store.undo()
    a_pdf(file.parent, "annex.pdf", pages=3, text="Longer annex, page")
    load_meeting(desk, file)
    build_supplement(desk, DAY, tmp_path / "s2.pdf")
    assert labels(tmp_path / "s2.pdf") == "15 16 13 14 14A 14B"


def test_a_supplement_never_shows_a_withheld_paper(desk: Desk, file: Path, tmp_path: Path) -> None:
    a_pdf(file.parent, "tender.pdf", pages=2, text="Quagga bid of fifty thousand pounds, page")
    what_came(desk, file)
    build_supplement(desk, DAY, tmp_path / "s.pdf", consolidated=tmp_path / "c.pdf")
    for path in (tmp_path / "s.pdf", tmp_path / "c.pdf"):
        pdf = pypdfium2.PdfDocument(path)
        words = "".join(page.get_textpage().get_text_range() for page in pdf)
        assert "Quagga" not in words
        assert "Tender" not in words
        with pikepdf.open(path) as opened, opened.open_outline() as outline:
            assert "Tender" not in str(outline)


def test_the_links_and_bookmarks_of_a_supplement_lead_to_its_pages(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    what_came(desk, file)
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    with pikepdf.open(tmp_path / "s.pdf") as pdf:
        pages = [page.objgen for page in pdf.pages]
        links = [one.Dest[0].objgen for one in pdf.pages[0].Annots]
        assert [pages.index(link) for link in links] == [2, 8]
        with pdf.open_outline() as outline:
            titles = [line.title for line in outline.root]
    assert titles[1:] == ["2. Item 2 (3 - 6B)", "3. Item 3 (13 - 14)"]


def words_of(path: Path, password: str | None = None) -> list[str]:
    pdf = pypdfium2.PdfDocument(path, password=password)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def test_without_anything_new_there_is_no_supplement(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    with pytest.raises(PackNotReady, match="Nothing has come"):
        build_supplement(desk, DAY, tmp_path / "s.pdf")


def test_a_withheld_late_paper_reaches_members_in_the_full_supplement(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    a_pdf(file.parent, "late.pdf", pages=2, text="Quagga bid of fifty thousand pounds, page")
    add(file, EXEMPT[EXEMPT.index("[[item.paper]]") :].replace("tender", "late"))
    alter(
        file, 'title = "Tender prices"\nfile = "late.pdf"', 'title = "Late bid"\nfile = "late.pdf"'
    )
    what_came(desk, file)
    public = build_supplement(desk, DAY, tmp_path / "s.pdf", consolidated=tmp_path / "c.pdf")
    readers = Readership(Edition.FULL, "correct horse battery")
    full = build_supplement(
        desk, DAY, tmp_path / "f.pdf", consolidated=tmp_path / "fc.pdf", readers=readers
    )
    assert labels(tmp_path / "s.pdf") == "11 12 3 4 5 6 6A 6B 13 14"
    assert "Late bid" not in " ".join(words_of(tmp_path / "s.pdf"))
    assert "because it would weaken the council" in words_of(tmp_path / "s.pdf")[0]
    with pytest.raises(pypdfium2.PdfiumError):
        words_of(tmp_path / "f.pdf")
    pages = words_of(tmp_path / "f.pdf", readers.password)
    assert full.layout.stamped == (*public.layout.stamped, "15", "16")
    assert "Supplement 1: not for publication" in pages[0]
    for page in pages[-2:]:
        assert "Quagga" in page
        assert "NOT FOR PUBLICATION" in page
        assert "financial or business affairs" in page
    assert full.notes == (*public.notes, "Insert pages 15 to 16 after page 10.")
    whole = words_of(tmp_path / "fc.pdf", readers.password)
    assert [page.rsplit("Page ", 1)[1].split()[0] for page in whole] == (
        ["1", "2", "3", "4", "5", "6", "6A", "6B", "7", "8", "13", "14", "9", "10", "15", "16"]
    )
    assert "Pages 9 - 10 and 15 - 16 are not for publication." in whole[0] + whole[1]


def test_the_reading_copy_says_which_numbers_it_lacks(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path / "papers", [3])
    a_pdf(file.parent, "tender.pdf", pages=2, text="Zephyr bid of forty thousand pounds, page")
    a_pdf(file.parent, "last.pdf", pages=2, text="Words of the last paper, page")
    alter(file, "[meeting.officer]", 'withheld_papers = "as listed"\n[meeting.officer]')
    add(file, EXEMPT + '[[item]]\ntitle = "Last"\n[[item.paper]]\ntitle = "L"\nfile = "last.pdf"\n')
    load_meeting(desk, file)
    publish_agenda(desk, DAY, at=IN_TIME)
    build_consolidated(desk, DAY, tmp_path / "c.pdf")
    draw_agenda(desk, DAY, tmp_path / "agenda.pdf")
    for name in ("c.pdf", "agenda.pdf"):
        assert "Pages 7 - 8 are missing from this copy" in " ".join(words_of(tmp_path / name))
    bundle_papers(desk, DAY, tmp_path / "site")
    page = (tmp_path / "site" / "agenda.html").read_text(encoding="utf-8")
    assert "Pages 7 - 8 are missing from this copy" in page


def test_there_is_no_supplement_before_the_agenda_is_published(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with pytest.raises(PackNotReady, match="not published yet"):
        build_supplement(desk, DAY, tmp_path / "s.pdf")


def test_a_reading_copy_holds_only_what_was_issued(desk: Desk, file: Path, tmp_path: Path) -> None:
    build_consolidated(desk, DAY, tmp_path / "c.pdf")
    assert labels(tmp_path / "c.pdf") == "1 2 3 4 5 6 7 8"
    what_came(desk, file)
    with pytest.raises(PackNotReady, match="not been issued yet"):
        build_consolidated(desk, DAY, tmp_path / "c2.pdf")
