from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import NothingToUndo, PackNotReady, WrongInput
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.publication import Publication
from scrutiny_app.jobs.check_notice import check_notice
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.packs.build_consolidated import build_consolidated
from scrutiny_app.jobs.packs.build_supplement import build_supplement
from scrutiny_app.jobs.packs.bundle_papers import bundle_papers
from scrutiny_app.jobs.packs.draw_agenda import draw_agenda
from scrutiny_app.jobs.packs.readership import Readership
from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.jobs.publish_agenda import publish_agenda
from scrutiny_app.jobs.search_workspace import search_workspace
from tests.build import a_meeting_file, a_pdf
from tests.documents.web import seen_page

DAY = "2027-01-21"
IN_TIME = datetime(2027, 1, 13, 10, 0, tzinfo=UTC)
LATE = datetime(2027, 1, 15, 10, 0, tzinfo=UTC)
TO_FOLLOW = '[[item.paper]]\ntitle = "Annex"\nto_follow = true\n'
EXEMPT = """[[item]]
title = "Contract"
[[item.paper]]
title = "Tender prices"
file = "tender.pdf"
access = "exempt"
exempt_paragraphs = [3]
public_interest_reason = "it would weaken the council in negotiation"
"""


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """Papers of 3 and 2 pages (3-6, 7-8), one to follow, an exempt one (9-10); published."""
    file = a_meeting_file(tmp_path / "papers", [3], [2])
    a_pdf(file.parent, "tender.pdf", pages=2, text="Zephyr bid of forty thousand pounds, page")
    add(file, TO_FOLLOW + EXEMPT)
    load_meeting(desk, file)
    publish_agenda(desk, DAY, at=IN_TIME)
    return file


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text() + text)


def alter(file: Path, old: str, new: str) -> None:
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


def what_came(desk: Desk, file: Path) -> None:
    """A longer paper 2.1 of 5 pages, and the annex of 1 page."""
    a_pdf(file.parent, "2-1.pdf", pages=5, text="Longer words, page")
    a_pdf(file.parent, "annex.pdf", pages=1, text="Words of the annex, page")
    alter(file, "to_follow = true", 'file = "annex.pdf"')
    load_meeting(desk, file)


def stamped(path: Path) -> list[tuple[str, str]]:
    """Every page's label and the number that is printed on it."""
    pdf = pypdfium2.PdfDocument(path)
    pages = []
    for place in range(len(pdf)):
        words = pdf[place].get_textpage().get_text_range().split()
        printed = words[max(at for at, word in enumerate(words) if word == "Page") + 1]
        pages.append((pdf.get_page_label(place), printed))
    return pages


def labels(path: Path) -> str:
    pages = stamped(path)
    assert [label for label, _ in pages] == [printed for _, printed in pages]
    return " ".join(label for label, _ in pages)


def test_publishing_fixes_the_issue_and_the_meetings_standing(desk: Desk, file: Path) -> None:
    with desk.read() as store:
        meeting = store.meetings.get(store.meetings.find(DAY))
        issue = store.issues.latest(meeting.id)
    assert (meeting.standing, meeting.published_at) == (Standing.PUBLISHED, IN_TIME)
    assert issue
    assert (issue.notice.clear_days, issue.notice.latest_day) == (5, date(2027, 1, 13))
    assert [paper.pages.all for paper in issue.papers] == [
        ("3", "4", "5", "6"),
        ("7", "8"),
        (),
        ("9", "10"),
    ]


def test_neither_publishing_nor_anything_before_it_can_be_undone(desk: Desk, file: Path) -> None:
    with desk.edit() as store:
        with pytest.raises(NothingToUndo, match="Publish"):
            store.undo()
        assert store.meetings.list()[0].standing is Standing.PUBLISHED


def test_an_agenda_is_published_once(desk: Desk, file: Path) -> None:
    with pytest.raises(WrongInput, match="published once"):
        publish_agenda(desk, DAY, at=IN_TIME)


def test_short_notice_needs_a_reason_and_none_is_made_up(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    with pytest.raises(WrongInput, match="3 clear days"):
        publish_agenda(desk, DAY, at=LATE)
    with desk.read() as store:
        assert store.issues.latest(store.meetings.find(DAY)) is None
    done = publish_agenda(desk, DAY, at=LATE, reasons=LateReasons(urgency="The grant ends"))
    notice = done.issue.notice
    assert (notice.short, notice.urgency, notice.chair_agreed_on) == (True, "The grant ends", None)
    assert "Ask the chair" in done.reminders[0]


def test_short_notice_of_the_meeting_is_kept_with_the_meeting(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, [2]))
    reasons = LateReasons(short_notice="Flood", convened_on=date(2027, 1, 15))
    publish_agenda(desk, DAY, at=LATE, reasons=reasons)
    with desk.read() as store:
        meeting = store.meetings.get(store.meetings.find(DAY))
    assert (meeting.short_notice_reason, meeting.convened_on) == ("Flood", date(2027, 1, 15))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Item 2"', '"Another title"', "is now called"),
        ('title = "Item 3"', 'title = "New"\n[[item]]\ntitle = "Item 3"', "is added"),
        ("Committee Room 1", "Library", "published to be at"),
    ],
)
def test_what_was_published_is_changed_only_by_choice(
    desk: Desk, file: Path, old: str, new: str, told: str
) -> None:
    with desk.read() as store:
        before = store.agendas.read(store.meetings.find(DAY))
    alter(file, old, new)
    with pytest.raises(WrongInput, match=rf"{told}.*clear days.*--accept-major"):
        load_meeting(desk, file)
    with desk.read() as store:
        assert store.agendas.read(before.meeting.id) == before
    loaded = load_meeting(desk, file, accept_major=True)
    assert any(told in warning for warning in loaded.warnings)
    with desk.read() as store:
        newest = store.history(limit=1)[0]
    assert "Accepted: " in newest.name
    assert told in newest.name


