"""Keys pressed as the window system would; a shortcut hears them only this way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def press(qtbot: QtBot, window: QWidget, key: Qt.Key, *modifiers: str) -> None:
    """Press a key with modifiers such as "Control" held."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= Qt.KeyboardModifier[f"{modifier}Modifier"]
    qtbot.keyClick(window.windowHandle(), key, held)


def type_words(qtbot: QtBot, window: QWidget, words: str) -> None:
    """Type words, letter by letter."""
    for letter in words:
        qtbot.keyClick(window.windowHandle(), letter)
