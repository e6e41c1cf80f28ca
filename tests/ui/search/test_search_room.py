"""The search room through the window, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.jobs.papers.file_papers import file_papers
from scrutiny_app.jobs.papers.prepare_intake import prepare_intake
from scrutiny_app.jobs.papers.read_papers import read_papers
from scrutiny_app.store.store import Store
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.reader.reader_page import ReaderPage
from scrutiny_app.ui.search.results import Find, place_of
from scrutiny_app.ui.search.search_page import SearchPage
from tests.build import NOW, a_paper, an_agenda
from tests.store.workspaces import a_loaded_meeting, a_workspace, index, write
from tests.ui.keys import press, type_words

SOON = 20_000


def a_searchable_workspace(tmp_path: Path) -> Agenda:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store, "Budget monitoring", exempt="Staffing")
        budget, staffing = (one.version for one in agenda.items[1].papers)
        assert budget is not None
        assert staffing is not None
        index(
            store,
            {
                budget.normalised_sha256: ("Nothing.", "The services budget is overspent."),
                staffing.normalised_sha256: ("Ten posts are overspent.",),
            },
        )
    return agenda


def the_page(window: MainWindow) -> SearchPage:
    page = window.page
    assert isinstance(page, SearchPage)
    return page


def finds(page: SearchPage) -> list[Find]:
    return page._finds() if page._hits else []


@pytest.fixture
def searched(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> SearchPage:
    a_searchable_workspace(tmp_path)
    main.open_workspace(tmp_path / "workspace")
    press(qtbot, main, Qt.Key.Key_F, "Control", "Shift")
    return the_page(main)


def test_words_typed_are_found_with_their_places_and_opened_by_enter(
    searched: SearchPage, main: MainWindow, qtbot: QtBot
) -> None:
    assert "What are you looking for" in searched.empty.headline.text()
    type_words(qtbot, main, "overspent")
    qtbot.waitUntil(lambda: len(finds(searched)) == 2, timeout=SOON)
    # The child counts the pages of the meeting's pack meanwhile
    qtbot.waitUntil(lambda: any(find.pack_page for find in finds(searched)), timeout=SOON)
    budget = next(find for find in finds(searched) if not find.hit.exempt)
    assert place_of(budget) == (
        f"item 2 \N{MIDDLE DOT} pack page {budget.pack_page} \N{MIDDLE DOT} page 2"
    )
    press(qtbot, main, Qt.Key.Key_Down)
    chosen = searched.results.current()
    assert chosen is not None
    assert chosen != finds(searched)[0]
    QAbstractItemModelTester(searched.results.items)
    with qtbot.waitSignal(searched.wants) as wants:
        press(qtbot, main, Qt.Key.Key_Return, "Control")
    assert wants.args == [
        Place(Room.MEETING, chosen.hit.meeting_id, "agenda", chosen.hit.paper_id or "")
    ]


def test_exempt_papers_are_left_out_when_the_tick_is_taken_away(
    searched: SearchPage, main: MainWindow, qtbot: QtBot
) -> None:
    type_words(qtbot, main, "posts")
    qtbot.waitUntil(lambda: len(finds(searched)) == 1, timeout=SOON)
    assert finds(searched)[0].hit.exempt
    press(qtbot, main, Qt.Key.Key_X, "Alt")
    qtbot.waitUntil(lambda: not searched.bar.exempt.isChecked(), timeout=SOON)
    assert finds(searched) == []
    assert "posts" in searched.empty.headline.text()
    assert "were not searched" in searched.empty.advice.text()


def test_one_committee_is_searched_alone(searched: SearchPage, main: MainWindow) -> None:
    session = main.session
    assert session is not None
    (line,) = session.store.meetings.list()
    committee = session.store.meetings.get(line.id).committee
    searched.bar.field.setText("overspent")
    session.choose(committee)
    searched._search()
    assert len(finds(searched)) == 2
    assert line.committee in searched.head.below.text()


def test_what_cannot_be_searched_is_said(
    searched: SearchPage, main: MainWindow, qtbot: QtBot
) -> None:
    type_words(qtbot, main, "?!")
    qtbot.waitUntil(lambda: "cannot be searched" in searched.empty.headline.text(), timeout=SOON)


def test_papers_that_the_index_lacks_are_read_by_the_child(
    main: MainWindow, tmp_path: Path, pack: Path, qtbot: QtBot
) -> None:
    with a_workspace(tmp_path) as store:
        file_a_real_paper(store, pack)
        assert not store.searchable
    main.open_workspace(tmp_path / "workspace")
    main.go(Place(Room.SEARCH, detail="caseloads"))
    page = the_page(main)
    assert "being read now" in page.strip.sentence.text()
    qtbot.waitUntil(
        lambda: {find.hit.page for find in finds(page)} == {9, 19, 29, 39}, timeout=SOON
    )
    assert not page.strip.isVisible()
    preview = page.preview
    qtbot.waitUntil(
        lambda: preview.preview is not None and preview.preview.reading.document is not None,
        timeout=SOON,
    )
    assert preview.preview is not None
    shown = preview.preview
    first = finds(page)[0].hit.page
    assert first is not None
    qtbot.waitUntil(lambda: shown.place.text().startswith(f"Page {first} of "), timeout=SOON)
    press(qtbot, main, Qt.Key.Key_Return)
    assert isinstance(main.page, ReaderPage)
    reader = main.page.reader
    qtbot.waitUntil(lambda: reader.reading.document is not None, timeout=SOON)
    qtbot.waitUntil(lambda: reader.view.page == first - 1, timeout=SOON)
    assert reader.bar.title.toolTip() == "Improvement report"
    # The words are marked there, and the find looked at is the one on this page
    qtbot.waitUntil(lambda: len(reader.side.found.hits) == 4, timeout=SOON)
    assert reader.side.field.text().casefold() == "caseloads"
    assert reader.view.page == first - 1


def file_a_real_paper(store: Store, file: Path) -> None:
    read = read_papers(prepare_intake(store, {"report": file}))
    filed = file_papers(store, read, at=NOW)
    paper = a_paper("Improvement report", version=filed.versions["report"])
    write(store, an_agenda([paper], items=1))