def test_minor_changes_are_loaded_and_told(desk: Desk, file: Path) -> None:
    alter(file, "Director of Learning", "Director of Schools")
    a_pdf(file.parent, "2-1.pdf", pages=3, text="Corrected words, page")
    warnings = load_meeting(desk, file).warnings
    assert any('"Paper 2.1" (pages 3 to 5) was replaced' in warning for warning in warnings)


def test_an_item_added_after_publishing_is_dated_and_says_what_it_needs(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    late = replace(desk, clock=lambda: datetime(2027, 1, 18, 10, 0, tzinfo=UTC))
    add(file, '[[item]]\ntitle = "Inspection letter"\n')
    warnings = load_meeting(late, file, accept_major=True).warnings
    assert any("Inspection letter" in one and "special circumstances" in one for one in warnings)
    next_day = replace(desk, clock=lambda: datetime(2027, 1, 19, 10, 0, tzinfo=UTC))
    problems = build_supplement(next_day, DAY, tmp_path / "s.pdf").receipt.problems
    assert any("Ask the chair" in problem for problem in problems)
    added = check_notice(next_day, DAY).items[-1]
    assert (added.numbered.item.added_on, added.barred) == (date(2027, 1, 19), True)
    assert added.state is Publication.ADDED_LATE
    add(file, 'urgency_reason = "It came today"\nchair_agreed_on = 2027-01-19\n')
    load_meeting(next_day, file)
    added = check_notice(next_day, DAY).items[-1]
    assert (added.numbered.item.added_on, added.needs) == (date(2027, 1, 19), ())


def test_a_pack_of_what_was_published_has_the_same_pages(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")
    assert labels(tmp_path / "pack.pdf") == "1 2 3 4 5 6 7 8"


def test_a_pack_that_would_move_a_page_is_refused(desk: Desk, file: Path, tmp_path: Path) -> None:
    what_came(desk, file)
    with pytest.raises(PackNotReady, match="supplement"):
        build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    with pytest.raises(PackNotReady, match="consolidated"):
        build_agenda_pack(desk, DAY, tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


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


def test_the_search_tells_the_issued_page(desk: Desk, file: Path, tmp_path: Path) -> None:
    what_came(desk, file)
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    (annex,) = search_workspace(desk, '"words of the annex"')
    assert (annex.hit.page, annex.pack_page) == (1, 13)
    assert search_workspace(desk, '"words of paper 3.1, page 2"')[0].pack_page == 8


def test_the_agenda_by_itself_tells_the_issued_pages(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    what_came(desk, file)
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    draw_agenda(desk, DAY, tmp_path / "agenda.pdf")
    words = pypdfium2.PdfDocument(tmp_path / "agenda.pdf")[0].get_textpage().get_text_range()
    told = words.replace("\xa0", " ")
    assert "3 - 6B" in told
    assert "7 - 8, 13 - 14" in " ".join(told.split())


def test_a_bundle_holds_the_public_papers_alone_and_pages_that_everyone_can_read(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    built = bundle_papers(desk, DAY, tmp_path / "site")
    names = sorted(path.name for path in (tmp_path / "site").iterdir())
    assert names == ["02-paper-2-1.pdf", "03-paper-3-1.pdf", "agenda.html", "index.html"]
    everything = b"".join(path.read_bytes() for path in (tmp_path / "site").iterdir())
    assert b"Tender" not in everything
    assert labels(tmp_path / "site" / "02-paper-2-1.pdf") == "3 4 5"
    assert built.receipt.problems == ()
    for name in ("agenda.html", "index.html"):
        page = seen_page((tmp_path / "site" / name).read_text(encoding="utf-8"))
        assert page.lang == "en-GB"
        assert [level for level, _ in page.headings][:1] == [1]
        assert {scope for scope, _ in page.heads} == {"col", "row"}
        assert all((tmp_path / "site" / href).is_file() for href, _ in page.links)
    contents = seen_page((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert {href for href, _ in contents.links} == set(names) - {"index.html"}
    assert "3\u00a0-\u00a05" in contents.words
    agenda = seen_page((tmp_path / "site" / "agenda.html").read_text(encoding="utf-8"))
    assert ("index.html", "The papers of the meeting") in agenda.links
    assert ("02-paper-2-1.pdf", "3 - 6") in [
        (href, told.replace("\u00a0", " ")) for href, told in agenda.links
    ]
    with desk.read() as store:
        assert store.packs.list(built.receipt.meeting) == (built.receipt,)


def test_a_bundle_waits_for_the_supplement_and_then_has_its_pages(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    what_came(desk, file)
    with pytest.raises(PackNotReady, match="not been issued yet"):
        bundle_papers(desk, DAY, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    build_supplement(desk, DAY, tmp_path / "s.pdf")
    bundle_papers(desk, DAY, tmp_path / "site")
    assert labels(tmp_path / "site" / "02-paper-2-1.pdf") == "3 4 5 6 6A"
    assert labels(tmp_path / "site" / "03-annex.pdf") == "13"


def test_a_bundle_before_publishing_says_that_numbers_may_change(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path / "papers", [2]))
    built = bundle_papers(desk, DAY, tmp_path / "site")
    assert "may still change" in built.receipt.problems[0]
