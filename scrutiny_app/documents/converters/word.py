"""Microsoft Word as a converter, on Windows. Written, not yet tried.

Word is spoken to by a process of its own (see ``word_worker``): a call to Word can hang for ever,
and a process can be ended.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

from scrutiny_app.documents.converters.converter import ConversionFailed

_WORKER = "scrutiny_app.documents.converters.word_worker"
FROZEN_OPTION = "--word-worker"


def word_is_installed() -> bool:
    """Tell whether this is a Windows that knows Word, and we can speak to it."""
    if sys.platform != "win32" or importlib.util.find_spec("win32com") is None:
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application\\CLSID"))
    except OSError:
        return False
    return True


class Word:
    """The Word of this machine, a fresh one for each document."""

    def __init__(self) -> None:
        self._version = ""

    @property
    def name(self) -> str:
        """The program and, once it has converted anything, its version."""
        return f"Microsoft Word {self._version}".rstrip()

    def convert(self, document: Path, made: Path, *, seconds: float) -> None:
        """Write ``made`` from ``document``. See ``Converter``."""
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no shell
                [*_command(), str(document), str(made)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=seconds,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except subprocess.TimeoutExpired as error:
            raise ConversionFailed(f"took more than {seconds:.0f} seconds for it") from error
        if done.returncode or not made.is_file() or made.stat().st_size == 0:
            made.unlink(missing_ok=True)
            raise ConversionFailed("made nothing of it")
        self._version = done.stdout.decode("ascii", "replace").strip()


def _command() -> list[str]:
    """Return what starts the worker; see ``worker_command`` of the intake for frozen programs."""
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_OPTION]
    return [sys.executable, "-P", "-m", _WORKER]
