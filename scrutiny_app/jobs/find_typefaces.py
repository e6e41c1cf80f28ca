"""The font files of the window."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.pdf.fonts import font_file


def find_typefaces(family: str) -> tuple[Path, ...]:
    """Return the files of a family's regular and bold face.

    The regular one is the variable font as it came, which can set figures under each other. Qt
    takes a variable font for one weight only, so the bold face is a file of its own, which is made
    the first time and kept.

    Raises:
        InstallationUnsound: the family is not installed with the program.
        NotWritten: the cache folder cannot be written to.
    """
    bold = font_file(family, bold=True)
    import fontpkg

    return fontpkg.path(family, 400, "normal"), bold
