"""Measures our reader on one file; see viewer.py, which starts this in a process of its own."""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from scrutiny_app.jobs.start_viewer import start_viewer
from scrutiny_app.ui.printing.print_dialog import PrintDialog
from scrutiny_app.ui.reader.place_memory import PlaceMemory
from scrutiny_app.ui.reader_window import ReaderWindow
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.page_layout import Spot
from scrutiny_app.ui.viewer.reading import Reading

JUMPS, WHEELS, PRINTED = 40, 300, 60


class Bench:
    """One reader without a file yet, its child warm."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication([])
        settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.folder = folder
        self.theme = Theme(self.app, settings)
        self.reading = Reading(start_viewer())
        self.window = ReaderWindow(self.reading, self.theme, PlaceMemory(settings))
        self.view = self.window.room.view
        self.searching_took = 0.0
        self.window.resize(1_366, 740)
        self.window.show()
        self.pass_time(1_500)

    def until(self, done: Callable[[], bool]) -> float:
        """Let the program live until something is so; return the milliseconds it took."""
        started = perf_counter()
        while not done():
            self.app.processEvents()
        return (perf_counter() - started) * 1_000

    def pass_time(self, milliseconds: int) -> None:
        over: list[bool] = []
        QTimer.singleShot(milliseconds, lambda: over.append(True))
        self.until(lambda: bool(over))

    def sharp(self) -> bool:
        """Whether every page in view is drawn at its size, and painted."""
        pages = self.view.sight.visible_pages()
        shelf = self.reading.shelf
        tiles = (tile for page in pages for tile in self.view.sight.tiles(page))
        return bool(pages) and all(tile in shelf for tile in tiles)

    def jumps(self) -> list[float]:
        chance = random.Random(1)
        times = []
        for _ in range(JUMPS):
            self.view.jump(Spot(chance.randrange(self.view.sight.pages)))
            times.append(self.until(self.sharp))
        return times

    def frames(self) -> list[float]:
        """Turn the wheel and return how long each frame took."""
        self.view.show_spot(Spot(0))
        self.until(self.sharp)
        times = []
        for _ in range(WHEELS):
            self.app.sendEvent(self.view.viewport(), a_wheel())
            started = perf_counter()
            self.view.viewport().repaint()
            self.app.processEvents()
            times.append((perf_counter() - started) * 1_000)
        return times

    def search(self, word: str) -> tuple[float, float, int]:
        """Return the milliseconds to the first find and to the last, and how many there are."""
        found, done = [0], [False]
        first: list[float] = []
        started = perf_counter()
        self.searching_took = -self.processor_ms()

        def heard(news: object) -> None:
            found[0] += len(news.hits)  # type: ignore[attr-defined]
            done[0] = news.done  # type: ignore[attr-defined]
            if found[0] and not first:
                first.append((perf_counter() - started) * 1_000)

        self.reading.found.connect(heard)
        self.reading.search(word)
        took = self.until(lambda: done[0])
        self.searching_took += self.processor_ms()
        return (first or [took])[0], took, found[0]

    def processor_ms(self) -> float:
        """Return the processor time that the child has used."""
        return processor_ms(str(self.reading.child.pid))

    def print_pages(self) -> tuple[float, float, float, float]:
        """Return seconds and the worst stall in milliseconds, on paper and as a PDF."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        paper = self._printing(lambda dialog: dialog.print_with(printer))
        file = self._printing(lambda dialog: dialog.save_as(self.folder / "saved.pdf"))
        return *paper, *file

    def _printing(self, start: Callable[[PrintDialog], None]) -> tuple[float, float]:
        dialog = PrintDialog(self.reading, self.theme, self.window, choice=f"1-{PRINTED}")
        dialog.show()
        self.pass_time(800)
        over: list[bool] = []
        dialog.finished.connect(lambda _result: over.append(True))
        gaps, last = [0.0], [perf_counter()]
        beat = QTimer(interval=2)

        def tick() -> None:
            now = perf_counter()
            gaps.append((now - last[0]) * 1_000)
            last[0] = now

        beat.timeout.connect(tick)
        beat.start()
        started = last[0] = perf_counter()
        start(dialog)
        self.until(lambda: bool(over))
        beat.stop()
        return perf_counter() - started, max(gaps)

    def memory(self) -> float:
        """Return the megabytes that window and child hold together."""
        return sum(resident(pid) for pid in ("self", str(self.reading.child.pid)))


def a_wheel() -> QWheelEvent:
    turned, none = QPoint(0, -120), QPoint()
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(
        QPointF(300, 300),
        QPointF(300, 300),
        none,
        turned,
        buttons,
        keys,
        phase,
        False,  # noqa: FBT003 - Qt's
    )


def resident(pid: str) -> float:
    """Return the memory of a process in MB; 0 where the system does not tell."""
    status = Path("/proc") / pid / "status"
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1_024 for line in lines if line.startswith("VmRSS:"))


def processor_ms(pid: str) -> float:
    """Return the processor time of a process; 0 where the system does not tell."""
    stat = Path("/proc") / pid / "stat"
    if not stat.exists():
        return 0.0
    used = stat.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    return 1_000 * sum(map(int, used)) / os.sysconf("SC_CLK_TCK")


def percentile(times: list[float], place: int) -> float:
    return statistics.quantiles(times, n=100)[place - 1]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
        bench = Bench(Path(folder))
        started = perf_counter()
        bench.window.open(Path(sys.argv[1]))
        bench.until(bench.sharp)
        figures = {"open_ms": (perf_counter() - started) * 1_000}
        jumps, frames = bench.jumps(), bench.frames()
        figures |= {"jump_p50_ms": statistics.median(jumps), "jump_p95_ms": percentile(jumps, 95)}
        figures["scroll_p95_ms"] = percentile(frames, 95)
        first, took, found = bench.search(sys.argv[2])
        figures |= {"first_find_ms": first, "search_ms": took, "hits": found}
        figures["search_cpu_ms"] = bench.searching_took
        figures["memory_mb"] = bench.memory()
        names = ("print_s", "print_stall_ms", "save_s", "save_stall_ms")
        figures |= dict(zip(names, bench.print_pages(), strict=True))
        figures["printed"] = PRINTED
        bench.window.close()
        bench.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
