"""The window's typeface: Inter, read from its package so that every machine shows the same."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from scrutiny_app.jobs.find_typefaces import find_typefaces

FAMILY = "Inter"
BASE_PIXELS = 13


def window_font(percent: int) -> QFont:
    """Return the font of the window; page numbers in it stand under each other.

    Raises:
        InstallationUnsound: the typeface is not installed with the program.
        NotWritten: its bold face cannot be kept in the cache folder.
    """
    if FAMILY not in QFontDatabase.families():
        for path in find_typefaces(FAMILY):
            QFontDatabase.addApplicationFont(str(path))
    font = QFont(FAMILY)
    font.setPixelSize(round(BASE_PIXELS * percent / 100))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
