from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.exempt_register import Review
from scrutiny_app.domain.paper import WithheldPlace
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.draw_minutes import draw_minutes
from scrutiny_app.jobs.list_exempt_papers import list_exempt_papers
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.packs.draw_agenda import draw_agenda
from scrutiny_app.jobs.packs.record_pack import BuiltPack
from scrutiny_app.jobs.publish_agenda import publish_agenda
from tests.build import MEETING_FILE, a_pdf, clock

DAY = "2027-01-21"
EXEMPT = """access = "exempt"
exempt_paragraphs = [3]
public_interest_reason = "The council would get a worse price."
review_on = 2026-12-01
"""


def a_meeting_file(
    folder: Path, *, marks: str = EXEMPT, house: str = "nottingham", place: str = ""
) -> Path:
    """A meeting whose exempt and confidential items stand between two public ones."""
    for name, pages in (("open", 3), ("bids", 2), ("order", 1), ("last", 2)):
        a_pdf(folder, f"{name}.pdf", pages=pages, text=f"Words of the {name} paper, page")
    placed = f'withheld_papers = "{place}"\n[meeting.officer]' if place else "[meeting.officer]"
    head = MEETING_FILE.replace("nottingham", house).replace("[meeting.officer]", placed)
    text = f"""{head}
[[item]]
title = "Buildings"
[[item.paper]]
title = "Buildings report"
file = "open.pdf"
[[item]]
title = "Exclusion of the public"
kind = "exclusion"
[[item]]
title = "The offer of Hargreave"
public_title = "Procurement of a depot"
[[item.paper]]
title = "Bids"
file = "bids.pdf"
{marks}
[[item]]
title = "A matter before the court"
[[item.paper]]
title = "Order"
file = "order.pdf"
access = "confidential"
confidential_basis = "an order of the Family Court"
[[item]]
title = "Work programme"
kind = "work_programme"
[[item.paper]]
title = "Programme"
file = "last.pdf"
"""
    path = folder / "meeting.toml"
    path.write_text(text, encoding="utf-8")
    return path


def built(desk: Desk, tmp_path: Path, edition: Edition) -> tuple[BuiltPack, list[str], list[str]]:
    """The pack, what stands on every page, and every page's label."""
    pack = build_agenda_pack(desk, DAY, tmp_path / f"{edition}.pdf", edition=edition)
    pdf = pypdfium2.PdfDocument(tmp_path / f"{edition}.pdf")
    words = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]
    return pack, words, [pdf.get_page_label(place) for place in range(len(pdf))]


@pytest.mark.parametrize("place", list(WithheldPlace))
def test_both_editions_give_every_page_one_number_by_label_and_by_stamp(
    desk: Desk, tmp_path: Path, place: WithheldPlace
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, place=place))
    public, shown, labels = built(desk, tmp_path, Edition.PUBLIC)
    full, everything, all_labels = built(desk, tmp_path, Edition.FULL)
    assert all_labels == [str(number) for number in range(1, full.receipt.pages + 1)]
    assert [int(label) for label in labels] == list(public.layout.numbers)
    assert len(labels) == full.receipt.pages - 4
    for words, label in zip(shown, labels, strict=True):
        assert f"Page {label}" in words
        same = everything[all_labels.index(label)]
        assert words == same or int(label) <= max(len(public.layout.front), len(full.layout.front))


def test_withheld_papers_stand_last_and_the_full_front_sheet_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    public, shown, labels = built(desk, tmp_path, Edition.PUBLIC)
    full, everything, _ = built(desk, tmp_path, Edition.FULL)
    assert labels == [str(number) for number in range(1, public.receipt.pages + 1)]
    assert "missing" not in " ".join(shown)
    kept = f"Pages {public.receipt.pages + 1} - {full.receipt.pages} are not for publication."
    assert kept in " ".join(everything[: len(full.layout.front)])
    last = "".join(everything[public.receipt.pages :])
    assert "Words of the bids paper" in last
    assert "Words of the order paper" in last


def test_published_withheld_papers_stay_where_they_were(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    publish_agenda(desk, DAY, at=datetime(2027, 1, 12, 10, 0, tzinfo=UTC))
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(DAY))
    assert agenda.meeting.withheld_papers is WithheldPlace.LAST
    with pytest.raises(WrongInput, match="published with its withheld papers last"):
        load_meeting(desk, a_meeting_file(tmp_path, place="as listed"))
    load_meeting(desk, a_meeting_file(tmp_path))
    assert built(desk, tmp_path, Edition.PUBLIC)[0].layout.skipped == ()


def test_the_public_front_sheet_says_what_is_missing_and_why(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path, place="as listed"))
    public, shown, _ = built(desk, tmp_path, Edition.PUBLIC)
    front = " ".join(shown[: len(public.layout.front)])
    (gap,) = public.layout.skipped
    assert f"Pages {gap.first} - {gap.last} are missing from this copy" in front
    assert "Public Document Pack" in front
    assert "Procurement of a depot" in front
    assert "because the council would get a worse price." in front
    assert "in paragraph 3 of Part 1 of Schedule 12A" in front
    assert "Hargreave" not in " ".join(shown)
    assert "Family Court" not in " ".join(shown)


