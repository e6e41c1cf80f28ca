"""Measures Qt's own PDF view on one file; see viewer.py. Runs where ``PySide6.QtPdf`` is."""

from __future__ import annotations

import json
import random
import statistics
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

# A peer, never a dependency: the tests see to it that nothing of ours imports it
QtPdf = import_module("PySide6.QtPdf")
QPdfView = import_module("PySide6.QtPdfWidgets").QPdfView

JUMPS, WHEELS = 40, 300
# It never says that it has finished: so long without a new find means it has
SILENCE_S = 15.0
MOST_PAGES = 600


def main() -> None:
    app = QApplication([])
    view, document = QPdfView(None), QtPdf.QPdfDocument(None)
    view.setPageMode(QPdfView.PageMode.MultiPage)
    view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
    view.setDocument(document)
    view.resize(1_040, 690)
    view.show()
    pass_time(app, 1_000)
    started = perf_counter()
    document.load(sys.argv[1])
    until(app, lambda: inked(view))
    figures = {"open_ms": (perf_counter() - started) * 1_000}
    jumps = [jump(app, view, page) for page in some_pages(document.pageCount())]
    figures |= {
        "jump_p50_ms": statistics.median(jumps),
        "jump_p95_ms": statistics.quantiles(jumps, n=100)[94],
        "scroll_p95_ms": statistics.quantiles(frames(app, view), n=100)[94],
    }
    if document.pageCount() <= MOST_PAGES:
        figures |= search(app, view, document)
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    figures["memory_mb"] = sum(
        int(line.split()[1]) / 1_024 for line in status if line.startswith("VmRSS:")
    )
    print(json.dumps(figures))


def until(app: QApplication, done: Callable[[], bool]) -> float:
    started = perf_counter()
    while not done() and perf_counter() - started < 120:
        app.processEvents()
    return (perf_counter() - started) * 1_000


def pass_time(app: QApplication, milliseconds: int) -> None:
    over: list[bool] = []
    QTimer.singleShot(milliseconds, lambda: over.append(True))
    until(app, lambda: bool(over))


def inked(view: Any) -> bool:
    """Whether something dark is painted in a narrow strip of the view."""
    strip = view.viewport().grab().toImage().scaled(60, 60)
    return any(strip.pixelColor(x, y).lightness() < 200 for x in range(8, 52) for y in range(4, 56))


def some_pages(count: int) -> list[int]:
    chance = random.Random(1)
    return [chance.randrange(count) for _ in range(JUMPS)]


def jump(app: QApplication, view: Any, page: int) -> float:
    started = perf_counter()
    view.pageNavigator().jump(page, QPointF(), view.zoomFactor())
    app.processEvents()
    until(app, lambda: inked(view))
    return (perf_counter() - started) * 1_000


def frames(app: QApplication, view: Any) -> list[float]:
    view.verticalScrollBar().setValue(0)
    pass_time(app, 500)
    times = []
    for _ in range(WHEELS):
        event = QWheelEvent(
            QPointF(300, 300),
            QPointF(300, 300),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes it by place
        )
        app.sendEvent(view.viewport(), event)
        started = perf_counter()
        view.viewport().repaint()
        app.processEvents()
        times.append((perf_counter() - started) * 1_000)
    return times


def search(app: QApplication, view: Any, document: Any) -> dict[str, float]:
    wanted = int(sys.argv[3].partition("=")[2])
    model = QtPdf.QPdfSearchModel(None)
    model.setDocument(document)
    view.setSearchModel(model)
    first: list[float] = []
    last = started = perf_counter()
    count = 0
    model.setSearchString(sys.argv[2])
    while count < wanted and perf_counter() - last < SILENCE_S:
        app.processEvents()
        now = model.rowCount(model.index(-1, -1))
        if now != count:
            count, last = now, perf_counter()
            first = first or [(last - started) * 1_000]
    took = (last - started) * 1_000
    return {"first_find_ms": (first or [took])[0], "search_ms": took, "hits": count}


if __name__ == "__main__":
    main()
