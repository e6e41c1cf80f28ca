"""The history room through the window, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.history import Step
from scrutiny_app.domain.paper import ExemptReason
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.store.store import Store
from scrutiny_app.ui.history.history_page import HistoryPage
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.place import Place, Room
from tests.build import NOW
from tests.store.workspaces import a_loaded_meeting, a_workspace, write
from tests.ui.keys import press

SOON = 20_000


@pytest.fixture
def agenda(tmp_path: Path) -> Agenda:
    """A workspace whose meeting was loaded, changed, and has a pack."""
    with a_workspace(tmp_path) as store:
        loaded = a_loaded_meeting(store, "Budget monitoring", exempt="Staffing")
        first, item, *rest = loaded.items
        reason = ExemptReason((3,), "talks are under way", review_on=NOW.date().replace(day=2))
        papers = (replace(item.papers[0], title="Budget"), replace(item.papers[1], exempt=reason))
        changed = replace(loaded, items=(first, replace(item, papers=papers), *rest))
        write(store, changed, "Name the paper")
        pack = PackReceipt(loaded.meeting.id, Edition.PUBLIC, "pack.pdf", 12, "0" * 64, (), NOW)
        store.packs.record(pack)
    return changed


@pytest.fixture
def history(agenda: Agenda, main: MainWindow, tmp_path: Path) -> HistoryPage:
    main.open_workspace(tmp_path / "workspace")
    main.go(Place(Room.HISTORY))
    assert isinstance(main.page, HistoryPage)
    return main.page


def shown(page: HistoryPage, column: int) -> list[str]:
    model = page.steps.table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def the_store(window: MainWindow) -> Store:
    assert window.session is not None
    return window.session.store


def test_steps_are_told_with_what_they_changed_and_taken_back(
    history: HistoryPage, main: MainWindow, qtbot: QtBot
) -> None:
    steps = history.steps
    assert shown(history, 0) == ["Name the paper", "Load the meeting"]
    assert steps._about.text() == "Today, 9.00 am, by Jo Field"
    QAbstractItemModelTester(steps.table.model())
    assert steps.table.hasFocus()
    assert "Paper “Budget” changed: title" in steps._changes.text()
    press(qtbot, main, Qt.Key.Key_Down)
    assert "“Staffing” added" in steps._changes.text()
    press(qtbot, main, Qt.Key.Key_T, "Alt")
    qtbot.waitUntil(lambda: "Taken back" in shown(history, 1), timeout=SOON)
    assert the_store(main).next_redo == "Name the paper"
    assert shown(history, 0)[0] == "Undo: Name the paper"
    press(qtbot, main, Qt.Key.Key_D, "Alt")
    qtbot.waitUntil(lambda: the_store(main).next_undo == "Name the paper", timeout=SOON)
    assert "Taken back" not in shown(history, 1)


def test_what_cannot_be_undone_is_marked(history: HistoryPage, main: MainWindow) -> None:
    assert main.session is not None
    main.session.write("Publish the agenda", lambda _store: None, undoable=False)
    assert shown(history, 1)[0] == "Cannot be undone"
    assert not history.steps.undo.isEnabled()
    assert "Nothing can be taken back" in history.steps._undo_words.text()


def test_packs_lead_to_their_meetings_publication(
    history: HistoryPage, main: MainWindow, agenda: Agenda, qtbot: QtBot
) -> None:
    main.go(Place(Room.HISTORY, part="sent"))
    model = history.sent.table.model()
    line = [model.index(0, column).data() for column in range(model.columnCount())]
    assert line == ["Public edition built", "pack.pdf", "12", "Today, 9.00 am"]
    with qtbot.waitSignal(history.wants) as wants:
        press(qtbot, main, Qt.Key.Key_Return)
    assert wants.args == [Place(Room.MEETING, agenda.meeting.id, "publication")]


def test_the_register_has_the_overdue_review_first_and_becomes_a_report(
    history: HistoryPage, main: MainWindow, agenda: Agenda, qtbot: QtBot, tmp_path: Path
) -> None:
    main.go(Place(Room.HISTORY, part="exempt"))
    model = history.exempt.table.model()
    assert model.index(0, 2).data() == "Overdue since 2 January 2027"
    assert model.index(0, 1).data() == "Paragraph 3: talks are under way"
    history.exempt.save_report(tmp_path / "register.pdf")
    qtbot.waitUntil(
        lambda: (tmp_path / "register.pdf").exists() and not main.jobs.busy, timeout=SOON
    )
    assert main.status.text() == "register.pdf is written"
    with qtbot.waitSignal(history.wants) as wants:
        press(qtbot, main, Qt.Key.Key_Return)
    paper = agenda.items[1].papers[1]
    assert wants.args == [Place(Room.MEETING, agenda.meeting.id, "agenda", paper.id)]


def test_the_check_tells_in_sentences_what_it_found(
    history: HistoryPage, main: MainWindow, agenda: Agenda, qtbot: QtBot
) -> None:
    version = agenda.items[1].papers[0].version
    assert version is not None
    the_store(main).paper_folder.path(version.original_sha256).unlink()
    main.go(Place(Room.HISTORY, part="safety"))
    safety = history.safety
    assert "No backup was made yet" in safety._none.text()
    press(qtbot, main, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: safety.findings.count() > 0, timeout=SOON)
    assert "found" in safety.sentence.text()
    first = safety.findings.itemAt(0).widget()
    assert first is not None
    said = " ".join(one.accessibleName() for one in first.findChildren(type(safety.sentence)))
    assert "Problem: The file of “Budget” is missing" in said.replace('"Budget"', "“Budget”")


def test_steps_are_read_in_windows(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        agenda = a_loaded_meeting(store)
        for number in range(5):
            meeting = replace(agenda.meeting, place=f"Room {number}")
            with store.step(f"Move to room {number}"):
                store.meetings.write(meeting)
        assert store.count_steps() == 6
        (step,) = store.some_steps(1, 1)
        assert isinstance(step, Step)
        assert (step.name, step.changes) == ("Move to room 3", ())
        (change,) = store.changes_of_step(step.number)
        assert change.fields == ("place",)
