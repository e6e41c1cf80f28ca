"""Starts the window and runs it until it is closed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from scrutiny_app.domain.errors import ScrutinyError
from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.jobs.start_worker import start_worker
from scrutiny_app.jobs.write_fault import fault_log, write_fault
from scrutiny_app.ui.close_when_told import close_when_told
from scrutiny_app.ui.job_runner import JobRunner
from scrutiny_app.ui.main_window import MainWindow
from scrutiny_app.ui.quiet_start import start_is_over
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.rooms import all_rooms
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.warming import Warming
from scrutiny_app.ui.widgets.opening_size import show_whole

if TYPE_CHECKING:
    from scrutiny_app.store.store import Clock
    from scrutiny_app.ui.reader_window import ReaderWindow
    from scrutiny_app.ui.viewer.reading import Reading

# By then the first page is drawn
_STARTED_MS = 1_000


def run_reader(path: Path | None) -> int:
    """Show the reader, with a file if one is given; return when its window is closed."""
    app = _application()
    settings = _settings()
    window = _reader(Theme(app, settings), settings)
    show_whole(window)
    if path is not None:
        window.open(path)
    return _run(app)


def run_workspace(folder: Path | None, *, who: str, clock: Clock) -> int:
    """Show the window, with a workspace if one is given; return when it is closed."""
    app = _application()
    settings = _settings()
    theme = Theme(app, settings)
    window = new_main_window(theme, settings, who=who, clock=clock)
    catch_faults(window, clock)
    for warming in window.findChildren(Warming):
        warming.ended.connect(start_is_over)
    show_whole(window)
    if folder is not None:
        window.open_workspace(folder)
    return _run(app)


def _run(app: QApplication) -> int:
    QTimer.singleShot(_STARTED_MS, start_is_over)
    return app.exec()


def new_main_window(theme: Theme, settings: QSettings, *, who: str, clock: Clock) -> MainWindow:
    """Return the window with all its rooms and children."""
    readers: list[QWidget] = []

    def read_file(path: Path) -> None:
        reader = _reader(theme, settings)
        reader.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        readers.append(reader)
        reader.destroyed.connect(readers.clear)
        show_whole(reader)
        reader.open(path)

    window = MainWindow(
        all_rooms(),
        theme,
        settings,
        who=who,
        clock=clock,
        new_runner=lambda: JobRunner(start_worker(fault_log())),
        new_reading=_new_reading,
        read_file=read_file,
    )
    Warming(window).begin()
    return window


def _application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("scrutiny_app")
    app.setApplicationDisplayName("Scrutiny")
    app.setDesktopFileName("scrutiny-app")
    close_when_told(app)
    return app


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "scrutiny_app")


def _reader(theme: Theme, settings: QSettings) -> ReaderWindow:
    from scrutiny_app.ui.reader_window import ReaderWindow

    return ReaderWindow(_new_reading(), theme, PlaceMemory(settings))


def _new_reading() -> Reading:
    # No page is read on the first pages of the window
    from scrutiny_app.ui.viewer.reading import Reading

    return Reading(start_viewer())


def catch_faults(window: MainWindow, clock: Clock) -> None:
    """Show what nobody caught in one box, and write it down; the window goes on.

    What the officer can put right, such as a drive that was taken away, is said on the page.
    """
    before: Callable[..., object] = sys.excepthook

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, ScrutinyError):
            window.refuse(str(error))
            return
        before(kind, error, trace)
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("A fault of the program")
        box.setText(write_fault(error, clock()))
        box.open()

    sys.excepthook = caught
