"""An agenda is published in the window, a late paper is issued, files are written and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.load_meeting import load_meeting
from scrutiny_app.store.store import create_store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.meeting.publication.publication_tab import PublicationTab
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.widgets.status_list import State
from tests.build import a_meeting_file, a_pdf
from tests.ui.keys import press, type_words

SOON = 30_000
IN_TIME = datetime(2027, 1, 13, 10, 0, tzinfo=UTC)
LATE = datetime(2027, 1, 18, 10, 0, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A meeting of 21 January 2027 with two papers, loaded into a workspace."""
    file = a_meeting_file(tmp_path / "papers", [3], [2])
    folder = tmp_path / "workspace"
    create_store(folder, who="Jo Field", clock=lambda: IN_TIME).close()
    load_meeting(Desk(folder, "Jo Field", lambda: IN_TIME), file)
    return file


@pytest.fixture
def tab(main: MainWindow, file: Path, tmp_path: Path) -> PublicationTab:
    """The publication tab, at a moment when full notice can still be given."""
    return opened(main, tmp_path / "workspace", IN_TIME)


def opened(window: MainWindow, folder: Path, at: datetime) -> PublicationTab:
    window.workspaces.clock = lambda: at
    window.open_workspace(folder)
    assert window.session is not None
    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id, "publication"))
    assert isinstance(window.page, MeetingPage)
    assert isinstance(window.page.tab, PublicationTab)
    return window.page.tab


def agenda_of(tab: PublicationTab) -> Agenda:
    return tab.session.store.agendas.read(tab.desk.agenda.meeting.id)


def publish_by_keyboard(qtbot: QtBot, window: MainWindow, tab: PublicationTab) -> None:
    tab.publish.understood.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    tab.publish.button.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)


