"""The agenda tab of the window's only meeting, and waiting for what its children do."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.jobs.desk import open_desk
from scrutiny_app.jobs.publish_agenda import publish_agenda
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.agenda_tab import AgendaTab
from scrutiny_app.ui.meeting.incoming import Stage
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room
from tests.build import clock

SOON = 20_000


def meeting_page(window: MainWindow, part: str = "") -> MeetingPage:
    """Go to the only meeting of the workspace."""
    assert window.session is not None
    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id, part))
    assert isinstance(window.page, MeetingPage)
    return window.page


def agenda_tab(window: MainWindow) -> AgendaTab:
    tab = meeting_page(window, "agenda").tab
    assert isinstance(tab, AgendaTab)
    return tab


def stored(window: MainWindow) -> Agenda:
    """The agenda as the workspace holds it."""
    assert window.session is not None
    store = window.session.store
    return store.agendas.read(store.meetings.list()[0].id)


def titles(window: MainWindow) -> list[str]:
    return [item.title for item in stored(window).items]


def add_files(qtbot: QtBot, window: MainWindow, *paths: Path) -> AgendaTab:
    """Add files to the chosen item as the button does, and wait until they are read."""
    tab = agenda_tab(window)
    tab.deeds.add_files(paths)
    wait_for_files(qtbot, tab)
    return tab


def wait_for_files(qtbot: QtBot, tab: AgendaTab) -> None:
    def ended() -> bool:
        return all(one.stage is Stage.REFUSED for one in tab.arrivals.files)

    qtbot.waitUntil(ended, timeout=SOON)


def publish(window: MainWindow) -> None:
    """Publish as the command does, beside the window."""
    assert window.session is not None
    desk = open_desk(window.session.store, who="Jo Field", clock=clock)
    publish_agenda(desk, stored(window).meeting.id)
    window.session.committed.emit()
