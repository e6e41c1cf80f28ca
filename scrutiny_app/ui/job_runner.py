"""Jobs done by a child of the program, so that the window never waits.

The child stays warm between jobs and does one after another; see ``jobs/worker_messages.py``.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from scrutiny_app.jobs.child_start import ChildStart
from scrutiny_app.jobs.worker_messages import (
    STOP,
    Answer,
    Done,
    Fault,
    Going,
    Job,
    Ready,
    Refused,
    read_answer,
)

_log = logging.getLogger(__name__)
# So long a job may take to hear that it is to stop; then its child is ended
_STOP_MS = 2_000
_END_MS = 3_000


def _nothing() -> None:
    """Hear that a job ended, and do nothing."""


def _unheard(_answer: object) -> None:
    """Hear what came of a job that nobody waits for any more."""


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """A job with its title in the officer's words, and who hears what comes of it.

    ``done`` hears the result, ``refused`` a sentence that says why there is none; ``stopped``
    that the officer stopped it. ``replaces`` takes waiting work of the same title off the list.
    """

    title: str
    job: Job
    done: Callable[[object], None]
    refused: Callable[[str], None]
    stopped: Callable[[], None] = _nothing
    replaces: bool = False


class JobRunner(QObject):
    """A list of work and the child that does it.

    ``started`` carries a title, ``moved`` a stage with how many are done of how many, ``ended``
    the title.
    """

    started = Signal(str)
    moved = Signal(str, int, int)
    ended = Signal(str)

    def __init__(self, start: ChildStart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._waiting: deque[Work] = deque()
        self._current: Work | None = None
        self._stopping = False
        self._ending = False
        self._process: QProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether a job is being done."""
        return self._current is not None

    def warm(self) -> None:
        """Start the child before there is work for it."""
        if self._process is None and not self._ending:
            self._process = self._new_process()

    def run(self, work: Work) -> None:
        """Do a job when those before it are done."""
        if work.replaces:
            self._waiting = deque(one for one in self._waiting if one.title != work.title)
        self._waiting.append(work)
        self._next()

    def stop(self) -> None:
        """Stop the job being done; what it was writing is taken away."""
        process = self._process
        if process is None or self._current is None:
            return
        self._stopping = True
        process.write(STOP)
        work = self._current
        QTimer.singleShot(_STOP_MS, self, lambda: self._end_child(process, work))

    def forget(self) -> None:
        """Stop what is being done and take all waiting work off the list; nobody hears of it."""
        self._waiting.clear()
        if self._current is not None:
            self._current = replace(
                self._current, done=_unheard, refused=_unheard, stopped=_nothing
            )
        self.stop()

    def end(self) -> None:
        """End the child for good."""
        self._ending = True
        self._waiting.clear()
        if self._process is not None:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(_END_MS):
                self._process.kill()
                self._process.waitForFinished(_END_MS)

    # --- the child ---

    def _next(self) -> None:
        if self._current is not None or not self._waiting or self._ending:
            return
        self.warm()
        if self._process is None:
            return
        self._current = self._waiting.popleft()
        self._stopping = False
        self._process.write(self._current.job.frame())
        self.started.emit(self._current.title)

    def _new_process(self) -> QProcess:
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        for name, value in self._start.environment.items():
            surroundings.insert(name, value)
        process.setProcessEnvironment(surroundings)
        process.readyReadStandardOutput.connect(self._read)
        process.readyReadStandardError.connect(self._log_errors)
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        process.start(self._start.program, list(self._start.arguments))
        return process

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            answer = read_answer(bytes(self._process.readLine().data()))
            if isinstance(answer, Going):
                self.moved.emit(answer.stage, answer.done, answer.of)
            elif not isinstance(answer, Ready):
                self._settle(answer)

    def _settle(self, answer: Answer) -> None:
        work, self._current = self._current, None
        if work is None:
            return
        self.ended.emit(work.title)
        if isinstance(answer, Done):
            work.done(answer.result)
        elif isinstance(answer, Refused):
            work.refused(answer.sentence)
        elif isinstance(answer, Fault):
            work.refused(
                f"{work.title}: the program met a fault of its own, and nothing half done was "
                f"kept. Send {answer.log} to whoever looks after the program."
            )
        else:
            work.stopped()
        self._next()

    def _end_child(self, process: QProcess, work: Work) -> None:
        """End a child that does not hear that it is to stop."""
        if process is self._process and work is self._current:
            process.terminate()
            QTimer.singleShot(_END_MS, process, process.kill)

    def _finished(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        work, self._current = self._current, None
        if work is not None and not self._ending:
            self.ended.emit(work.title)
            if self._stopping:
                work.stopped()
            else:
                work.refused(
                    f"{work.title}: what does it for the program ended unexpectedly. Nothing was "
                    "changed. Try again; if it happens again, one of the files may be the cause."
                )
        self._next()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._finished()

    def _log_errors(self) -> None:
        if self._process is not None:
            words = self._process.readAllStandardError().data()
            _log.warning("Worker: %s", bytes(words[:2_000]))
