"""Walks through every room of a workspace and prints which heavy libraries came into the process.

python -m tests.ui.rooms_walked WORKSPACE
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from scrutiny_app.ui.app import new_main_window
from scrutiny_app.ui.theme.theme import Theme
from tests.ui.tour import tour

# Not of tests.build, which draws papers itself
NOW = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
# What draws or reads documents, which the children do
HEAVY = ("reportlab", "pikepdf", "docx", "pypdfium2", "lxml", "PIL", "jinja2", "xlsxwriter")


def main() -> None:
    workspace = Path(sys.argv[1])
    app = QApplication(sys.argv[:1])
    settings = QSettings(str(workspace.parent / "settings.ini"), QSettings.Format.IniFormat)
    window = new_main_window(Theme(app, settings), settings, who="Jo Field", clock=lambda: NOW)
    window.show()
    window.open_workspace(workspace)
    places = sum(1 for _ in tour(window))
    loaded = [name for name in HEAVY if name in sys.modules]
    sys.stdout.write(f"{places} places; {', '.join(loaded) or 'nothing heavy'}\n")
    window.close()


if __name__ == "__main__":
    main()