def test_the_full_edition_shows_the_whole_title_and_marks_every_withheld_page(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    full, everything, labels = built(desk, tmp_path, Edition.FULL)
    front = " ".join(everything[: len(full.layout.front)])
    assert "Full Document Pack: Not for Publication" in front
    assert "The offer of Hargreave" in front
    assert "missing" not in front
    marked = [words for words in everything if words.startswith("NOT FOR") or ". This" in words]
    assert ["exempt information" in words for words in marked] == [True, True, False]
    assert "confidential information" in marked[2]
    assert labels.index("1") == 0


@pytest.mark.parametrize("house", ["neutral", "nottingham"])
def test_a_longer_front_sheet_of_one_edition_moves_no_page_of_the_other(
    desk: Desk, tmp_path: Path, house: str
) -> None:
    file = a_meeting_file(tmp_path, house=house)
    text = file.read_text(encoding="utf-8")
    long = "The offer of Hargreave and of Lund, with all that was said of it " * 90
    file.write_text(text.replace("The offer of Hargreave", long), encoding="utf-8")
    load_meeting(desk, file)
    public, _, _ = built(desk, tmp_path, Edition.PUBLIC)
    full, _, _ = built(desk, tmp_path, Edition.FULL)
    assert len(full.layout.front) > len(public.layout.front)
    for paper, span in public.layout.papers.items():
        assert full.layout.papers[paper] == span


def test_the_agenda_and_the_minutes_are_the_public_s(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    draw_agenda(desk, DAY, tmp_path / "agenda.pdf")
    draw_minutes(desk, DAY, tmp_path / "minutes.pdf")
    for name in ("agenda", "minutes"):
        pdf = pypdfium2.PdfDocument(tmp_path / f"{name}.pdf")
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
        assert "Hargreave" not in text
        assert "item 4 (Procurement of a depot, paragraph 3)" in text
        assert "item 5 (A matter before the court)" in text
    assert "Resolved to exclude the public" in text
    assert "(including the authority holding that information)" in text


def test_the_officer_is_told_when_private_business_stands_between(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    public, _, _ = built(desk, tmp_path, Edition.PUBLIC)
    told = " ".join(public.receipt.problems)
    assert '"Bids" is exempt and is left out' in told
    assert '"Order" is confidential and is left out' in told
    assert "come back for item 6" in told


def test_a_public_pack_takes_no_password(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    word = "correct horse battery"
    with pytest.raises(WrongInput, match="for everybody"):
        build_agenda_pack(desk, DAY, tmp_path / "pack.pdf", password=word)


@pytest.mark.parametrize("change", ["unmarked", "under another title"])
def test_taking_the_mark_away_makes_nothing_public(desk: Desk, tmp_path: Path, change: str) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    file = a_meeting_file(tmp_path, marks="")
    if change != "unmarked":
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('title = "Bids"', 'title = "Harmless"'), encoding="utf-8")
    with pytest.raises(WrongInput, match="made_public_by"):
        load_meeting(desk, file)
    assert [one.title for one in list_exempt_papers(desk).entries] == ["Bids", "Order"]


def test_a_paper_taken_off_and_brought_back_stays_withheld(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path)
    load_meeting(desk, file)
    text = file.read_text(encoding="utf-8")
    start = text.index('[[item.paper]]\ntitle = "Bids"')
    file.write_text(text[:start] + text[text.index("[[item]]", start) :], encoding="utf-8")
    load_meeting(desk, file)
    with pytest.raises(WrongInput, match='"Bids" was withheld'):
        load_meeting(desk, a_meeting_file(tmp_path, marks=""))


def test_a_paper_is_made_public_with_a_word_that_the_register_keeps(
    desk: Desk, tmp_path: Path
) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    word = "Director of Law: the contract is signed"
    load_meeting(desk, a_meeting_file(tmp_path, marks=f'made_public_by = "{word}"'))
    first = list_exempt_papers(desk).entries[0]
    assert (first.title, first.made_public_by) == ("Bids", word)
    public, shown, _ = built(desk, tmp_path, Edition.PUBLIC)
    assert "Words of the bids paper" in " ".join(shown)
    assert public.receipt.pages


def test_the_register_tells_what_is_overdue_and_holds_its_year(desk: Desk, tmp_path: Path) -> None:
    load_meeting(desk, a_meeting_file(tmp_path))
    register = list_exempt_papers(desk, year="2026/27")
    assert [(one.item, one.title) for one in register.entries] == [(4, "Bids"), (5, "Order")]
    assert [one.title for one in register.overdue] == ["Bids"]
    assert register.entries[0].review(clock().date()) is Review.OVERDUE
    assert list_exempt_papers(desk, year="2025/26").entries == ()


def test_an_undone_load_takes_the_title_for_the_public_back(desk: Desk, tmp_path: Path) -> None:
    file = a_meeting_file(tmp_path)
    load_meeting(desk, file)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Procurement of a depot", "A depot"), encoding="utf-8")
    load_meeting(desk, file)
    with desk.edit() as store:
        store.undo()
        agenda = store.agendas.read(store.meetings.find(DAY))
    assert agenda.items[3] == replace(agenda.items[3], public_title="Procurement of a depot")
