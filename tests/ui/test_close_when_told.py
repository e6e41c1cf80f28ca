"""The program is asked to end by the system, as at the end of a day: nothing typed is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scrutiny_app.store.lock import holder_of
from scrutiny_app.ui.close_when_told import close_when_told
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.meeting.details_tab import DetailsTab
from scrutiny_app.ui.meeting.meeting_page import MeetingPage
from scrutiny_app.ui.place import Place, Room
from tests.store.workspaces import a_workspace, read
from tests.ui.conftest import SOON
from tests.ui.keys import type_words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    before = {name: signal.getsignal(signal.Signals[name]) for name in _SIGNALS}
    close_when_told(qapp)
    yield
    signal.set_wakeup_fd(-1)
    for name, handler in before.items():
        signal.signal(signal.Signals[name], handler)


@pytest.mark.usefixtures("listening")
@pytest.mark.parametrize("name", _SIGNALS)
def test_a_word_typed_a_moment_before_the_system_ends_the_program_is_kept(
    qtbot: QtBot, meeting_window: MainWindow, tmp_path: Path, name: str
) -> None:
    assert meeting_window.session is not None
    (line,) = meeting_window.session.store.meetings.list()
    meeting_window.go(Place(Room.MEETING, line.id, "details"))
    assert isinstance(meeting_window.page, MeetingPage)
    tab = meeting_window.page.tab
    assert isinstance(tab, DetailsTab)
    tab.place.setFocus()
    tab.place.selectAll()
    type_words(qtbot, meeting_window, "The Old Hall")
    os.kill(os.getpid(), signal.Signals[name])
    qtbot.waitUntil(lambda: not meeting_window.isVisible(), timeout=SOON)
    with read(tmp_path / "workspace") as store:
        assert store.meetings.list()[0].place == "The Old Hall"


def test_the_program_itself_ends_in_order_when_told_to(tmp_path: Path) -> None:
    with a_workspace(tmp_path) as store:
        folder = store.folder
    surroundings = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    running = subprocess.Popen(
        (sys.executable, "-m", "scrutiny_app", "open", str(folder)),
        env={**os.environ, **surroundings},
    )
    deadline = time.monotonic() + SOON / 1_000
    while holder_of(folder / "lock") is None and time.monotonic() < deadline:
        time.sleep(0.05)
    running.terminate()
    assert running.wait(timeout=SOON / 1_000) == 0
    assert holder_of(folder / "lock") is None
