"""One table for every list: rows are read in windows as they come into sight, sorted by the store.

Measured with 100,000 rows by benchmarks/lists.py: opened in 45 ms, a scrolled frame in 7 ms, sorted
in 51 to 76 ms; a sorting proxy over Python rows took 185 s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.record_cells import CELL, HEADS, Cell, CellDelegate
from scrutiny_app.ui.widgets.status_list import State

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex

_WINDOW = 200
_NO_INDEX = QModelIndex()
# Windows kept; a screen shows at most two
_MOST_WINDOWS = 12
_ROW, _TWO_LINES = 34, 48
# Narrower than this a column of words tells nothing
_LEAST = 200
RECORD = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: its heading, what it shows of a record, and the order it sorts by.

    ``order`` is a word that the rows' source knows, empty where the column cannot sort.
    ``says`` is what a screen reader says, where the text alone would not do. ``below`` gives a
    second, smaller line, ``tone`` makes the text a chip, ``state`` puts an icon before it;
    ``faint`` marks what is over. ``spare`` is a column that is left out where the list is too
    narrow.
    """

    heading: str
    shows: Callable[[Record], str]
    order: str = ""
    width: int = 0
    right: bool = False
    says: Callable[[Record], str] | None = None
    below: Callable[[Record], str] | None = None
    tone: Callable[[Record], Tone] | None = None
    faint: Callable[[Record], bool] | None = None
    spare: bool = False
    state: Callable[[Record], State | None] | None = None

    def cell(self, record: Record) -> Cell | None:
        """Return what is painted, None where the text alone stands."""
        if self.below is None and self.tone is None and self.state is None:
            return None
        return Cell(
            self.shows(record),
            self.below(record) if self.below else "",
            self.tone(record) if self.tone else None,
            faint=self.faint is not None and self.faint(record),
            state=self.state(record) if self.state else None,
        )


@dataclass(frozen=True, slots=True)
class Order:
    """How rows are sorted: by a column's word, or as the source likes with an empty one."""

    by: str = ""
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Rows(Generic[Record]):
    """Where a list's rows come from: how many there are, and some of them in an order.

    ``heads`` tells which of them stand over those below: in bold, on a ground of their own.
    """

    count: Callable[[], int]
    some: Callable[[Order, int, int], Sequence[Record]]
    heads: Callable[[Record], bool] | None = None


def rows_of(
    records: Callable[[], Sequence[Record]], heads: Callable[[Record], bool] | None = None
) -> Rows[Record]:
    """Return rows that are all at hand and stand in their own order."""
    return Rows(
        lambda: len(records()),
        lambda _order, first, many: records()[first : first + many],
        heads,
    )


