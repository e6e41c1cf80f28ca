"""The board as a table: a column a meeting, an item a cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.lanes import Lane, Waiting, lane_name
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.ui.programme.words import card_said, lane_said

ITEM = int(Qt.ItemDataRole.UserRole) + 1
LATE = int(Qt.ItemDataRole.UserRole) + 2
LANE = int(Qt.ItemDataRole.UserRole) + 3
KIND = "application/x-scrutiny-programme-item"
_NO_INDEX = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class BoardModel(QAbstractTableModel):
    """Columns of unequal length; the first cell of an empty one says that it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self.lanes: Sequence[Lane] = ()
        self._late: Collection[ProgrammeItemId] = frozenset()

    def show_lanes(self, lanes: Sequence[Lane], late: Collection[ProgrammeItemId]) -> None:
        """Show these columns; ``late`` are the items that are overdue."""
        self.beginResetModel()
        self.lanes = tuple(lanes)
        self._late = late
        self.endResetModel()

    def item(self, index: Index) -> ProgrammeItem | None:
        """Return the item of a cell, None for an empty one."""
        if not index.isValid():
            return None
        items = self.lanes[index.column()].items
        return items[index.row()] if index.row() < len(items) else None

    def find(self, item: ProgrammeItemId) -> QModelIndex:
        """Return where an item stands; no index if it is not on the board."""
        for column, lane in enumerate(self.lanes):
            for row, one in enumerate(lane.items):
                if one.id == item:
                    return self.index(row, column)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        if parent.isValid() or not self.lanes:
            return 0
        return max(1, *(len(lane.items) for lane in self.lanes))

    @override
    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.lanes)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        item = self.item(index)
        if item is None:
            empty = index.isValid() and not index.row() and not self.lanes[index.column()].items
            return flag.ItemIsEnabled | flag.ItemIsSelectable if empty else flag.NoItemFlags
        drag = flag.NoItemFlags if item.stage.closed else flag.ItemIsDragEnabled
        return flag.ItemIsEnabled | flag.ItemIsSelectable | drag

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        item = self.item(index)
        if item is None:
            return self._of_nothing(index, role)
        lane = self.lanes[index.column()]
        return {
            int(Qt.ItemDataRole.DisplayRole): item.title,
            ITEM: item,
            LATE: item.id in self._late,
            LANE: lane,
            int(Qt.ItemDataRole.AccessibleTextRole): card_said(item, lane, self._late),
            int(Qt.ItemDataRole.ToolTipRole): card_said(item, lane, self._late),
        }.get(role)

    def _of_nothing(self, index: Index, role: int) -> object:
        if not index.isValid() or index.row() or self.lanes[index.column()].items:
            return None
        lane = self.lanes[index.column()]
        words = "Nothing waits here" if isinstance(lane.key, Waiting) else "Nothing planned"
        return {
            int(Qt.ItemDataRole.DisplayRole): words,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{lane_name(lane.key)}: {words}",
            LANE: lane,
        }.get(role)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.lanes):
            return None
        lane = self.lanes[section]
        return {
            int(Qt.ItemDataRole.DisplayRole): lane_name(lane.key),
            int(Qt.ItemDataRole.AccessibleTextRole): lane_said(lane),
            int(Qt.ItemDataRole.ToolTipRole): lane_said(lane),
            LANE: lane,
        }.get(role)

    # --- dragging ---

    @override
    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    @override
    def mimeTypes(self) -> list[str]:
        return [KIND]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        item = next((one for one in map(self.item, indexes) if one is not None), None)
        if item is not None:
            data.setData(KIND, item.id.encode())
        return data
