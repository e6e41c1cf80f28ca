"""What the program is, its version, and the licences of what it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from scrutiny_app import __version__

_SIZE = (640, 520)


def show_about(owner: QWidget) -> None:
    """Show the box; it stands in nobody's way."""
    # Not before: what reads the licences loads a parser of letters
    from scrutiny_app.jobs.read_notices import read_notices

    box = QDialog(owner)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle("About Scrutiny")
    name = QLabel(f"Scrutiny {__version__}")
    name.setProperty("look", "headline")
    what = QLabel(
        "Agendas, packs and minutes for council scrutiny committees. It works on this computer "
        "alone: no server, no account, no network. The law it knows is help for an officer, not "
        "legal advice. Free software under the Apache License 2.0; it stands on the work of these:",
        wordWrap=True,
    )
    notices = QPlainTextEdit(read_notices(), readOnly=True)
    notices.setAccessibleName("Licences of the software it stands on")
    notices.setTabChangesFocus(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(box.reject)
    column = QVBoxLayout(box)
    column.setContentsMargins(24, 20, 24, 16)
    for widget in (name, what, notices, buttons):
        column.addWidget(widget)
    box.resize(*_SIZE)
    box.open()
