"""The window is there soon: what draws and reads documents is never loaded into its process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def test_no_room_loads_a_library_that_draws_or_reads_documents(
    sample_home: Path, tmp_path: Path
) -> None:
    workspace = shutil.copytree(sample_home, tmp_path / "Kelsham")
    walked = subprocess.run(
        (sys.executable, "-m", "tests.ui.rooms_walked", str(workspace)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    places, loaded = walked.stdout.strip().split("; ")
    assert int(places.split()[0]) >= 20
    assert loaded == "nothing heavy"


FIRST_PAGE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from scrutiny_app.ui.app import new_main_window
from scrutiny_app.ui.theme.theme import Theme

folder = Path(sys.argv[1])
app = QApplication([])
settings = QSettings(str(folder.parent / "s.ini"), QSettings.Format.IniFormat)
window = new_main_window(Theme(app, settings), settings, who="", clock=lambda: datetime.now(UTC))
window.show()
window.open_workspace(folder)
app.processEvents()
assert window.page.meetings.any, "nothing is shown yet"
late = (
    "urllib.request", "multiprocessing.shared_memory", "holidays.countries",
    "scrutiny_app.store.minutes", "scrutiny_app.store.budget.sets",
    "scrutiny_app.ui.viewer.reading", "scrutiny_app.ui.meeting.meeting_page",
)
print("loaded too soon:", *(one for one in late if one in sys.modules))
window.close()
"""


def test_the_first_page_of_a_workspace_waits_for_nothing_that_later_pages_need(
    sample_home: Path, tmp_path: Path
) -> None:
    workspace = shutil.copytree(sample_home, tmp_path / "Kelsham")
    told = subprocess.run(
        (sys.executable, "-c", FIRST_PAGE, str(workspace)),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert told.stdout.strip() == "loaded too soon:"


def test_python_seeks_nothing_dead_while_the_window_starts_and_what_starts_with_it_is_spared() -> (
    None
):
    code = (
        "import gc; from scrutiny_app.ui.quiet_start import quiet_start, start_is_over\n"
        "with quiet_start():\n"
        "    print(gc.isenabled(), gc.get_freeze_count()); start_is_over()\n"
        "    print(gc.isenabled(), gc.get_freeze_count() > 1_000)\n"
        "with quiet_start(): pass\n"
        "print(gc.isenabled())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "0", "True", "True", "True"]
