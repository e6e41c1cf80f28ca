"""The tree of an agenda: chosen, opened, edited, moved and dropped upon by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.ui.meeting.agenda_delegate import AgendaDelegate
from scrutiny_app.ui.meeting.agenda_model import OWN_ROWS, AgendaModel, Column, Index
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow
from scrutiny_app.ui.theme.icons import icon_pixmap
from scrutiny_app.ui.theme.theme import Theme

_WIDTHS = {Column.KIND: 88, Column.PAGES: 76, Column.COUNT: 52, Column.READY: 54}
_INDENT = 20


class AgendaTree(QTreeView):
    """``chosen`` carries the row that is current; ``pasted`` the paths of files.

    ``row_dropped`` carries the key of a row, ``files_dropped`` paths; then the place below a row,
    counting from 0 (-1: on it), and that row, None between items.

    ``picked`` says that somebody chose the current row; else it is the first, for want of a choice.
    """

    chosen = Signal(object)
    pasted = Signal(object)
    row_dropped = Signal(str, int, object)
    files_dropped = Signal(object, int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = AgendaModel(self)
        self._closed: set[str] = set()
        self._restoring = False
        self.picked = False
        self._hovered = QPersistentModelIndex()
        self.painter = AgendaDelegate(theme, self)
        self.setModel(self._model)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("Agenda")
        self.setAccessibleDescription(
            "Items with their papers. F2 edits a title, Alt+Up and Alt+Down move, Delete removes."
        )
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self._set_up_dragging()
        self._set_up_columns()
        self._model.dropped.connect(self._dropped)
        self.expanded.connect(self._opened)
        self.collapsed.connect(self._shut)
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self._restyle)

    @property
    def agenda_model(self) -> AgendaModel:
        """The rows."""
        return self._model

    @property
    def row(self) -> AgendaRow | None:
        """The current row."""
        return self._model.row_at(self.currentIndex())

    def show_rows(self, rows: tuple[AgendaRow, ...]) -> None:
        """Show rows; what was chosen and what was shut stays so."""
        before, picked = self.row, self.picked
        where = self.verticalScrollBar().value()
        self._restoring = True
        if self._model.show(rows):
            for place, row in enumerate(rows):
                self.setExpanded(self._model.index(place, 0), row.key not in self._closed)
            kept = before is not None and self.choose(before.key)
            if not kept and rows:
                self.choose(rows[0].key)
            self.picked = kept and picked
            self.verticalScrollBar().setValue(where)
        self._restoring = False
        if self.row != before:
            self.chosen.emit(self.row)

    def choose(self, key: str) -> bool:
        """Make the row with a key the current one; tell whether it is there."""
        index = self._model.index_of(key)
        if index.isValid():
            self.picked = True
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def reveal(self, key: str) -> None:
        """Bring a row into view and leave the chosen one chosen."""
        index = self._model.index_of(key)
        if index.isValid():
            self.expand(index.parent())
            self.scrollTo(index)

    def set_compact(self, *, compact: bool) -> None:
        """Show lower rows, or usual ones."""
        if compact != self.painter.compact:
            self.painter.compact = compact
            self.scheduleDelayedItemsLayout()

    # --- looks ---

    @override
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, option.rect
        own = self._model.index(index.row(), 0, index.parent())
        if self.selectionModel().isSelected(own):
            painter.fillRect(rect, QColor(tokens.selected))
            bar = QRect(rect.left(), rect.top(), self._theme.length(3), rect.height())
            painter.fillRect(bar, QColor(tokens.accent))
        elif self._hovered == QPersistentModelIndex(own):
            painter.fillRect(rect, QColor(tokens.side))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        super().drawRow(painter, option, index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        own = QPersistentModelIndex(index.siblingAtColumn(0))
        if own != self._hovered:
            self._hovered = own
            self.viewport().update()

    @override
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        own = self._model.index(index.row(), 0, index.parent())
        if not self._model.rowCount(own):
            return
        name = "chevron-down" if self.isExpanded(own) else "chevron-right"
        size = self._theme.length(15)
        picture = icon_pixmap(name, self._theme.tokens.muted, size, self.devicePixelRatioF())
        painter.drawPixmap(
            QPointF(rect.right() - size + 1, rect.center().y() - size / 2 + 0.5), picture
        )

    def _set_up_columns(self) -> None:
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(self._theme.length(40))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(Column.ITEM, QHeaderView.ResizeMode.Stretch)
        self._restyle()

    def _restyle(self) -> None:
        self.setIndentation(self._theme.length(_INDENT))
        for column, width in _WIDTHS.items():
            self.header().resizeSection(column, self._theme.length(width))
        self.doItemsLayout()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little room, the titles have it
        self.setColumnHidden(Column.COUNT, self.width() < self._theme.length(480))
        self.setColumnHidden(Column.KIND, self.width() < self._theme.length(380))

    # --- choosing ---

    def _current_changed(self, _index: QModelIndex, _before: QModelIndex) -> None:
        if not self._restoring:
            self.picked = True
            self.chosen.emit(self.row)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        # The current row becomes no other one by a click, yet is chosen by it
        self.picked = self.picked or self.indexAt(event.position().toPoint()).isValid()

    def _opened(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self._closed.discard(row.key)

    def _shut(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if row is not None:
            self._closed.add(row.key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        editing = self.state() is QAbstractItemView.State.EditingState
        if enter and not editing and self.currentIndex().isValid():
            self.edit(self._model.index_of(self.row.key if self.row else ""))
        elif event.matches(QKeySequence.StandardKey.Paste) and not editing:
            self._paste()
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files([url.toLocalFile() for url in data.urls()]) if data.hasUrls() else ()
        if paths:
            self.pasted.emit(paths)

    # --- dragging ---

    def _set_up_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setAutoExpandDelay(600)

    def _dropped(self, data: QMimeData, place: int, onto: AgendaRow | None) -> None:
        """Tell what was let go, once the drag is over: the rows may change then."""
        if data.hasFormat(OWN_ROWS):
            key = bytes(data.data(OWN_ROWS).data()).decode()
            QTimer.singleShot(0, self, lambda: self.row_dropped.emit(key, place, onto))
        elif data.hasUrls():
            paths = local_files([url.toLocalFile() for url in data.urls()])
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths, place, onto))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(OWN_ROWS) or data.hasUrls():
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()


def local_files(names: list[str]) -> tuple[Path, ...]:
    """Return those that are files here; of a folder, its files in the order of their names."""
    found: list[Path] = []
    for name in names:
        path = Path(name)
        if name and path.is_dir():
            found += sorted(one for one in path.iterdir() if one.is_file())
        elif name and path.is_file():
            found.append(path)
    return tuple(one for one in found if not one.name.startswith("."))
