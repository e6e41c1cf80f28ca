"""The child process that draws: started, asked and heard, without ever waiting for it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from multiprocessing.shared_memory import SharedMemory

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtGui import QImage

from scrutiny_app.jobs.child_start import ChildStart
from scrutiny_app.ui.viewer.shown_document import Fields

_log = logging.getLogger(__name__)

# A tile of at most this edge fits a slot; two slots, so that one is drawn while one is copied
TILE_EDGE = 2_048
SLOT_BYTES = TILE_EDGE * TILE_EDGE * 4
SLOTS = 2
# A page that takes longer will not come
_PATIENCE_MS = 30_000
# Whoever opens another file does not wait for the last page of this one
_STUCK_MS = 1_500

Heard = Callable[[Fields], None]


class ViewerChild(QObject):
    """One child process. ``stopped`` tells that it ended, or never began, though nobody asked.

    ``ready`` is whether it came as far as to listen; ``patience`` runs out on one that hangs.
    """

    stopped = Signal()

    def __init__(self, start: ChildStart, parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self.ready = False
        self._memory = _shared_memory()
        self._waiting: dict[int, Heard] = {}
        self._last = 0
        self._ending = False
        self.patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.patience.timeout.connect(self.kill)
        self._process = self._new_process()

    @property
    def pid(self) -> int:
        """The number of the process, 0 while there is none."""
        return int(self._process.processId())

    @property
    def stuck(self) -> bool:
        """Whether it has not answered for longer than a page takes that will come."""
        waited = self.patience.interval() - self.patience.remainingTime()
        return self.patience.isActive() and waited > _STUCK_MS

    @property
    def running(self) -> bool:
        """Whether there is a process, or one is being started."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def ask(self, question: Fields, heard: Heard) -> int:
        """Send a question; ``heard`` gets each answer. Return the question's number."""
        self._last += 1
        self._waiting[self._last] = heard
        line = json.dumps({"id": self._last, **question}) + "\n"
        if self.running:
            self._process.write(line.encode())
        if not self.patience.isActive():
            # Only an answer renews it: whoever scrolls on asks on, and would wait for ever
            self.patience.start()
        return self._last

    def forget(self, number: int) -> None:
        """Let the answers to a question go unheard."""
        self._waiting.pop(number, None)

    def picture(self, slot: int, width: int, height: int) -> QImage:
        """Return a copy of the pixels in a slot."""
        at = slot * SLOT_BYTES
        shared = self._memory.buf if self._memory else b""
        pixels = memoryview(shared or b"")[at : at + width * height * 4]
        drawn = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
        return drawn.copy()

    def kill(self) -> None:
        """End the process now; ``stopped`` follows."""
        self._process.kill()

    def restart(self) -> None:
        """Start a fresh process after one has stopped."""
        self._waiting.clear()
        self.patience.stop()
        self._process.deleteLater()
        self._process = self._new_process()

    def end(self) -> None:
        """End the process for good and free the memory."""
        self._ending = True
        self.patience.stop()
        self._waiting.clear()
        self._process.closeWriteChannel()
        self._process.kill()
        self._process.waitForFinished(1_000)
        if self._memory is not None:
            self._memory.close()
            self._memory.unlink()

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
        self.ready = False
        if self._memory is None:
            QTimer.singleShot(0, self, self._finished)
        else:
            process.start(self._start.program, [*self._start.arguments, self._memory.name])
        return process

    def _read(self) -> None:
        while self._process.canReadLine():
            told = json.loads(bytes(self._process.readLine().data()))
            self.ready = True
            number = int(told["id"])
            heard = self._waiting.get(number)
            if told.get("done", True):
                self._waiting.pop(number, None)
            if heard is not None:
                heard(told)
        if self._waiting:
            self.patience.start()
        else:
            self.patience.stop()

    def _log_errors(self) -> None:
        _log.warning("Viewer child: %s", self._process.readAllStandardError().data()[:2_000])

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            # Windows tells of it before ``start`` returns
            QTimer.singleShot(0, self, self._finished)

    def _finished(self) -> None:
        self.patience.stop()
        if not self._ending:
            self.stopped.emit()


def _shared_memory() -> SharedMemory | None:
    """Return memory for the slots, None where the system has none to share."""
    try:
        return SharedMemory(create=True, size=SLOT_BYTES * SLOTS)
    except OSError as error:
        _log.warning("No memory to share with the viewer: %s", error)
        return None
