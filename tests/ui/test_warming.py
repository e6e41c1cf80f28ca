"""What the rooms need is loaded beside the first page, a little at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.warming import Warming
from tests.ui.rooms_walked import HEAVY

CHECKOUT = Path(__file__).resolve().parents[2]
WARMED = """
import sys
from PySide6.QtWidgets import QApplication
from scrutiny_app.ui.warming import Warming

app = QApplication([])
warming = Warming(app)
warming.begin()
turns = 0
while not warming.over:
    app.processEvents()
    turns += "scrutiny_app.ui.meeting.meeting_page" in sys.modules
print(turns > 10, *sorted(sys.modules))
"""


def test_every_room_is_loaded_in_many_turns_and_nothing_that_no_window_needs() -> None:
    told = subprocess.run(
        (sys.executable, "-c", WARMED),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    beside, *loaded = told.stdout.split()
    assert beside == "True"
    rooms = (CHECKOUT / "scrutiny_app" / "ui").glob("*/*_page.py")
    pages = {f"scrutiny_app.ui.{one.parent.name}.{one.stem}" for one in rooms}
    assert {"scrutiny_app.ui.meeting.meeting_page", "scrutiny_app.ui.budget.budget_page"} <= pages
    # The first page of all is there before, and shows while the others are loaded
    assert pages - set(loaded) == {"scrutiny_app.ui.frame.start_page"}
    assert not {*HEAVY, "scrutiny_app.store.migrations"} & set(loaded)


def test_the_window_begins_to_load_them_by_itself(qtbot: QtBot, main: MainWindow) -> None:
    warming = main.findChild(Warming)
    assert isinstance(warming, Warming)
    with qtbot.waitSignal(warming.ended, timeout=60_000):
        assert not warming.over
    assert warming.over
