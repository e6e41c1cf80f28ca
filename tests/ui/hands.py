"""Somebody at the keyboard: keys go to whichever window is in front, as from the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.main_window import MainWindow
from tests.ui.keys import press, type_words

SOON = 20_000
_MOST_STOPS = 120


class Hands:
    """Presses keys and types; looks only at which control has the keyboard."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window
        window.activateWindow()

    def press(self, key: Qt.Key, *modifiers: str) -> None:
        """Press a key in the window in front."""
        press(self.qtbot, self._front(), key, *modifiers)

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        type_words(self.qtbot, self._front(), words)

    def enter(self, words: str) -> None:
        """Type words and press Enter."""
        self.type(words)
        self.press(Qt.Key.Key_Return)

    def go(self, words: str) -> None:
        """Find a command or a place in the palette, and take it."""
        self.press(Qt.Key.Key_P, "Control", "Shift")
        self.enter(words)

    def alt(self, letter: str) -> None:
        """Press Alt and a letter that is underlined."""
        self.press(Qt.Key(ord(letter.upper())), "Alt")

    def tab_to(self, name: str) -> None:
        """Press Tab until the control whose name begins so has the keyboard."""
        for _ in range(_MOST_STOPS):
            focus = QApplication.focusWidget()
            if focus is not None and _name(focus).startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name}")

    def file(self, *paths: Path) -> None:
        """Choose files in the file window that was just opened, which is the system's elsewhere."""
        self.until(lambda: _dialog() is not None)
        dialog = _dialog()
        assert dialog is not None
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setFocus()
        quoted = " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
        # Typed letters would bring up suggestions, which take the Enter key for themselves
        field.setText(quoted)
        press(self.qtbot, dialog, Qt.Key.Key_Return)
        self.until(lambda: _dialog() is None)
        # As the window system would; the screen nobody sees does not
        self._front().activateWindow()

    def until(self, true: Callable[[], object]) -> None:
        """Wait for what another process does."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=SOON)

    def until_idle(self, true: Callable[[], object]) -> None:
        """Wait until the jobs are done and something is so."""
        self.until(lambda: not self.window.jobs.busy and true())

    def _front(self) -> QWidget:
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        return dialog or self.window


def _name(widget: QWidget) -> str:
    # A box of choices is announced by its choice on Linux, whatever its name
    spoken = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or spoken.text(QAccessible.Text.Name)


def _dialog() -> QFileDialog | None:
    return next(
        (
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QFileDialog) and one.isVisible()
        ),
        None,
    )
