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

Heard = Callable[[Fields], None]


class ViewerChild(QObject):
    """One child process. ``stopped`` tells that it ended though nobody asked it to."""

    stopped = Signal()

    def __init__(self, start: ChildStart, parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self._memory = SharedMemory(create=True, size=SLOT_BYTES * SLOTS)
        self._waiting: dict[int, Heard] = {}
        self._last = 0
        self._ending = False
        self._process = self._new_process()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.kill)

    @property
    def pid(self) -> int:
        """The number of the process, 0 while there is none."""
        return int(self._process.processId())

    def ask(self, question: Fields, heard: Heard) -> int:
        """Send a question; ``heard`` gets each answer. Return the question's number."""
        self._last += 1
        self._waiting[self._last] = heard
        line = json.dumps({"id": self._last, **question}) + "\n"
        self._process.write(line.encode())
        self._patience.start()
        return self._last

    def forget(self, number: int) -> None:
        """Let the answers to a question go unheard."""
        self._waiting.pop(number, None)

    def picture(self, slot: int, width: int, height: int) -> QImage:
        """Return a copy of the pixels in a slot."""
        at = slot * SLOT_BYTES
        pixels = memoryview(self._memory.buf or b"")[at : at + width * height * 4]
        drawn = QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32)
        return drawn.copy()

    def kill(self) -> None:
        """End the process now; ``stopped`` follows."""
        self._process.kill()

    def restart(self) -> None:
        """Start a fresh process after one has stopped."""
        self._waiting.clear()
        self._process.deleteLater()
        self._process = self._new_process()

    def end(self) -> None:
        """End the process for good and free the memory."""
        self._ending = True
        self._patience.stop()
        self._waiting.clear()
        self._process.closeWriteChannel()
        self._process.kill()
        self._process.waitForFinished(1_000)
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
        process.start(self._start.program, [*self._start.arguments, self._memory.name])
        return process

    def _read(self) -> None:
        while self._process.canReadLine():
            told = json.loads(bytes(self._process.readLine().data()))
            number = int(told["id"])
            heard = self._waiting.get(number)
            if told.get("done", True):
                self._waiting.pop(number, None)
            if heard is not None:
                heard(told)
        if self._waiting:
            self._patience.start()
        else:
            self._patience.stop()

    def _log_errors(self) -> None:
        _log.warning("Viewer child: %s", self._process.readAllStandardError().data()[:2_000])

    def _finished(self) -> None:
        self._patience.stop()
        if not self._ending:
            self.stopped.emit()
