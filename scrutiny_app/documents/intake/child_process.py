"""A running intake child: started, asked, timed and ended by its parent."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

import scrutiny_app
from scrutiny_app.documents.intake.child_job import Reply
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.domain.errors import InstallationUnsound

if TYPE_CHECKING:
    from scrutiny_app.documents.intake.windows_job import WindowsJob

_WORKER = "scrutiny_app.documents.intake.worker"
FROZEN_OPTION = "--intake-worker"
# A cold start under a virus scanner can take long; a warm one takes 0.3 s
_SECONDS_TO_START = 60.0
_LONGEST_REPLY = 1 << 20


class ChildEnded(Exception):
    """The child is gone; ``status`` is its exit code, negative for the signal that ended it."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the intake child ended with {status}")
        self.status = status


class ChildTooSlow(Exception):
    """The child did not answer in time."""


def worker_command(limits: Limits) -> list[str]:
    """Return the command that starts the child: a module, or this program itself when frozen.

    A frozen program must run the module ``scrutiny_app.documents.intake.worker`` as its main
    module when its first argument is ``--intake-worker`` and drop that argument.
    """
    said = json.dumps(asdict(limits))
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_OPTION, said]
    # -P: whatever lies in the folder it starts in is not imported
    return [sys.executable, "-P", "-X", "utf8", "-m", _WORKER, said]


class ChildProcess:
    """One child. Not for several threads at once; start it in a thread that outlives it.

    (Linux ends the child when the thread that started it ends.)
    """

    def __init__(self, limits: Limits, folder: Path) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            worker_command(limits),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._job = _windows_job(limits, self._process)
        self._replies: queue.Queue[bytes] = queue.Queue()
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout,), daemon=True
        )
        self._reader.start()
        try:
            self._reply(_SECONDS_TO_START)
        except (ChildEnded, ChildTooSlow) as error:
            self.end()
            raise InstallationUnsound(
                "The part of the program that reads papers does not start. "
                "Install the program again."
            ) from error

    @property
    def pid(self) -> int:
        """The system's number for the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(self, folder: Path, *, seconds: float) -> Reply:
        """Have the child do the job in ``folder`` and return its reply.

        Raises:
            ChildEnded: it died of the job.
            ChildTooSlow: it took more than ``seconds``.
        """
        line = json.dumps({"folder": str(folder)}).encode() + b"\n"
        pipe = self._process.stdin
        try:
            if pipe is not None:
                pipe.write(line)
                pipe.flush()
        except OSError as error:
            raise ChildEnded(self._process.wait()) from error
        return self._reply(seconds)

    def end(self) -> None:
        """End the child, however busy it is, and free what it held."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close(pipe)
        if self._job is not None:
            self._job.close()

    def _reply(self, seconds: float) -> Reply:
        """Wait for the next line."""
        try:
            line = self._replies.get(timeout=seconds)
        except queue.Empty as error:
            raise ChildTooSlow from error
        if not line.endswith(b"\n"):
            # The pipe closed, or the line is longer than any of ours
            self._process.kill()
            raise ChildEnded(self._process.wait())
        return Reply.from_line(line)

    def _read(self, pipe: IO[bytes]) -> None:
        """Hand lines on until the child closes its end; an empty line tells that it did."""
        line = pipe.readline(_LONGEST_REPLY)
        while line:
            self._replies.put(line)
            line = pipe.readline(_LONGEST_REPLY)
        self._replies.put(b"")


def _close(pipe: IO[bytes]) -> None:
    """Close a pipe whose other end may be gone."""
    try:
        pipe.close()
    except BrokenPipeError:
        # What was still to be written is for nobody
        return


def _environment() -> dict[str, str]:
    """The child's surroundings: ours, with the folder this package lies in on the module path."""
    home = str(Path(scrutiny_app.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
    return os.environ | {"PYTHONPATH": path}


def _windows_job(limits: Limits, process: subprocess.Popen[bytes]) -> WindowsJob | None:
    """Put the child under a job object where there are such things."""
    if sys.platform != "win32":
        return None
    from scrutiny_app.documents.intake.windows_job import WindowsJob

    job = WindowsJob(limits)
    job.add(int(process._handle))  # noqa: SLF001 - Windows offers no other way
    return job
