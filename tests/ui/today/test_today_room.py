"""The first room through the window, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.today.today_page import TodayPage
from tests.build import a_paper, an_agenda
from tests.store.workspaces import a_workspace, write
from tests.ui.keys import press

SOON = 10_000


def today(window: MainWindow) -> TodayPage:
    page = window.page
    assert isinstance(page, TodayPage)
    return page


def test_a_new_workspace_lands_on_three_steps_each_leading_there(
    desk_window: MainWindow, qtbot: QtBot
) -> None:
    page = today(desk_window)
    qtbot.waitUntil(page.begin.isVisible, timeout=SOON)
    assert page.head.headline.text() == "Tuesday 5 January 2027"
    assert [lead.word for lead in page.begin.list.leads()] == ["Next", "", ""]
    assert page.button.text() == "Make your &committee"
    with qtbot.waitSignal(page.wants) as wants:
        page.button.click()
    assert wants.args == [Place(Room.COMMITTEES)]
    for room in (Room.COMMITTEES, Room.MEETINGS, Room.MEETING):
        assert any(lead.goal.room is room for lead in page.begin.list.leads())  # type: ignore[attr-defined]


def test_what_waits_is_shown_and_enter_leads_there(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    agenda = an_agenda([a_paper("Budget"), replace(a_paper("Staffing"), version=None)], items=1)
    with a_workspace(tmp_path) as store:
        write(store, agenda)
    main.open_workspace(tmp_path / "workspace")
    page = today(main)
    qtbot.waitUntil(page.meetings.isVisible, timeout=SOON)
    assert not page.begin.isVisible()
    assert not page.reviews.isVisible()
    (meeting,) = page.meetings.list.leads()
    assert meeting.word == "Publish by 13 January \N{MIDDLE DOT} 7 working days"
    assert [lead.title for lead in page.deadlines.list.leads()] == [
        "Draft reports due",
        "Chair's briefing",
    ]
    QAbstractItemModelTester(page.papers.list.model())
    # The first row has the focus; Tab goes on to the next card, Enter goes there
    assert page.meetings.list.hasFocus()
    press(qtbot, main, Qt.Key.Key_Tab)
    assert page.deadlines.list.hasFocus()
    assert "Draft reports due" in page.deadlines.list.currentIndex().data(
        int(Qt.ItemDataRole.AccessibleTextRole)
    )
    with qtbot.waitSignal(page.wants) as wants:
        press(qtbot, main, Qt.Key.Key_Return)
    assert wants.args == [Place(Room.MEETING, agenda.meeting.id, "agenda")]


def test_a_change_is_seen_when_one_comes_back(
    main: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    agenda = an_agenda([replace(a_paper("Staffing"), version=None)])
    with a_workspace(tmp_path) as store:
        write(store, agenda)
    main.open_workspace(tmp_path / "workspace")
    page = today(main)
    qtbot.waitUntil(page.papers.isVisible, timeout=SOON)
    main.go(Place(Room.SETTINGS))
    first, item = agenda.items
    filed = replace(agenda, items=(first, replace(item, papers=(a_paper("Staffing"),))))
    assert main.session is not None
    main.session.write("File it", lambda store: store.agendas.write(filed))
    main.travel(-1)
    qtbot.waitUntil(page.papers.isHidden, timeout=SOON)
