"""Cells of a list that are painted: a title with a line below it, and a chip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from scrutiny_app.ui.theme.icons import paint_icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone, paint_chip
from scrutiny_app.ui.widgets.status_list import State, state_colour, state_icon

CELL = int(Qt.ItemDataRole.UserRole) + 2
HEADS = int(Qt.ItemDataRole.UserRole) + 4
_PAD, _ICON = 8, 17

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What a painted cell shows: words, a smaller line below them, or a chip where it has a tone.

    ``faint`` is for a record that is not in force any more; ``state`` puts its icon before the
    words.
    """

    words: str
    below: str = ""
    tone: Tone | None = None
    faint: bool = False
    state: State | None = None


class CellDelegate(QStyledItemDelegate):
    """Paints the cells that their model describes under the role ``CELL``, the rest as usual."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(HEADS) and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(self._theme.tokens.side))
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        painter.save()
        painter.setFont(option.font)
        pad = self._theme.length(_PAD)
        inner: QRect = option.rect.adjusted(pad, 0, -pad, 0)
        if cell.state is not None:
            inner.setLeft(inner.left() + self._icon(painter, inner, cell.state) + pad)
        if cell.tone is not None:
            if cell.words:
                paint_chip(painter, inner, cell.words, cell.tone, self._theme)
        else:
            self._lines(painter, inner, cell)
        painter.restore()

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(HEADS):
            option.font.setWeight(QFont.Weight.DemiBold)

    def _icon(self, painter: QPainter, rect: QRect, state: State) -> int:
        """Paint the icon of a state at the left; return the room it takes."""
        size = self._theme.length(_ICON)
        colour = state_colour(state, self._theme.tokens)
        at = QPointF(rect.left(), rect.center().y() + 1 - size / 2)
        paint_icon(painter, at, state_icon(state), colour, size)
        return size

    def _lines(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        tokens = self._theme.tokens
        strong, small = QFont(painter.font()), QFont(painter.font())
        if cell.state is None:
            strong.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(max(9, round(small.pixelSize() * 0.92)))
        above, under = QFontMetrics(strong).height(), QFontMetrics(small).height()
        top = rect.center().y() - (above + (under if cell.below else 0)) // 2
        for words, font, colour, height in (
            (cell.words, strong, tokens.muted if cell.faint else tokens.text, above),
            (cell.below, small, tokens.muted, under),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = QRect(rect.left(), top, rect.width(), height)
            right = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(words, right, rect.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height
