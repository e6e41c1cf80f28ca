"""The agenda as a model of two levels: items, and below each its papers and files on their way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, RowSort, row_keys

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW = int(Qt.ItemDataRole.UserRole) + 7
OWN_ROWS = "application/x-scrutiny-agenda-row"
_FILES = "text/uri-list"
# What can be done with a cell. Put together once: a tree that is laid out asks for every row
_NOTHING, _DROPPED_ON = Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.ItemIsDropEnabled
_CHOSEN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_MOVED = _CHOSEN | _DROPPED_ON | Qt.ItemFlag.ItemIsDragEnabled
_EDITED = _MOVED | Qt.ItemFlag.ItemIsEditable


class Column(IntEnum):
    """The columns, from left to right."""

    ITEM = 0
    KIND = 1
    PAGES = 2
    COUNT = 3
    READY = 4


_HEADS = ("Item", "Type", "Pages", "Count", "Ready")


class AgendaModel(QAbstractItemModel):
    """Shows rows. ``renamed`` carries a row and its new title; ``dropped`` what was let go where.

    ``dropped`` carries the data, and the place below a parent row (None for the agenda itself);
    the model itself moves nothing.
    """

    renamed = Signal(object, str)
    dropped = Signal(object, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[AgendaRow, ...] = ()
        self.read_only = False

    def show(self, rows: Sequence[AgendaRow]) -> bool:
        """Show other rows; tell whether the tree has another shape than before."""
        before, after = self.rows, tuple(rows)
        if tuple(row_keys(before)) == tuple(row_keys(after)):
            self.rows = after
            self._tell_changed(before, after, QModelIndex())
            return False
        self.beginResetModel()
        self.rows = after
        self.endResetModel()
        return True

    def row_at(self, index: Index) -> AgendaRow | None:
        """Return the row of an index."""
        if not index.isValid():
            return None
        inner = index.internalId()
        if inner == 0:
            return self.rows[index.row()]
        return self.rows[inner - 1].children[index.row()]

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of the row with a key, an invalid one where there is none."""
        for place, row in enumerate(self.rows):
            if row.key == key:
                return self.index(place, 0)
            for within, child in enumerate(row.children):
                if child.key == key:
                    return self.index(within, 0, self.index(place, 0))
        return QModelIndex()

    # --- what Qt asks ---

    @override
    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        # Not asked of hasIndex: Qt would come back here twice for every cell
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(Column)):
            return QModelIndex()
        # A child carries its item's place, counting from 1; an item 0
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self.rows)
        if parent.column() > 0 or parent.internalId() != 0:
            return 0
        return len(self.rows[parent.row()].children)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return len(Column)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        row = self.row_at(index)
        answer = _ANSWERS.get(role)
        return None if row is None or answer is None else answer(row, Column(index.column()))

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (Column.PAGES, Column.COUNT):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return _NOTHING if self.read_only else _DROPPED_ON
        if self.read_only or row.sort is RowSort.FILE:
            return _CHOSEN
        return _EDITED if index.column() == Column.ITEM else _MOVED

    @override
    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        if value.strip() != row.title:
            self.renamed.emit(row, value.strip())
        return True

    # --- dragging ---

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [OWN_ROWS, _FILES]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        row = self.row_at(indexes[0]) if indexes else None
        if row is not None:
            data.setData(OWN_ROWS, row.key.encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        self.dropped.emit(data, row, self.row_at(parent))
        # False, or the view would take the row away that was dragged
        return False

    def _tell_changed(
        self, before: Sequence[AgendaRow], after: Sequence[AgendaRow], parent: QModelIndex
    ) -> None:
        """Tell of the rows that say something else than before, and of no others."""
        last = len(Column) - 1
        for place, (old, new) in enumerate(zip(before, after, strict=True)):
            if old == new:
                continue
            first = self.index(place, 0, parent)
            self.dataChanged.emit(first, self.index(place, last, parent))
            if new.children:
                self._tell_changed(old.children, new.children, first)


def _shown(row: AgendaRow, column: Column) -> str:
    return {
        Column.ITEM: row.title,
        Column.KIND: row.kind,
        Column.PAGES: row.pages,
        Column.COUNT: row.count,
        Column.READY: row.mark.value,
    }[column]


def _said(row: AgendaRow, column: Column) -> str:
    """Return what a screen reader says of a cell: a painted one is mute without it."""
    if column is Column.ITEM:
        numbered = f"{row.sort.value.capitalize()} {row.number} {row.title}".replace("  ", " ")
        return f"{numbered}. {row.below}" if row.below else numbered
    if column is Column.READY:
        return f"{row.mark.value.capitalize()}. {row.sentence}".strip()
    words = _shown(row, column)
    known = words if words not in ("", "\N{EN DASH}") else "none"
    return {
        Column.KIND: f"Type: {words}",
        Column.PAGES: f"Pages: {known}",
        Column.COUNT: f"Count of pages: {known}",
    }[column]


def _tip(row: AgendaRow, column: Column) -> str:
    if column is Column.READY:
        return row.sentence or row.mark.value.capitalize()
    return f"{row.title}\n{row.below}" if column is Column.ITEM and row.below else row.title


_ANSWERS: dict[int, Callable[[AgendaRow, Column], object]] = {
    int(Qt.ItemDataRole.DisplayRole): _shown,
    int(Qt.ItemDataRole.EditRole): lambda row, _column: row.title,
    int(Qt.ItemDataRole.AccessibleTextRole): _said,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    ROW: lambda row, _column: row,
}
