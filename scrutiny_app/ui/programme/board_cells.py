"""How the board is painted: the heads of its columns, and its cards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from scrutiny_app.domain.programme.board import BoardCheck
from scrutiny_app.domain.programme.lanes import Lane, lane_name
from scrutiny_app.domain.programme.programme import ProgrammeItem
from scrutiny_app.domain.wording import WEEKDAYS, long_date
from scrutiny_app.ui.programme.board_model import ITEM, LANE, LATE
from scrutiny_app.ui.programme.words import CHECKS, Mark, capacity_words, marks, under_title
from scrutiny_app.ui.theme.icons import paint_icon
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import chip_font, paint_chip

CARD, HEAD, LANE_WIDTH, GAP = 104, 76, 214, 5
_PAD, _ROUND = 10, 8
_ICONS = {
    BoardCheck.CAPACITY: "circle-alert",
    BoardCheck.GAP: "circle-dashed",
    BoardCheck.CLASH: "triangle-alert",
    BoardCheck.OVERDUE: "clock-alert",
}

Index = QModelIndex | QPersistentModelIndex


def paint_lane(painter: QPainter, box: QRect, theme: Theme, *, wanted: bool = False) -> None:
    """Paint the ground of a column; ``wanted`` while something is dragged over it."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.focus if wanted else tokens.line), 2 if wanted else 1))
    painter.setBrush(QColor(tokens.card))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


class BoardHeader(QHeaderView):
    """A meeting's day, how full it is, and what there is to look at, each with its icon."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.today = date.min
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.length(HEAD))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        lane = self.model().headerData(section, Qt.Orientation.Horizontal, LANE)
        if not isinstance(lane, Lane):
            return
        painter.save()
        box = rect.adjusted(GAP, 0, -GAP, 20)
        painter.setClipRect(rect)
        paint_lane(painter, box, self._theme)
        pad = self._theme.length(_PAD)
        inner = rect.adjusted(GAP + pad, pad, -GAP - pad, 0)
        self._day(painter, inner, lane)
        self._fullness(painter, inner, lane)
        self._checks(painter, inner, lane)
        painter.restore()

    def _day(self, painter: QPainter, box: QRect, lane: Lane) -> None:
        tokens = self._theme.tokens
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        words, aside = lane_name(lane.key), ""
        if lane.day is not None:
            words = long_date(lane.day, "{day} {month}")
            aside = WEEKDAYS[lane.day.weekday()][:3]
        over = lane.day is not None and lane.day < self.today
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted if over else tokens.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), words)
        painter.setFont(self._small())
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), "held" if over else aside)

    def _fullness(self, painter: QPainter, box: QRect, lane: Lane) -> None:
        painter.setFont(self._small())
        painter.setPen(QColor(self._theme.tokens.muted))
        painter.drawText(
            box.adjusted(0, self._theme.length(20), 0, 0),
            int(Qt.AlignmentFlag.AlignLeft),
            capacity_words(lane),
        )

    def _checks(self, painter: QPainter, box: QRect, lane: Lane) -> None:
        tokens, small = self._theme.tokens, self._small()
        painter.setFont(small)
        size, left = self._theme.length(13), box.left()
        line = box.adjusted(0, self._theme.length(38), 0, 0)
        for check in lane.checks:
            colour = tokens.muted if check is BoardCheck.GAP else tokens.warn
            at = QPointF(left, line.top() + self._theme.length(1))
            paint_icon(painter, at, _ICONS[check], colour, size)
            left += size + self._theme.length(4)
            painter.setPen(QColor(colour))
            line.setLeft(left)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), CHECKS[check])
            left += QFontMetrics(small).horizontalAdvance(CHECKS[check]) + self._theme.length(10)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.length(12))
        font.setWeight(QFont.Weight.Normal)
        return font


class CardDelegate(QStyledItemDelegate):
    """A title of up to two lines, a line on who and how, and chips."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        words = index.data()
        if words is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole: QRect = option.rect
        edge = self._theme.length(6)
        box = whole.adjusted(GAP + edge, 0, -GAP - edge, -edge)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setFont(option.font)
        if isinstance(item, ProgrammeItem):
            self._ground(painter, box, chosen=chosen, focused=focused, closed=item.stage.closed)
            self._card(painter, box, item, late=bool(index.data(LATE)))
        else:
            self._empty(painter, box, str(words), focused=focused)
        painter.restore()

    def _ground(
        self, painter: QPainter, box: QRect, *, chosen: bool, focused: bool, closed: bool
    ) -> None:
        tokens = self._theme.tokens
        plain = tokens.card if closed else tokens.ground
        painter.setBrush(QColor(tokens.selected if chosen else plain))
        painter.setPen(QPen(QColor(tokens.focus if focused else tokens.line), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        if chosen and not focused:
            path = QPainterPath()
            path.addRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
            painter.setClipPath(path)
            painter.fillRect(QRect(box.left(), box.top(), 4, box.height()), QColor(tokens.accent))
            painter.setClipping(False)

    def _empty(self, painter: QPainter, box: QRect, words: str, *, focused: bool) -> None:
        tokens = self._theme.tokens
        pen = QPen(QColor(tokens.focus if focused else tokens.edge), 2 if focused else 1)
        pen.setStyle(Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _card(self, painter: QPainter, box: QRect, item: ProgrammeItem, *, late: bool) -> None:
        tokens, pad = self._theme.tokens, self._theme.length(_PAD)
        inner = box.adjusted(pad, self._theme.length(7), -pad, 0)
        bold, small = QFont(painter.font()), QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(self._theme.length(12))
        painter.setFont(bold)
        painter.setPen(QColor(tokens.muted if item.stage.closed else tokens.text))
        height = QFontMetrics(bold).lineSpacing()
        for line in _two_lines(item.title, bold, inner.width()):
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), line)
            inner.setTop(inner.top() + height)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        under = QFontMetrics(small).elidedText(
            under_title(item), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft), under)
        painter.setFont(small)
        chips = QRect(inner)
        chips.setTop(box.bottom() - self._theme.length(26))
        chips.setHeight(self._theme.length(20))
        self._chips(painter, chips, marks(item, {item.id} if late else ()))

    def _chips(self, painter: QPainter, box: QRect, words: Sequence[Mark]) -> None:
        gap = self._theme.length(4)
        metrics = QFontMetrics(chip_font(painter.font()))
        for place, mark in enumerate(words):
            wide = metrics.horizontalAdvance(mark.word) + self._theme.length(16)
            if place and wide > box.width():
                painter.setPen(QColor(self._theme.tokens.muted))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"+{len(words) - place}")
                return
            used = paint_chip(painter, box, mark.word, mark.tone, self._theme)
            box.setLeft(box.left() + used + gap)


def _two_lines(words: str, font: QFont, width: int) -> list[str]:
    """Return a title on one or two lines; what does not fit ends in dots."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    taken = line.textLength()
    layout.endLayout()
    rest = words[taken:].strip()
    if not rest:
        return [words]
    elided = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [words[:taken].rstrip(), elided]
