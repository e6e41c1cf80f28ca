"""The program's window in a process of its own, at the only meeting of a workspace.

python -m tests.ui.window_at_a_meeting WORKSPACE
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from scrutiny_app.ui.app import new_main_window
from scrutiny_app.ui.place import Place, Room
from scrutiny_app.ui.theme.theme import Theme
from tests.build import clock


def main() -> int:
    workspace = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    settings = QSettings(str(workspace.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = new_main_window(Theme(app, settings), settings, who="Jo Field", clock=clock)
    window.show()
    window.open_workspace(workspace)
    assert window.session is not None
    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