def until(qtbot: QtBot, tab: PublicationTab, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(lambda: not tab.desk.around.jobs.busy and true(), timeout=SOON)


def test_an_agenda_is_published_only_when_the_officer_says_that_it_is_to_be(
    qtbot: QtBot, main: MainWindow, tab: PublicationTab
) -> None:
    assert tab.notice.list.lines[0].state is State.WARNING  # the last day for it
    assert not tab.publish.button.isEnabled()
    publish_by_keyboard(qtbot, main, tab)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    assert not tab.publish.isVisible()
    assert tab.issues.list.lines[0].words.startswith("Agenda, 10.00 am on Wednesday 13 January")
    assert tab.since.list.lines[0].state is State.DONE
    assert not main.menus.undo.isEnabled()


def test_short_notice_is_published_only_with_its_reason(
    qtbot: QtBot, main: MainWindow, file: Path, tmp_path: Path
) -> None:
    tab = opened(main, tmp_path / "workspace", LATE)
    assert tab.notice.list.lines[0].state is State.PROBLEM
    publish_by_keyboard(qtbot, main, tab)
    assert "Say why it goes out all the same" in main.page.strip.sentence.text()
    assert agenda_of(tab).meeting.standing is Standing.PLANNED
    tab.publish.urgency.setFocus()
    type_words(qtbot, main, "The grant ends")
    tab.publish.button.setFocus()
    press(qtbot, main, Qt.Key.Key_Space)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    (issue,) = tab.session.store.issues.list(tab.desk.agenda.meeting.id)
    assert issue.notice.urgency == "The grant ends"


def test_what_came_since_is_issued_as_a_supplement_and_told_in_the_receipts(
    qtbot: QtBot, main: MainWindow, tab: PublicationTab, tmp_path: Path
) -> None:
    publish_by_keyboard(qtbot, main, tab)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    assert not tab.since.supplement.isEnabled()
    add_a_late_paper(main, tab, tmp_path)
    assert [line.state for line in tab.since.list.lines] == [State.NOTE]
    assert not tab.since.copy.isEnabled()
    tab.write_supplement(tmp_path / "supplement.pdf")
    until(qtbot, tab, (tmp_path / "supplement.pdf").exists)
    tab.write_copy(tmp_path / "whole.pdf")
    until(qtbot, tab, (tmp_path / "whole.pdf").exists)
    tab.write_bundle(tmp_path / "bundle")
    until(qtbot, tab, (tmp_path / "bundle").exists)
    assert len(tab.issues.list.lines) == 2
    receipts = tab.session.store.packs.list(tab.desk.agenda.meeting.id)
    assert {one.file_name for one in receipts} == {"supplement.pdf", "whole.pdf", "bundle/"}
    with pikepdf.open(tmp_path / "whole.pdf") as whole, pikepdf.open(tmp_path / "supplement.pdf"):
        assert len(whole.pages) > 8
    assert "insert" in tab.since.told.text().casefold()


def test_a_pack_built_before_a_supplement_says_where_all_is_together(
    qtbot: QtBot, main: MainWindow, tab: PublicationTab, tmp_path: Path
) -> None:
    main.go(tab.desk.place("agenda"))
    page = main.page
    assert isinstance(page, MeetingPage)
    assert isinstance(page.tab, AgendaTab)
    pack = page.tab.pack
    pack.build()
    qtbot.waitUntil(lambda: pack.preview.reading.document is not None, timeout=SOON)
    main.go(tab.desk.place("publication"))
    publish_by_keyboard(qtbot, main, tab)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    add_a_late_paper(main, tab, tmp_path)
    main.go(tab.desk.place("agenda"))
    assert pack.state.text().endswith("Issue them with a supplement, under Publication.")
    main.go(tab.desk.place("publication"))
    tab.write_supplement(tmp_path / "supplement.pdf")
    until(qtbot, tab, (tmp_path / "supplement.pdf").exists)
    main.go(tab.desk.place("agenda"))
    assert pack.state.text().startswith("What came since was issued with a supplement.")


def test_a_pack_that_would_not_be_what_was_published_leads_to_where_that_is_written(
    qtbot: QtBot, main: MainWindow, tab: PublicationTab, tmp_path: Path
) -> None:
    publish_by_keyboard(qtbot, main, tab)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    add_a_late_paper(main, tab, tmp_path)
    press(qtbot, main, Qt.Key.Key_B, "Control")
    page = main.page
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(page.strip.way.isVisible, timeout=SOON)
    assert page.tab is not tab
    qtbot.mouseClick(page.strip.way, Qt.MouseButton.LeftButton)
    assert page.tab is tab


def test_a_file_that_was_built_opens_in_the_reader_or_the_officer_hears_where_it_is_not(
    qtbot: QtBot,
    main: MainWindow,
    tab: PublicationTab,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    publish_by_keyboard(qtbot, main, tab)
    until(qtbot, tab, lambda: agenda_of(tab).meeting.standing is Standing.PUBLISHED)
    tab.write_copy(tmp_path / "whole.pdf")
    until(qtbot, tab, lambda: bool(tab.session.store.packs.list(tab.desk.agenda.meeting.id)))
    (tmp_path / "whole.pdf").rename(tmp_path / "elsewhere.pdf")
    tab.receipts.table.setFocus()
    press(qtbot, main, Qt.Key.Key_Down)
    press(qtbot, main, Qt.Key.Key_Return)
    assert "whole.pdf is not in" in main.page.strip.sentence.text()
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    tab.receipts.show_folder.trigger()
    assert [Path(one) for one in shown] == [tmp_path]
    (tmp_path / "elsewhere.pdf").rename(tmp_path / "whole.pdf")
    press(qtbot, main, Qt.Key.Key_Return)
    assert main.page.room is Room.READER


def test_a_full_supplement_takes_a_password_and_a_public_one_does_not(
    tab: PublicationTab,
) -> None:
    assert tab.since._password.isHidden()
    tab.since.edition.setCurrentIndex(1)
    tab.since.edition.activated.emit(1)
    assert not tab.since._password.isHidden()


def add_a_late_paper(window: MainWindow, tab: PublicationTab, tmp_path: Path) -> None:
    """Put a paper under the last item, as the agenda tab does."""
    from scrutiny_app.domain.agenda_editing import add_paper, paper_from_file
    from scrutiny_app.jobs.papers.file_papers import file_papers
    from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
    from scrutiny_app.jobs.papers.read_papers import read_papers
    from scrutiny_app.store.keys import new_key

    a_pdf(tmp_path, "late.pdf", pages=2, text="What came late, page")
    store = tab.session.store
    order = prepare_intake(store, {"late": tmp_path / "late.pdf"})
    filed = file_papers(store, read_papers(order), at=IN_TIME)
    agenda = agenda_of(tab)
    paper = replace(paper_from_file(filed.versions["late"], new_key), title="Late figures")
    after = add_paper(agenda, agenda.items[-1].id, paper)
    assert tab.session is window.session
    tab.session.write("Add a late paper", lambda store: store.agendas.write(after))
