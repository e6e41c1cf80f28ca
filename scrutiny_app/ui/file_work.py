"""Work on the workspace's files in a thread of its own: the window does not wait for the disk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread
from typing_extensions import override

from scrutiny_app.domain.errors import ScrutinyError


class FileWork(QThread):
    """Does a deed that touches files alone; the database belongs to the window's thread.

    There ``done`` hears that it was done, or ``refused`` a sentence that says why not.
    """

    def __init__(
        self,
        deed: Callable[[], None],
        done: Callable[[], None],
        refused: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._deed = deed
        self._done = done
        self._refused = refused
        self._error: Exception | None = None
        self.finished.connect(self._tell)

    @override
    def run(self) -> None:
        try:
            self._deed()
        except Exception as error:  # noqa: BLE001 - told, or raised, on the window's thread
            self._error = error

    def _tell(self) -> None:
        self.deleteLater()
        if isinstance(self._error, ScrutinyError):
            self._refused(str(self._error))
        elif self._error is not None:
            raise self._error
        else:
            self._done()
