"""Times a list of 100,000 records: the window's own table beside QSqlTableModel and a plain model.

Every list shows the same six columns of the same SQLite table, in the same style, 1,200 by 800.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSettings,
    Qt,
)
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Look, Theme
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_table import Column, Order, RecordTable, Rows

COLUMNS = ("day", "committee", "place", "standing", "papers", "pages")
INDEXED, PLAIN = 1, 2
SIZE = (1_200, 800)
FRAMES = 150
_COMMITTEES = ("Health", "Homes", "Children and Families", "Climate", "Crime and Disorder")

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
Record = tuple[str, str, str, str, int, int]


@dataclass
class Times:
    """What one list took, in milliseconds."""

    opened: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    jumps: list[float] = field(default_factory=list)
    indexed: list[float] = field(default_factory=list)
    plain: list[float] = field(default_factory=list)


class WholeModel(QAbstractTableModel):
    """The plain peer: every row read at once, sorted by Python."""

    def __init__(self, rows: list[Record]) -> None:
        super().__init__()
        self._rows = rows

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._rows[index.row()][index.column()])

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._rows.sort(key=lambda row: row[column], reverse=order != Qt.SortOrder.AscendingOrder)
        self.endResetModel()


def main() -> None:
    """Make the records, time each list in turn, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        theme = Theme(app, QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat))
        theme.choose(Look.LIGHT)
        file = Path(folder) / "records.db"
        _fill(file, asked.rows)
        _check_same(file)
        lists: dict[str, Callable[[], QTableView]] = {
            "RecordTable": lambda: _ours(theme, file, painted=False),
            "RecordTable, two lines and chips": lambda: _ours(theme, file, painted=True),
            "QSqlTableModel": lambda: _sql(file),
            "plain QAbstractTableModel": lambda: _whole(file),
        }
        times = {name: Times() for name in lists}
        for _ in range(asked.rounds):
            for name, make in lists.items():
                _time(app, theme, make, times[name])
        print(f"\n{asked.rows} rows, {asked.rounds} rounds, milliseconds\n")
        print(
            "| list | open | with every row on the scroll bar | frame p50 / p95 | jump p95 "
            "| sort, indexed | sort, not |"
        )
        print("|---|---|---|---|---|---|---|")
        for name, own in times.items():
            print(_line(name, own))
    os._exit(0)


def _line(name: str, own: Times) -> str:
    frames = sorted(own.frames)
    p95 = frames[int(len(frames) * 0.95)]
    jump = sorted(own.jumps)[int(len(own.jumps) * 0.95)]
    opened, whole, frame, indexed, plain = (
        statistics.median(one) for one in (own.opened, own.whole, frames, own.indexed, own.plain)
    )
    return (
        f"| {name} | {opened:.0f} | {whole:.0f} | {frame:.1f} / {p95:.1f} | {jump:.0f} "
        f"| {indexed:.0f} | {plain:.0f} |"
    )


def _time(app: QApplication, theme: Theme, make: Callable[[], QTableView], times: Times) -> None:
    began = time.perf_counter()
    view = make()
    theme.dress(view)
    view.resize(*SIZE)
    view.show()
    app.processEvents()
    view.viewport().repaint()
    times.opened.append(_since(began))
    model = view.model()
    # A list that reads on as it is scrolled is given all its rows before scrolling is timed
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    app.processEvents()
    times.whole.append(_since(began))
    bar = view.verticalScrollBar()
    for at in range(FRAMES):
        times.frames.append(_frame(view, at * 3))
    for share in (0.5, 0.99, 0.1, 0.75, 0.3):
        times.jumps.append(_frame(view, int(bar.maximum() * share)))
    for column, own in ((INDEXED, times.indexed), (PLAIN, times.plain)):
        began = time.perf_counter()
        view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        view.scrollToTop()
        app.processEvents()
        view.viewport().repaint()
        own.append(_since(began))
    view.close()
    view.deleteLater()
    app.processEvents()


