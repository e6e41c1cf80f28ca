"""A print window over the pack of forty pages, and a printer that writes what it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from scrutiny_app.ui.printing.print_dialog import PrintDialog
from scrutiny_app.ui.reader_window import ReaderWindow


@pytest.fixture
def dialog(reader: ReaderWindow, qtbot: QtBot) -> PrintDialog:
    """The print window of a reader that has the pack open."""
    reader.room.start_print()
    one = reader.room.findChild(PrintDialog)
    assert one is not None
    with qtbot.waitExposed(one):
        one.activateWindow()
    return one


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer whose sheets are the pages of ``printed.pdf``."""
    one = QPrinter()
    one.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    one.setOutputFileName(str(tmp_path / "printed.pdf"))
    return one
