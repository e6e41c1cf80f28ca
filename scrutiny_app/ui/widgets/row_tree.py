"""A tree of painted rows, whose branches open by keyboard, click and chevron."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.rows import ROW, Index, Row, RowDelegate


class RowTree(QTreeView):
    """A tree of rows; each item also speaks, since painted text is mute to a screen reader."""

    def __init__(self, theme: Theme, name: str, tells: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(tells)
        self.setHeaderHidden(True)
        self.setMouseTracking(True)
        self.setIndentation(theme.length(16))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RowDelegate(theme, self))
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        theme.changed.connect(self._restyle)

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if not self.items.hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(self._own(index)) else "chevron-right"
        size = self._theme.length(14)
        picture = icon_pixmap(name, self._theme.tokens.muted, size, self.devicePixelRatioF())
        at = QPointF(rect.right() - size, rect.center().y() - size / 2 + 1)
        painter.drawPixmap(at, picture)

    def _own(self, index: Index) -> QModelIndex:
        return self.items.index(index.row(), 0, index.parent())

    def _restyle(self) -> None:
        self.setIndentation(self._theme.length(16))
        self.doItemsLayout()


def row_item(row: Row, said: str) -> QStandardItem:
    """Return an item for a row; ``said`` is what a screen reader and a tool tip say of it."""
    item = QStandardItem(row.words)
    item.setData(row, ROW)
    item.setData(said, int(Qt.ItemDataRole.AccessibleTextRole))
    item.setToolTip(said)
    return item