def _frame(view: QTableView, value: int) -> float:
    began = time.perf_counter()
    view.verticalScrollBar().setValue(value)
    view.viewport().repaint()
    return _since(began)


def _since(began: float) -> float:
    return (time.perf_counter() - began) * 1_000


def _fill(file: Path, rows: int) -> None:
    with sqlite3.connect(file) as base:
        base.execute(
            "create table record (id integer primary key, day text, committee text, place text, "
            "standing text, papers integer, pages integer)"
        )
        base.executemany(
            "insert into record (day, committee, place, standing, papers, pages) "
            "values (?, ?, ?, ?, ?, ?)",
            (
                (
                    f"{1990 + at % 60}-{at % 12 + 1:02}-{at % 28 + 1:02}",
                    f"{_COMMITTEES[at % 5]} Scrutiny Committee {at % 997}",
                    f"Committee Room {at * 7919 % 10_007}",
                    "planned" if at % 3 else "agenda published",
                    at % 17,
                    at % 431,
                )
                for at in range(rows)
            ),
        )
        base.execute("create index record_by_committee on record (committee)")


def _check_same(file: Path) -> None:
    """Refuse to time lists that would not show the same."""
    rows = _source(file)
    some = list(rows.some(Order("committee"), 0, 3))
    with sqlite3.connect(file) as base:
        found = base.execute(
            f"select {', '.join(COLUMNS)} from record order by committee, id limit 3"  # noqa: S608 - our own names
        ).fetchall()
    if some != found:
        raise SystemExit("The lists do not show the same records")


def _source(file: Path) -> Rows[Record]:
    base = sqlite3.connect(file)

    def count() -> int:
        return int(base.execute("select count(*) from record").fetchone()[0])

    ids: dict[Order, list[int]] = {}

    def some(order: Order, first: int, many: int) -> Sequence[Record]:
        if order not in ids:
            ids.clear()
            by = f"{order.by} {'desc' if order.falling else 'asc'}, id" if order.by else "id"
            sorted_ids = base.execute(f"select id from record order by {by}")  # noqa: S608
            ids[order] = [row[0] for row in sorted_ids]
        wanted = ids[order][first : first + many]
        marks = ", ".join("?" * len(wanted))
        found = {
            row[0]: row[1:]
            for row in base.execute(
                f"select id, {', '.join(COLUMNS)} from record where id in ({marks})",  # noqa: S608
                wanted,
            )
        }
        return [found[key] for key in wanted]

    return Rows(count, some)


def _ours(theme: Theme, file: Path, *, painted: bool) -> QTableView:
    columns: list[Column[Record]] = [
        Column(name, _shown(at), order=name, width=0 if at == 2 else 170)
        for at, name in enumerate(COLUMNS)
    ]
    if painted:
        columns[1] = Column(
            "committee", lambda one: one[1], "committee", 330, below=lambda one: one[2]
        )
        columns[3] = Column(
            "standing", lambda one: one[3], "standing", 170, tone=lambda _one: Tone.GOOD
        )
    table = RecordTable(theme, "Records", columns, _source(file))
    table.read_again()
    return table


def _shown(at: int) -> Callable[[Record], str]:
    return lambda one: str(one[at])


def _sql(file: Path) -> QTableView:
    base = QSqlDatabase.addDatabase("QSQLITE", f"c{time.perf_counter_ns()}")
    base.setDatabaseName(str(file))
    base.open()
    view = _view()
    model = QSqlTableModel(view, base)
    model.setTable("record")
    model.select()
    model.removeColumn(0)
    view.setModel(model)
    return view


def _whole(file: Path) -> QTableView:
    with sqlite3.connect(file) as base:
        asked = f"select {', '.join(COLUMNS)} from record order by id"  # noqa: S608
        rows = base.execute(asked).fetchall()
    view = _view()
    model = WholeModel(rows)
    model.setParent(view)
    view.setModel(model)
    return view


def _view() -> QTableView:
    view = QTableView()
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(34)
    view.horizontalHeader().setDefaultSectionSize(170)
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    return view


if __name__ == "__main__":
    main()
