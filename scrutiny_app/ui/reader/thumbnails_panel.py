"""Pages in small, drawn only when they come into view."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.tiles import Tile, tiles_of
from scrutiny_app.ui.widgets.rows import Index

_WIDTH, _HEIGHT, _PAD = 106, 150, 9


class _Pages(QAbstractListModel):
    """One row a page."""

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        document = self._reading.document
        return document.pages if document and not parent.isValid() else 0

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        document = self._reading.document
        spoken = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if document is None or role not in spoken:
            return None
        label = document.labels[index.row()]
        return label if role == Qt.ItemDataRole.DisplayRole else f"Page {label}"


class _Painter(QStyledItemDelegate):
    """Paints one small page and its label."""

    def __init__(self, panel: ThumbnailsPanel, reading: Reading, theme: Theme) -> None:
        super().__init__(panel)
        self._panel = panel
        self._reading = reading
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        label = self._theme.length(22)
        return QSize(_WIDTH + 2 * _PAD, _HEIGHT + label + _PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        document = self._reading.document
        if document is None:
            return
        painter.save()
        tokens, rect, page = self._theme.tokens, option.rect, index.row()
        size = small_size(document.sizes[page])
        left = rect.center().x() - size.width() // 2
        box = QRect(left, rect.top() + _PAD, size.width(), size.height())
        painter.fillRect(box, QColor("#ffffff"))
        picture = self._reading.shelf.get(self._panel.tile(page))
        if picture is not None:
            painter.drawImage(box, picture)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line), 3 if chosen else 1))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.setPen(QColor(tokens.accent_strong if chosen else tokens.muted))
        label = QRect(rect.left(), box.bottom() + 4, rect.width(), self._theme.length(18))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), document.labels[page])
        painter.restore()


class ThumbnailsPanel(QListView):
    """Pages in small; ``chosen`` tells the page that is picked, counted from 0."""

    chosen = Signal(int)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages in small")
        self.setAccessibleDescription("Every page of this file; Enter shows one")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self._reading = reading
        self._pages = _Pages(reading, self)
        self.setModel(self._pages)
        self.setItemDelegate(_Painter(self, reading, theme))
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))
        self.verticalScrollBar().valueChanged.connect(self._wish)
        reading.drawn.connect(lambda _page: self.viewport().update())
        reading.opened.connect(self._reset)
        reading.closed.connect(self._reset)

    def mark_page(self, page: int) -> None:
        """Show which page is read."""
        if not self.hasFocus():
            self.setCurrentIndex(self._pages.index(page))
            self.scrollTo(self._pages.index(page))

    def tile(self, page: int) -> Tile:
        """Return the tile that shows a page in small."""
        document = self._reading.document
        ratio = self.devicePixelRatioF()
        size = small_size(document.sizes[page] if document else (1, 1))
        pixels = (round(size.width() * ratio), round(size.height() * ratio))
        return tiles_of(page, pixels, 0, (0, pixels[1]), dark=False)[0]

    @override
    def showEvent(self, event: object) -> None:
        self._wish()

    @override
    def hideEvent(self, event: object) -> None:
        self._reading.wish("small", ())

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._wish()

    def _reset(self) -> None:
        self._pages.beginResetModel()
        self._pages.endResetModel()
        self._wish()

    def _wish(self) -> None:
        """Have the pages in view drawn, after those that are read."""
        document = self._reading.document
        if not self.isVisible() or document is None:
            return
        first = self.indexAt(self.viewport().rect().topLeft() + self.viewport().rect().center() / 8)
        start = max(0, first.row())
        across = max(1, self.viewport().width() // (_WIDTH + 2 * _PAD))
        count = across * (self.viewport().height() // _HEIGHT + 2)
        pages = range(max(0, start - across), min(document.pages, start + count))
        self._reading.wish("small", [self.tile(page) for page in pages])


def small_size(size: tuple[float, float]) -> QSize:
    """Return the size of a page in small, in logical pixels."""
    scale = min(_WIDTH / size[0], _HEIGHT / size[1])
    return QSize(max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
