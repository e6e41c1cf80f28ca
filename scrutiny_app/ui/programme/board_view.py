"""The board: arrows move the focus, Alt and arrows the item, and so does dragging."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView
from typing_extensions import override

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.lanes import LaneKey
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.ui.programme.board_cells import (
    CARD,
    GAP,
    LANE_WIDTH,
    BoardHeader,
    CardDelegate,
    paint_lane,
)
from scrutiny_app.ui.programme.board_model import KIND, BoardModel
from scrutiny_app.ui.programme.programme_desk import ProgrammeDesk

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoardView(QTableView):
    """``picked`` carries the chosen item or None, ``opened`` follows Enter and F2.

    ``moves`` carries an item and the column it is to go to, ``places`` an item and its new place.
    """

    picked = Signal(object)
    opened = Signal(object)
    moves = Signal(object, object)
    places = Signal(object, int)
    removes = Signal()

    def __init__(self, desk: ProgrammeDesk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._reading = False
        self._over = -1
        self.cards = BoardModel()
        self._cells = CardDelegate(desk.theme)
        self.head = BoardHeader(desk.theme)
        self.setProperty("look", "board")
        self.setModel(self.cards)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.setAccessibleName("Board of the work programme")
        self.setAccessibleDescription(
            "A column a meeting. Arrow keys go from item to item; Alt and an arrow key moves the "
            "item to another meeting, or up and down; Enter opens it."
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(desk.may_write)
        self.setAcceptDrops(desk.may_write)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda _index: self._open())
        self.selectionModel().currentChanged.connect(lambda *_indexes: self._pick())
        desk.theme.changed.connect(self._fit)
        self._fit()

    @property
    def item(self) -> ProgrammeItem | None:
        """The item that has the focus."""
        return self.cards.item(self.currentIndex())

    @property
    def lane(self) -> LaneKey | None:
        """The column that has the focus."""
        index = self.currentIndex()
        return self.cards.lanes[index.column()].key if index.isValid() else None

    def read(self, desk: ProgrammeDesk, late: frozenset[ProgrammeItemId]) -> None:
        """Show the board as it was read; the focus stays with its item."""
        index, item = self.currentIndex(), desk.item
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        first = not self.cards.lanes
        self._reading = True
        self.head.today = desk.today
        self.cards.show_lanes(desk.lanes, late)
        self._fit()
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        found = self.cards.find(item.id) if item else QModelIndex()
        if not found.isValid():
            found = self._near(index.row(), index.column()) if not first else self._begin(desk)
        self._go(found)
        self._reading = False

    def show_item(self, item: ProgrammeItemId) -> None:
        """Give the focus to an item."""
        self._go(self.cards.find(item))

    def shift(self, by: int) -> None:
        """Ask to move the chosen item so many columns on."""
        item, column = self.item, self.currentIndex().column() + by
        if item is not None and 0 <= column < len(self.cards.lanes):
            self.moves.emit(item, self.cards.lanes[column].key)

    def rise(self, by: int) -> None:
        """Ask to move the chosen item so many places down its column; up with a minus."""
        item, row = self.item, self.currentIndex().row() + by
        lane = self.cards.lanes[self.currentIndex().column()] if item else None
        if item is not None and lane is not None and 0 <= row < len(lane.items):
            self.places.emit(item, row)

    # --- the focus ---

    def _begin(self, desk: ProgrammeDesk) -> QModelIndex:
        """Return the first card of the next meeting, where work begins."""
        coming = (
            place
            for place, lane in enumerate(self.cards.lanes)
            if lane.day is not None and lane.day >= desk.today
        )
        index = self.cards.index(0, next(coming, 0))
        # The columns have their width only when the room around them is laid out
        QTimer.singleShot(0, self, self._centre)
        return index

    def _centre(self) -> None:
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _near(self, row: int, column: int) -> QModelIndex:
        column = max(0, min(column, len(self.cards.lanes) - 1))
        if not self.cards.lanes:
            return QModelIndex()
        last = max(0, len(self.cards.lanes[column].items) - 1)
        return self.cards.index(max(0, min(row, last)), column)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)

    def _open(self) -> None:
        self.opened.emit(self.item)

    def _pick(self) -> None:
        if not self._reading:
            self.picked.emit(self.item)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        now = self.currentIndex()
        move = QAbstractItemView.CursorAction
        if not now.isValid():
            return self._near(0, 0)
        across = {move.MoveLeft: -1, move.MoveRight: 1}.get(action)
        if across is not None:
            return self._near(now.row(), now.column() + across)
        if action is move.MoveHome:
            return self._near(0, now.column())
        if action is move.MoveEnd:
            return self._near(len(self.cards.lanes[now.column()].items), now.column())
        return super().moveCursor(action, modifiers)

    @override
    def event(self, event: QEvent) -> bool:
        # Alt and an arrow goes back and forward everywhere else in the window
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_move(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_move(event):
            across, down = _ARROWS[Qt.Key(event.key())]
            if across:
                self.shift(across)
            else:
                self.rise(down)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._open()
        elif event.key() == Qt.Key.Key_Delete:
            self.removes.emit()
        else:
            super().keyPressEvent(event)

    # --- dragging ---

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(KIND):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._light(self.columnAt(event.position().toPoint().x()))
        if self._over >= 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(-1)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._light(-1)
        key = ProgrammeItemId(bytes(event.mimeData().data(KIND).data()).decode())
        event.acceptProposedAction()
        self.drop(key, event.position().toPoint())

    def drop(self, key: ProgrammeItemId, at: QPoint) -> None:
        """Let an item fall at a point: into another column, or to another place in its own."""
        source, column = self.cards.find(key), self.columnAt(at.x())
        item = self.cards.item(source)
        if item is None or column < 0:
            return
        if column != source.column():
            self.moves.emit(item, self.cards.lanes[column].key)
            return
        row = self.rowAt(at.y())
        last = len(self.cards.lanes[column].items) - 1
        self.places.emit(item, last if row < 0 else min(row, last))

    def _light(self, column: int) -> None:
        if column != self._over:
            self._over = column
            self.viewport().update()

    # --- the look ---

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for column in range(len(self.cards.lanes)):
            left, wide = self.columnViewportPosition(column), self.columnWidth(column)
            box = QRect(left + GAP, -20, wide - 2 * GAP, self.viewport().height() + 20)
            paint_lane(painter, box, self._theme, wanted=column == self._over)
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the columns the width there is, and at least what a card needs."""
        self.verticalHeader().setDefaultSectionSize(self._theme.length(CARD))
        columns = len(self.cards.lanes)
        if columns:
            wide = max(self._theme.length(LANE_WIDTH), self.viewport().width() // columns)
            for column in range(columns):
                self.setColumnWidth(column, wide)


def _is_move(event: QKeyEvent) -> bool:
    alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
    return alt and event.key() in _ARROWS
