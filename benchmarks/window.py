"""The window: how soon it is there, how it answers while heavy work is done, an agenda shown again.

    python benchmarks/window.py --pages 2000 --taken-in 374

Start is from the start of the process to the first painted frame, beside a bare QMainWindow. A
stall is the longest gap between two ticks of a timer of 5 ms in the window's own process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from made_papers import make_papers, run
from packs import APP, write_meeting
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from typing_extensions import override

BARE, EMPTY, SAMPLE = "bare QMainWindow", "the program, first page", "the program, sample council"
CONTROL = "nothing: what the machine does by itself"
_AGENDA_ITEMS = 60
_CONTROL_S = 4
_TICK_MS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--taken-in", type=int, default=374)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--show", choices=(BARE, EMPTY, SAMPLE), help=argparse.SUPPRESS)
    parser.add_argument("--home", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--bytecode", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.show:
        show(asked.show, asked.home)
    elif not asked.bytecode:
        with tempfile.TemporaryDirectory(prefix="scrutiny-bytecode-") as kept:
            once_more_compiled(Path(kept))
    else:
        with tempfile.TemporaryDirectory(prefix="scrutiny-benchmark-") as folder:
            bench_start(Path(folder) / "start", asked.rounds)
            bench_stalls(Path(folder), asked.pages, asked.taken_in)


def once_more_compiled(kept: Path) -> None:
    """Measure as an installed program runs: its modules are compiled, wherever this one lies."""
    surroundings = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(kept),
    }
    package = Path(__file__).parents[1] / "scrutiny_app"
    compiled = (sys.executable, "-m", "compileall", "-q", str(package))
    subprocess.run(compiled, env=surroundings, check=True)
    again = (sys.executable, *sys.argv, "--bytecode", str(kept))
    subprocess.run(again, env=surroundings, check=True)


# --- start ---


def bench_start(home: Path, rounds: int) -> None:
    from scrutiny_app.jobs.make_sample import make_sample

    make_sample(home, "benchmark", datetime.now(UTC))
    took: dict[str, list[float]] = {BARE: [], EMPTY: [], SAMPLE: []}
    # The first round compiles what others' libraries need, and is not counted
    for turn in range(rounds + 1):
        for name, own in took.items():
            began = time.time()
            command = (sys.executable, __file__, "--show", name, "--home", str(home))
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            if turn:
                own.append(float(done.stdout.split()[-1]) - began)
    print("\n| start to first frame | median s | x bare | longest s |\n|---|---|---|---|")
    for name, own in took.items():
        ratio = statistics.median(a / b for a, b in zip(own, took[BARE], strict=True))
        print(f"| {name} | {statistics.median(own):.2f} | {ratio:.2f} | {max(own):.2f} |")


def show(what: str, home: Path) -> None:
    """Show one window, tell when it was painted, and leave."""
    from scrutiny_app.ui.quiet_start import quiet_start

    with nullcontext() if what == BARE else quiet_start():
        _show(what, home)


def _show(what: str, home: Path) -> None:
    app = QApplication([])
    if what == BARE:
        window = QMainWindow()
        window.setCentralWidget(QLabel("Ready"))
        window.show()
    else:
        window = a_window(app, home)
        window.show()
        if what == SAMPLE:
            window.open_workspace(home / "Kelsham workspace")
    painted = Painted()
    app.installEventFilter(painted)
    app.exec()
    print(time.time(), flush=True)
    # What else has to be done on leaving is no part of the start
    os._exit(0)


class Painted(QObject):
    """Leaves the loop once something was painted and nothing more waits."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def a_window(app: QApplication, home: Path) -> QMainWindow:
    from scrutiny_app.ui.app import new_main_window
    from scrutiny_app.ui.theme.theme import Theme

    settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    clock = lambda: datetime.now(UTC)  # noqa: E731  one line, once
    return new_main_window(Theme(app, settings), settings, who="benchmark", clock=clock)


# --- stalls ---


def bench_stalls(folder: Path, pages: int, taken_in: int) -> None:
    papers = make_papers(folder / "papers", pages)
    workspace = folder / "workspace"
    run(*APP, "new", str(workspace))
    run(*APP, "load", str(workspace), str(write_meeting(folder / "meeting.toml", papers)))
    late = [paper.path for paper in make_papers(folder / "late" / "papers", taken_in)]
    app = QApplication([])
    window = a_window(app, folder)
    window.resize(1_440, 900)
    window.show()
    watch = Watch()
    print("\n| in the window | s | gap p99 ms | worst stall ms |\n|---|---|---|---|")
    until_warm(window)
    began = time.perf_counter()
    watch.over(CONTROL, lambda: None, lambda: time.perf_counter() - began > _CONTROL_S)
    watch.over("open the workspace", lambda: window.open_workspace(workspace), idle_of(window))
    watch.over("open the meeting", lambda: go_to_meeting(window), idle_of(window))
    tab = window.page.tab
    build = f"build the pack of {pages} pages"
    watch.over(build, tab.pack.build, idle_of(window))
    watch.over("the same again", tab.pack.build, idle_of(window))
    tab.tree.choose(tab.desk.agenda.items[0].id)
    name = f"take in and index {len(late)} papers of {taken_in} pages"
    watch.over(name, lambda: tab.deeds.add_files(late), idle_of(window))
    bench_refresh(window)
    bench_looks(window)
    bench_moves(window, large_agenda(folder / "large"))
    window.close()


