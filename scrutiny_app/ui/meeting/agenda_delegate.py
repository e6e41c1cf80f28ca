"""Paints the rows of an agenda: two lines, a chip, figures, and how ready each is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from scrutiny_app.ui.meeting.agenda_model import ROW, Column, Index
from scrutiny_app.ui.meeting.agenda_rows import AgendaRow, Mark, RowSort
from scrutiny_app.ui.theme.icons import paint_icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import paint_chip

ICONS: Mapping[Mark, str] = {
    Mark.READY: "circle-check",
    Mark.LOOK: "triangle-alert",
    Mark.DRAFT: "circle-dot-dashed",
    Mark.TO_FOLLOW: "circle-dashed",
    Mark.PROBLEM: "circle-alert",
    Mark.BUSY: "loader",
    Mark.REFUSED: "circle-x",
}
_NUMBER, _PAPER_NUMBER, _INDENT = 26, 32, 18
_NO_HEIGHT = QSize(0, 0)
_TALL, _LOW, _COMPACT_TALL, _COMPACT_LOW = 46, 34, 40, 29


def mark_colour(mark: Mark, theme: Theme) -> str:
    """Return the colour of a mark's icon."""
    tokens = theme.tokens
    return {
        Mark.READY: tokens.good,
        Mark.LOOK: tokens.warn,
        Mark.DRAFT: tokens.warn,
        Mark.TO_FOLLOW: tokens.muted,
        Mark.PROBLEM: tokens.bad,
        Mark.BUSY: tokens.accent,
        Mark.REFUSED: tokens.bad,
    }[mark]


class AgendaDelegate(QStyledItemDelegate):
    """``compact`` rows are lower, for small screens."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.compact = False

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() != Column.ITEM:
            return _NO_HEIGHT
        row = index.data(ROW)
        two = isinstance(row, AgendaRow) and bool(row.below)
        high, low = (_COMPACT_TALL, _COMPACT_LOW) if self.compact else (_TALL, _LOW)
        return QSize(60, self._theme.length(high if two else low))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, AgendaRow):
            return
        painter.save()
        painter.setFont(option.font)
        rect: QRect = option.rect
        draw = {Column.ITEM: self._words, Column.KIND: self._chip, Column.READY: self._mark}
        draw.get(Column(index.column()), self._figure)(painter, rect, row, str(index.data() or ""))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: AgendaRow, _told: str) -> None:
        length, tokens = self._theme.length, self._theme.tokens
        is_item = row.sort is RowSort.ITEM
        strong, small = QFont(painter.font()), QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold if is_item else QFont.Weight.Normal)
        small.setPixelSize(max(9, round(small.pixelSize() * 0.92)))
        above, under = QFontMetrics(strong).height(), QFontMetrics(small).height()
        left = rect.left() + length(4 if is_item else _INDENT)
        top = rect.center().y() - (above + (under if row.below else 0)) // 2
        number = QRect(left, top, length(_NUMBER if is_item else _PAPER_NUMBER), above)
        painter.setFont(strong)
        painter.setPen(QColor(tokens.text if is_item else tokens.muted))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), row.number)
        words = QRect(number.right() + 1, top, rect.right() - number.right() - length(8), above)
        painter.setPen(QColor(tokens.text))
        _elided(painter, words, row.title)
        if row.below:
            painter.setFont(small)
            bad = row.mark is Mark.REFUSED
            painter.setPen(QColor(tokens.bad if bad else tokens.muted))
            _elided(painter, QRect(words.left(), top + above, words.width(), under), row.below)

    def _chip(self, painter: QPainter, rect: QRect, row: AgendaRow, told: str) -> None:
        inner = rect.adjusted(self._theme.length(2), 0, -self._theme.length(2), 0)
        paint_chip(painter, inner, told, row.tone, self._theme)

    def _figure(self, painter: QPainter, rect: QRect, _row: AgendaRow, told: str) -> None:
        painter.setPen(
            QColor(
                self._theme.tokens.muted
                if len(told) <= 1 and not told.isdigit()
                else self._theme.tokens.text
            )
        )
        inner = rect.adjusted(0, 0, -self._theme.length(8), 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        shown = QFontMetrics(painter.font()).elidedText(
            told, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(right), shown)

    def _mark(self, painter: QPainter, rect: QRect, row: AgendaRow, _told: str) -> None:
        size = self._theme.length(17)
        at = QPointF(rect.center().x() - size / 2 + 1, rect.center().y() - size / 2)
        paint_icon(painter, at, ICONS[row.mark], mark_colour(row.mark, self._theme), size)

    # --- editing the title in its row ---

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName("Title")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(int(Qt.ItemDataRole.EditRole))))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), int(Qt.ItemDataRole.EditRole))

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = index.data(ROW)
        rect: QRect = option.rect
        if isinstance(row, AgendaRow):
            length = self._theme.length
            is_item = row.sort is RowSort.ITEM
            indent = length(4 + _NUMBER) if is_item else length(_INDENT + _PAPER_NUMBER)
            height = length(30)
            top = rect.center().y() - height // 2
            editor.setGeometry(
                QRect(rect.left() + indent - length(8), top, rect.width() - indent, height)
            )

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Tab in a title end it as Enter does, instead of opening the next title."""
        tab = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if tab and event.type() is QEvent.Type.KeyPress and isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        return super().eventFilter(editor, event)


def _elided(painter: QPainter, rect: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
