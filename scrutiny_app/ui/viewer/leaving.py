"""Leaving a file by a link of its own: the whole address is shown before the browser opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

# What a link in a stranger's file may start: a page on the web or a letter, no program
_SAFE_SCHEMES = {"http", "https", "mailto"}


def ask_to_leave(owner: QWidget, address: str, tell: Callable[[str], object]) -> None:
    """Ask whether to open an address; one that leads to no web page is told and not followed."""
    if QUrl(address).scheme() not in _SAFE_SCHEMES:
        tell(f"This link is not followed, it leads to no web page: {address}")
        return
    question = QMessageBox(owner)
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setWindowTitle("Leave this file?")
    question.setText("This link leads out of the file, to:")
    question.setInformativeText(address)
    question.setTextFormat(Qt.TextFormat.PlainText)
    leave = question.addButton("Open in the browser", QMessageBox.ButtonRole.AcceptRole)
    question.addButton(QMessageBox.StandardButton.Cancel)
    leave.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    question.open()
