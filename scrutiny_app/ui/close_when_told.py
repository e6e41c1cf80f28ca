"""Closes the windows, as by hand, when the system asks the program to end."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


def close_when_told(app: QApplication) -> None:
    """Have Ctrl+C, a closed terminal and a polite end close every window: what is typed is written.

    A window that could not write it says so and stays; told again, it leaves.
    """
    if sys.platform == "win32":
        # There the system sends closing windows, not signals; Qt's loop would not hear Ctrl+C
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        return
    heard, tells = os.pipe()
    for end in (heard, tells):
        os.set_blocking(end, False)
    # Python hears a signal between two of its steps, and while Qt waits it takes none: the pipe
    # wakes Qt
    signal.set_wakeup_fd(tells, warn_on_full_buffer=False)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _noted)
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, app)
    notifier.activated.connect(lambda: _close_all(heard))


def _close_all(heard: int) -> None:
    os.read(heard, 64)
    QApplication.closeAllWindows()


def _noted(_number: int, _frame: FrameType | None) -> None:
    """Take no other notice of a signal: the pipe carries it on."""
