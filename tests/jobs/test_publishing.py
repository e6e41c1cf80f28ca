from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from scrutiny_app.domain.errors import NothingToUndo, PackNotReady, WrongInput
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.publication import Publication
from scrutiny_app.jobs.check_notice import check_notice
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.jobs.packs.build_agenda_pack import build_agenda_pack
from scrutiny_app.jobs.packs.build_supplement import build_supplement
from scrutiny_app.jobs.packs.draw_agenda import draw_agenda
from scrutiny_app.jobs.publication_order import LateReasons
from scrutiny_app.jobs.publish_agenda import publish_agenda
from scrutiny_app.jobs.search_workspace import search_workspace
from tests.build import a_meeting_file, a_pdf
from tests.jobs.published import (
    DAY,
    IN_TIME,
    LATE,
    a_published_file,
    add,
    alter,
    labels,
    what_came,
)


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    return a_published_file(desk, tmp_path)


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