class RecordModel(QAbstractTableModel, Generic[Record]):
    """The rows of a source, a window of them at a time."""

    def __init__(self, columns: Sequence[Column[Record]], rows: Rows[Record]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows = rows
        self._order = Order()
        self._count = 0
        self._windows: dict[int, Sequence[Record]] = {}

    def read_again(self) -> None:
        """Forget what was read; the rows may have changed."""
        self.beginResetModel()
        self._windows.clear()
        self._count = self._rows.count()
        self.endResetModel()

    def record(self, row: int) -> Record | None:
        """Return the record of a row, None where the list has become shorter meanwhile."""
        window = row // _WINDOW
        if window not in self._windows:
            if len(self._windows) >= _MOST_WINDOWS:
                self._windows.pop(next(iter(self._windows)))
            self._windows[window] = self._rows.some(self._order, window * _WINDOW, _WINDOW)
        rows = self._windows[window]
        place = row % _WINDOW
        return rows[place] if place < len(rows) else None

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        # Asked first: of the seven roles a painted cell asks for, five are not ours
        if role not in _ROLES or not index.isValid():
            return None
        record = self.record(index.row())
        if record is None:
            return None
        column = self._columns[index.column()]
        if role in (RECORD, CELL, HEADS):
            return self._told(record, column, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            says = column.says or column.shows
            return f"{column.heading}: {says(record)}"
        return column.shows(record)

    def _told(self, record: Record, column: Column[Record], role: int) -> object:
        """Return what the delegate asks: the record, how its cell is painted, whether it heads."""
        if role == HEADS:
            return self._rows.heads is not None and self._rows.heads(record)
        return record if role == RECORD else column.cell(record)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self._columns[section].right else _LEFT
        return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns) and self._columns[column].order:
            falling = order is Qt.SortOrder.DescendingOrder
            self._order = Order(self._columns[column].order, falling)
            self.read_again()


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ROLES = {
    int(Qt.ItemDataRole.DisplayRole),
    int(Qt.ItemDataRole.ToolTipRole),
    int(Qt.ItemDataRole.TextAlignmentRole),
    int(Qt.ItemDataRole.AccessibleTextRole),
    RECORD,
    CELL,
    HEADS,
}


class RecordTable(QTableView):
    """A list of records. ``opened`` follows Enter, F2 or a double click, ``picked`` the selection.

    ``removes`` follows Delete. ``least`` is how wide the first column that has no width of its own
    is kept, as long as there are spare columns to leave out.
    """

    least = _LEAST
    opened = Signal(object)
    picked = Signal(object)
    removes = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[Column[Record]],
        rows: Rows[Record],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key: Callable[[object], object] = _whole
        self._unwanted: frozenset[str] = frozenset()
        self._optional: frozenset[str] = frozenset()
        self._model: RecordModel[Record] = RecordModel(columns, rows)
        self.setModel(self._model)
        self._columns = tuple(columns)
        self._cells = CellDelegate(theme)
        for place, column in enumerate(columns):
            if rows.heads or column.below or column.tone or column.state:
                self.setItemDelegateForColumn(place, self._cells)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._head()
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._pick())
        theme.changed.connect(self._restyle)
        self._restyle()

    def _head(self) -> None:
        header, columns = self.horizontalHeader(), self._columns
        header.setHighlightSections(False)
        stretches = [place for place, column in enumerate(columns) if not column.width]
        self._stretch = stretches[0] if stretches else -1
        for place, column in enumerate(columns):
            if not column.width and place == stretches[0]:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        if any(column.order for column in columns):
            # Before sorting is switched on, which sorts by the column that is marked
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def known_by(self, key: Callable[[object], object]) -> None:
        """Keep the selection on the same record when the rows are read again, known by its key."""
        self._key = key

    def leave_out(self, headings: Iterable[str]) -> None:
        """Show no columns with these headings, however much room there is."""
        self._unwanted = frozenset(headings)
        self._optional |= self._unwanted
        self._share_width()

    def read_again(self) -> None:
        """Read the rows again; the record that was selected stays selected if it is near."""
        kept = self.current()
        row = self.currentIndex().row()
        self._model.read_again()
        if kept is None or not self._model.rowCount():
            return
        wanted = self._key(kept)
        last = self._model.rowCount() - 1
        near = sorted(
            range(max(0, row - _WINDOW), min(last, row + _WINDOW) + 1),
            key=lambda one: abs(one - row),
        )
        for one in near:
            found = self._model.record(one)
            if found is not None and self._key(found) == wanted:
                self.selectRow(one)
                return
        self.selectRow(min(row, last))

    def current(self) -> object | None:
        """Return the selected record, None where there is none."""
        index = self.currentIndex()
        return self._model.record(index.row()) if index.isValid() else None

    def _open(self) -> None:
        record = self.current()
        if record is not None:
            self.opened.emit(record)

    def _pick(self) -> None:
        record = self.current()
        if record is not None:
            self.picked.emit(record)

    def _share_width(self) -> None:
        """Let one column take what the others leave; where that is too little, all scroll.

        Spare columns are left out before, the last first.
        """
        header = self.horizontalHeader()
        self._leave_out()
        if self._stretch < 0:
            return
        taken = sum(header.sectionSize(at) for at in range(header.count()) if at != self._stretch)
        least = self._theme.length(self.least)
        if self.viewport().width() - taken >= least:
            header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(self._stretch, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(self._stretch, least)

    def _leave_out(self) -> None:
        length = self._theme.length
        wanted = [column for column in self._columns if column.heading not in self._unwanted]
        kept = sum(length(column.width) for column in wanted if not column.spare)
        room = self.viewport().width() - kept - length(self.least)
        for place, column in enumerate(self._columns):
            unwanted = column not in wanted
            if column.spare and not unwanted:
                room -= length(column.width)
            if column.spare or column.heading in self._optional:
                self.setColumnHidden(place, unwanted or (column.spare and room < 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _restyle(self) -> None:
        two_lines = any(column.below for column in self._columns)
        height = self._theme.length(_TWO_LINES if two_lines else _ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        for place, column in enumerate(self._columns):
            if column.width:
                self.horizontalHeader().resizeSection(place, self._theme.length(column.width))
        self._share_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.removes.emit()
        else:
            super().keyPressEvent(event)


def _whole(record: object) -> object:
    return record
