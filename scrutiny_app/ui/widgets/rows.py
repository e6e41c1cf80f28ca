"""Rows of a list: a title, a bold stretch or a line below it, and a short figure at the right."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme

ROW = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _EDGE = 8, 2
# So much stands before the words found that these are on the first line
_BEFORE = 22

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows: ``before`` and ``after`` stand around ``words``, the bold stretch.

    ``below`` is a second, smaller line.
    """

    words: str
    figure: str = ""
    before: str = ""
    after: str = ""
    strong: bool = False
    below: str = ""

    @property
    def is_passage(self) -> bool:
        """Whether it shows a stretch of text, which takes two lines."""
        return bool(self.before or self.after)


class RowDelegate(QStyledItemDelegate):
    """Paints rows in the theme's colours; the model gives a ``Row`` under the role ``ROW``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        tall = isinstance(row, Row) and (row.is_passage or row.below)
        return QSize(80, self._theme.length(46 if tall else 30))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        self._ground(painter, rect, state)
        tokens = self._theme.tokens
        inner = rect.adjusted(_PAD, 0, -_PAD - 2, 0)
        font = QFont(option.font)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        right = Qt.AlignmentFlag.AlignRight
        if row.is_passage:
            inner.adjust(0, _PAD // 2, 0, 0)
            painter.drawText(inner, int(right | Qt.AlignmentFlag.AlignTop), row.figure)
        else:
            painter.drawText(inner, int(right | Qt.AlignmentFlag.AlignVCenter), row.figure)
        used = QFontMetrics(font).horizontalAdvance(row.figure)
        inner.adjust(0, 0, -used - _PAD if used else 0, 0)
        if row.is_passage:
            self._passage(painter, inner, row, font)
        else:
            self._title(painter, inner, row, font)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        tokens = self._theme.tokens
        colour = edge = ""
        if state & QStyle.StateFlag.State_Selected:
            colour, edge = tokens.selected, tokens.selected_edge
        elif state & QStyle.StateFlag.State_MouseOver:
            colour = edge = tokens.hover
        if colour:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(edge), _EDGE))
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -2, -2), 6, 6)

    def _title(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        if row.strong:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.text))
        if not row.below:
            self._line(painter, rect, row.words)
            return
        middle, height = rect.center().y() + 1, QFontMetrics(font).height()
        self._line(painter, QRect(rect.left(), middle - height, rect.width(), height), row.words)
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(max(9, round(font.pixelSize() * 0.92)))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        self._line(painter, QRect(rect.left(), middle, rect.width(), height), row.below)

    @staticmethod
    def _line(painter: QPainter, rect: QRect, words: str) -> None:
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _passage(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        """Draw two lines of text around the words that were found."""
        tokens = self._theme.tokens
        before = (
            row.before[-_BEFORE:].partition(" ")[2] if len(row.before) > _BEFORE else row.before
        )
        text = QTextDocument()
        text.setDefaultFont(font)
        text.setDocumentMargin(0)
        text.setTextWidth(rect.width())
        text.setHtml(
            f'<span style="color:{tokens.muted}">{escape(before)}</span>'
            f'<b style="color:{tokens.text}">{escape(row.words)}</b>'
            f'<span style="color:{tokens.muted}">{escape(row.after)}</span>'
        )
        painter.translate(rect.topLeft())
        two_lines = 2 * QFontMetrics(font).lineSpacing() + 1
        text.drawContents(painter, QRectF(0, 0, rect.width(), two_lines))
