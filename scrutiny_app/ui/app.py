"""Starts the window and runs it until it is closed."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading


def run_reader(path: Path | None) -> int:
    """Show the reader, with a file if one is given; return when its window is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("scrutiny_app")
    app.setApplicationDisplayName("Scrutiny")
    app.setDesktopFileName("scrutiny-app")
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "scrutiny_app")
    # Qt's loop would not let Python hear Ctrl+C
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    reading = Reading(start_viewer(), app)
    window = ReaderWindow(reading, Theme(app, settings), PlaceMemory(settings))
    window.show()
    if path is not None:
        window.open(path)
    return app.exec()
