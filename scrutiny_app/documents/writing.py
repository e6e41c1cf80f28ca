"""A file appears whole at its place, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from scrutiny_app.domain.errors import NotWritten


def write_atomically(destination: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` make a file beside ``destination``, then put it in place in one move.

    ``write`` is given the path to fill, ``destination`` with ".part" added. What stood at
    ``destination`` stands until the new file is safely on the disk.

    Raises:
        NotWritten: the disk is full, the folder is missing or may not be written to. Nothing is
            left behind.
    """
    part = destination.with_name(destination.name + ".part")
    try:
        write(part)
        settle(part)
        part.replace(destination)
        _settle_folder(destination.parent)
    except OSError as error:
        raise NotWritten(
            f"{destination} could not be written: {error.strerror or error}. What stood there "
            "before still stands. Free some space or choose another place, and try again."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Wait until a file's content is on the disk, not only in memory."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle_folder(folder: Path) -> None:
    """Wait until a folder knows its new file; Windows does so by itself and offers no call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
