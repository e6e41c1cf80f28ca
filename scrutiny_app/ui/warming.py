"""Loads what the rooms need, a few modules at a time, while the officer reads the first page.

Opened for the first time, a meeting took 90 ms longer, and nobody can wait for that unseen.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

# Begun after the first page is drawn; what is pressed comes between two turns
_BEGIN_MS, _PAUSE_MS, _AT_A_TIME_MS = 1_200, 15, 5
# In the order in which they are likely to be wanted. Jobs come with the rooms that ask for them:
# the others draw or read documents, which no window does
_PACKAGES = (
    "scrutiny_app.domain",
    "scrutiny_app.store",
    "scrutiny_app.ui.today",
    "holidays",
    "scrutiny_app.ui.viewer",
    "scrutiny_app.ui.meeting",
    "scrutiny_app.ui.meetings",
    "scrutiny_app.ui.programme",
    "scrutiny_app.ui.committees",
    "scrutiny_app.ui.search",
    "scrutiny_app.ui.reader",
    "scrutiny_app.ui.budget",
    "scrutiny_app.ui.history",
    "scrutiny_app.ui.settings",
    "scrutiny_app.ui.printing",
)


class Warming(QObject):
    """Loads modules by their names until it has loaded all; ``over`` and ``ended`` tell that."""

    ended = Signal()

    def __init__(self, parent: QObject, packages: Iterable[str] = _PACKAGES) -> None:
        super().__init__(parent)
        self._names = _modules(packages)
        self.over = False
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._load_some)

    def begin(self) -> None:
        """Begin a little later."""
        QTimer.singleShot(_BEGIN_MS, self._timer, self._timer.start)

    def _load_some(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while not spent.hasExpired(_AT_A_TIME_MS):
            name = next(self._names, "")
            if not name:
                self._timer.stop()
                self.over = True
                self.ended.emit()
                return
            importlib.import_module(name)


def _modules(packages: Iterable[str]) -> Iterator[str]:
    """Give every package and the modules in it; of a library's own, the package alone."""
    for package in packages:
        yield package
        if package.startswith("scrutiny_app."):
            yield from _inside(package)


def _inside(package: str) -> Iterator[str]:
    place = importlib.import_module(package).__path__
    for module in pkgutil.iter_modules(place, f"{package}."):
        # What brings old workspaces up to date is wanted once in a year
        if not module.name.endswith(".migrations"):
            yield module.name
            if module.ispkg:
                yield from _inside(module.name)