def until_warm(window: QMainWindow) -> None:
    """Wait as long as an officer reads the first page: the rooms are loaded meanwhile."""
    from scrutiny_app.ui.warming import Warming

    warming = window.findChild(Warming)
    while not warming.over:
        QApplication.processEvents()
        time.sleep(0.001)


def go_to_meeting(window: QMainWindow) -> None:
    from scrutiny_app.ui.place import Place, Room

    (line,) = window.session.store.meetings.list()
    window.go(Place(Room.MEETING, line.id, "agenda"))


def idle_of(window: QMainWindow) -> Callable[[], bool]:
    return lambda: not (window.jobs.busy or window.quick.busy)


def bench_refresh(window: QMainWindow) -> None:
    """Time showing the agenda again after a change."""
    items = window.page.tab.desk.agenda.items
    took = []
    for _ in range(20):
        began = time.perf_counter()
        window.page.refresh()
        QApplication.processEvents()
        took.append(1_000 * (time.perf_counter() - began))
    print(
        f"\nAn agenda of {len(items)} items read and shown again, painted: "
        f"{statistics.median(took):.0f} ms, longest {max(took):.0f} ms"
    )


def bench_looks(window: QMainWindow) -> None:
    """Time a look taken in once every room was shown."""
    from scrutiny_app.ui.place import Place
    from scrutiny_app.ui.theme.theme import Look

    for entry in window.entries():
        window.go(Place(entry.room))
        QApplication.processEvents()
    took = timed(2 * [partial(window.theme.choose, look) for look in (Look.DARK, Look.LIGHT)])
    many = len(QApplication.allWidgets())
    print(f"\nA look taken in and painted, {many} widgets in all rooms: {spread(took)}")


def bench_moves(window: QMainWindow, workspace: Path) -> None:
    """Time a row moved on a large agenda: written, read again and shown."""
    window.open_workspace(workspace)
    go_to_meeting(window)
    tab = window.page.tab
    tab.tree.choose(tab.desk.agenda.items[_AGENDA_ITEMS // 3].id)
    took = timed([partial(tab.deeds.move, by) for by in (1, -1) * 10])
    items = tab.desk.agenda.items
    papers = sum(len(item.papers) for item in items)
    print(f"\nA row moved among {len(items)} items with {papers} papers, shown: {spread(took)}")


def timed(deeds: Iterable[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each deed until it is painted, with some rest between them."""
    took = []
    for deed in deeds:
        rest = time.perf_counter() + 0.5
        while time.perf_counter() < rest:
            QApplication.processEvents()
            time.sleep(0.005)
        began = time.perf_counter()
        deed()
        QApplication.processEvents()
        took.append(1_000 * (time.perf_counter() - began))
    return took


def spread(took: list[float]) -> str:
    return f"{statistics.median(took):.0f} ms, shortest {min(took):.0f}, longest {max(took):.0f} ms"


def large_agenda(folder: Path) -> Path:
    """Make a workspace with 60 items of four papers, each of one page."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.build import a_meeting_file

    folder.mkdir()
    # The head of a meeting file has an item, too
    meeting = a_meeting_file(folder, *[[1, 1, 1, 1]] * (_AGENDA_ITEMS - 1))
    run(*APP, "new", str(folder / "workspace"))
    run(*APP, "load", str(folder / "workspace"), str(meeting))
    return folder / "workspace"


class Watch:
    """A timer in the window's process that notes how late it comes."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._gaps: list[float] = []
        self._last = 0.0

    def over(self, name: str, begin: Callable[[], object], idle: Callable[[], bool]) -> None:
        """Begin something, wait until the children are idle, and print its row."""
        for _ in range(20):
            QApplication.processEvents()
            time.sleep(0.01)
        self._gaps, self._last = [], time.perf_counter()
        self._timer.start()
        began = time.perf_counter()
        begin()
        quiet = 0
        while quiet < _QUIET_TURNS:
            QApplication.processEvents()
            time.sleep(0.001)
            quiet = quiet + 1 if idle() else 0
        self._timer.stop()
        gaps = sorted(self._gaps)
        p99 = gaps[int(len(gaps) * 0.99)]
        print(
            f"| {name} | {time.perf_counter() - began:.1f} | {p99:.0f} | {gaps[-1]:.0f} |",
            flush=True,
        )

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1_000)
        self._last = now


# So many looks in a row at idle children are the end
_QUIET_TURNS = 400

if __name__ == "__main__":
    main()
