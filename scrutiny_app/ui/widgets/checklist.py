"""A list of how things stand: an icon in its colour, words that wrap, and a quieter line below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from scrutiny_app.ui.theme.icons import paint_icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.status_list import StatusLine, state_colour, state_icon

LINE = int(Qt.ItemDataRole.UserRole) + 3
_ICON, _GAP, _PAD, _EDGE = 17, 10, 5, 6
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
_HIGH = 10_000

Index = QModelIndex | QPersistentModelIndex


class Checklist(QListWidget):
    """A ``StatusList`` that the keyboard walks through, of any length.

    ``picked`` carries the key of a line on click or Enter. ``joined`` draws a thread of time.

    ``snug``: the list is as high as its lines, and its card scrolls instead.
    """

    picked = Signal(str)

    def __init__(
        self, theme: Theme, name: str, *, joined: bool = False, snug: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._snug = snug
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(theme, self, joined=joined))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        if snug:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)
        theme.changed.connect(self._fit)

    def show_lines(self, lines: Sequence[StatusLine]) -> None:
        """Show lines; the chosen place stays."""
        before = [self.item(place).data(LINE) for place in range(self.count())]
        if before == list(lines):
            return
        place = self.currentRow()
        self.clear()
        for line in lines:
            item = QListWidgetItem()
            item.setData(LINE, line)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), line.said)
            # Complete, or the list would be told of every word that is set
            self.addItem(item)
        if 0 <= place < self.count():
            self.setCurrentRow(place)
        self._fit()

    def _pick(self, item: QListWidgetItem) -> None:
        line = item.data(LINE)
        if isinstance(line, StatusLine) and line.key:
            self.picked.emit(line.key)

    def _fit(self) -> None:
        self.doItemsLayout()
        if self._snug:
            high = sum(self.sizeHintForRow(place) for place in range(self.count()))
            self.setFixedHeight(high + 2 * self.frameWidth() + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, owner: Checklist, *, joined: bool) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner
        self._joined = joined

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        width = self._owner.viewport().width()
        if not isinstance(line, StatusLine):
            return QSize(width, self._theme.length(24))
        words, below = self._boxes(line, option.font, QRect(0, 0, width, _HIGH))
        return QSize(width, words.height() + below.height() + 2 * self._theme.length(_PAD))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, StatusLine):
            return
        tokens, rect = self._theme.tokens, option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected and self._owner.hasFocus():
            painter.fillRect(rect, QColor(tokens.selected))
        elif state & QStyle.StateFlag.State_MouseOver and line.key:
            painter.fillRect(rect, QColor(tokens.side))
        self._icon(painter, rect, line, last=index.row() == self._owner.count() - 1)
        words, below = self._boxes(line, option.font, rect)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(words, _WRAPPED, line.words)
        painter.setFont(_small(option.font))
        colour = state_colour(line.state, tokens) if line.urgent else tokens.muted
        painter.setPen(QColor(colour))
        painter.drawText(below, _WRAPPED, line.below)
        painter.restore()

    def _icon(self, painter: QPainter, rect: QRect, line: StatusLine, *, last: bool) -> None:
        length = self._theme.length
        size = length(_ICON)
        left, top = rect.left() + length(_EDGE), rect.top() + length(_PAD)
        if self._joined and not last:
            painter.setPen(QColor(self._theme.tokens.line))
            middle = left + size // 2
            painter.drawLine(middle, top + size + 3, middle, rect.bottom() + length(_PAD) - 3)
        colour = state_colour(line.state, self._theme.tokens)
        paint_icon(painter, QPointF(left, top), state_icon(line.state), colour, size)

    def _boxes(self, line: StatusLine, font: QFont, rect: QRect) -> tuple[QRect, QRect]:
        length = self._theme.length
        left = rect.left() + length(_EDGE + _ICON + _GAP)
        width = max(40, rect.right() - left - length(_EDGE))
        top = rect.top() + length(_PAD)
        words = QFontMetrics(font).boundingRect(
            QRect(left, top, width, _HIGH), _WRAPPED, line.words
        )
        if not line.below:
            return words, QRect(left, words.bottom(), 0, 0)
        under = QRect(left, words.bottom() + 1, width, _HIGH)
        below = QFontMetrics(_small(font)).boundingRect(under, _WRAPPED, line.below)
        return words, below


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(9, round(font.pixelSize() * 0.92)))
    return small
