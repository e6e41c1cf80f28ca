"""Files that stay written: synced to the disk and moved into place whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scrutiny_app.domain.errors import NotWritten

_CHUNK = 1 << 20
# Virus scanners and syncing programs hold a new file on Windows for a moment
_PAUSES_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write ``path`` into our error."""
    try:
        yield
    except OSError as error:
        raise NotWritten(
            f"{path} could not be written ({error.strerror or error}). What stood there still "
            "stands. Check that the disk is not full and that you may write there, and try again."
        ) from error


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file as 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_file(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on the disk. Windows does this of its own accord."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make one folder, for good; it may be there already."""
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def move_into_place(source: Path, destination: Path) -> None:
    """Rename a synced file within its disk, replacing what stood there, for good."""
    for pause in _PAUSES_SECONDS:
        try:
            source.replace(destination)
            break
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(pause)
    else:
        source.replace(destination)
    sync_folder(destination.parent)


def copy_synced(source: Path, destination: Path) -> None:
    """Copy a file's content and wait until it is on the disk; nothing is left if that fails."""
    try:
        with source.open("rb") as read, destination.open("wb") as write:
            shutil.copyfileobj(read, write, _CHUNK)
            write.flush()
            os.fsync(write.fileno())
    except BaseException:
        destination.unlink(missing_ok=True)
        raise
