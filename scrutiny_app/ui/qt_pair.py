"""Refuses the pairs of Python and PySide6 that cannot run the window, without importing Qt."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

from scrutiny_app.domain.errors import InstallationUnsound

# Every PySide6 wheel of ours depends on this one, and its version is Qt's
_QT_PACKAGE = "pyside6_essentials"
_FIRST_FAULTY_QT = (6, 12)
_FIRST_SOUND_PYTHON = (3, 12)


def refuse_unsound_pair() -> None:
    """Do nothing if this Python can run the installed PySide6; ask before any data is opened.

    Raises:
        InstallationUnsound: it cannot; the sentence says what to install instead.
    """
    qt = installed_qt()
    # Without Qt there is no window, and the documents need none
    if qt and not is_sound_pair(python=sys.version_info[:2], qt=qt):
        raise InstallationUnsound(
            f"PySide6 {qt} stops without saving on Python {sys.version.split()[0]}. "
            "Install a PySide6 below 6.12, or Python 3.12 or later; nothing has been opened."
        )


def installed_qt() -> str:
    """Return the version of the PySide6 that would be imported, empty when there is none.

    The name of the folder that pip left beside it tells; ``importlib.metadata`` would take 28 ms
    of every command to say the same.
    """
    found = find_spec("PySide6")
    for place in (found.submodule_search_locations or ()) if found else ():
        for folder in Path(place).parent.glob("*.dist-info"):
            name, _, version = folder.name.removesuffix(".dist-info").partition("-")
            if name.lower() == _QT_PACKAGE:
                return version
    return ""


def is_sound_pair(*, python: tuple[int, int], qt: str) -> bool:
    """Tell whether a window of this PySide6 version can stay open on this version of Python.

    From 6.12 every Qt method that returns nothing gives away one reference to ``None``, as if
    ``None`` could never die. That is so only from Python 3.12.

    Source: measured, 6.12.0 on 3.11.2 and 3.11.7: ``none_dealloc`` aborts the process after
    4,000 to 15,000 calls, and 6.8 to 6.11 lose none. On 3.12.1 6.12.0 lived through 500,000; see
    PEP 683.
    """
    major, minor = (int(part) for part in qt.split(".")[:2])
    return python >= _FIRST_SOUND_PYTHON or (major, minor) < _FIRST_FAULTY_QT
