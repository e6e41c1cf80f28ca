"""One editor at a time: a lock that names its holder and does not outlive it.

The lock is the operating system's, on a file that also says who holds it. The system lets it go
when the holder's process ends, however it ends, so a crash locks nobody out.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from scrutiny_app.domain.errors import WorkspaceInUse
from scrutiny_app.store.durable import writing

# Windows keeps others from reading a locked byte, so that byte lies far behind the holder's name
_LOCKED_BYTE = 1 << 30
_UK = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the workspace open to edit it. ``since`` is a moment in UTC, as ISO text."""

    who: str
    host: str
    pid: int
    since: str


class WorkspaceLock:
    """The lock of one workspace, held from its making until ``release``."""

    def __init__(self, file: Path, *, who: str = "", since: datetime | None = None) -> None:
        """Take the lock; without a name where it is held for a moment only.

        Raises:
            WorkspaceInUse: somebody else holds it; the sentence names them.
        """
        with writing(file):
            # Not "w": opening the file must not wipe the name of whoever holds the lock. Not
            # buffered: on a full disk, closing would try to write once more and fail
            handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
            self._file: IO[bytes] = os.fdopen(handle, "rb+", buffering=0)
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise WorkspaceInUse(_in_use(file)) from error
        try:
            with writing(file):
                if since is not None:
                    self._write(Holder(who, platform.node(), os.getpid(), since.isoformat()))
        except BaseException:
            self.release()
            raise

    def _write(self, holder: Holder | None) -> None:
        self._file.seek(0)
        self._file.truncate()
        if holder is not None:
            self._file.write(json.dumps(asdict(holder)).encode())

    def release(self) -> None:
        """Let the lock go. The file stays: removing it could take it from the next holder."""
        if self._file.closed:
            return
        try:
            self._write(None)
        except OSError:
            # A full disk must not keep the lock; a stale name in a free lock harms nobody
            pass
        finally:
            _unlock(self._file)
            self._file.close()


def holder_of(file: Path) -> Holder | None:
    """Return who the lock file names; None where it names nobody."""
    try:
        return Holder(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _in_use(file: Path) -> str:
    holder = holder_of(file)
    if holder is None:
        name = "somebody else"
    else:
        since = datetime.fromisoformat(holder.since).astimezone(_UK)
        name = (
            f"{holder.who} on {holder.host} (process {holder.pid}, since {since:%H:%M} on "
            f"{since.day} {since:%B %Y})"
        )
    return (
        f"{file.parent} is open for editing by {name}. Wait until it is closed there, or open it "
        "to read only."
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(file: IO[bytes]) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
