"""Paints one day of a calendar: its number, why the offices are shut, and what is on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.widgets.chip import Tone, chip_colours

DAY = int(Qt.ItemDataRole.UserRole) + 3
# Narrower than this a cell shows its number or its mark, not both
_NARROW = 60

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ShownDay:
    """A day as it is painted: marks are words with a tone, ``off`` why it is no working day."""

    day: date
    marks: tuple[tuple[str, Tone], ...] = ()
    off: str = ""
    today: bool = False
    outside: bool = False


class DayPainter(QStyledItemDelegate):
    """Wide cells list what is on the day, narrow ones show a word in the place of the number."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day = index.data(DAY)
        if not isinstance(day, ShownDay):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        self._ground(painter, rect, day)
        if rect.width() < self._theme.length(_NARROW):
            self._narrow(painter, rect, day)
        else:
            self._wide(painter, rect, day)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(self._theme.tokens.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, day: ShownDay) -> None:
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.line))
        painter.setBrush(QColor(tokens.side if day.off or day.outside else tokens.card))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _narrow(self, painter: QPainter, rect: QRect, day: ShownDay) -> None:
        tokens = self._theme.tokens
        words, colour = str(day.day.day), QColor(tokens.muted)
        if day.marks:
            words, tone = day.marks[0]
            ground, colour = chip_colours(self._theme, tone)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
        font = QFont(painter.font())
        font.setPixelSize(max(8, round(font.pixelSize() * 0.85)))
        if day.marks or day.today:
            font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent) if day.today and not day.marks else colour)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _wide(self, painter: QPainter, rect: QRect, day: ShownDay) -> None:
        tokens, length = self._theme.tokens, self._theme.length
        font = QFont(painter.font())
        metrics = QFontMetrics(font)
        line = QRect(rect.left() + length(8), rect.top() + length(5), rect.width() - length(14), 0)
        line.setHeight(metrics.height())
        number = str(day.day.day)
        if day.today:
            font.setWeight(QFont.Weight.Bold)
            number = f"{number} today"
        painter.setFont(font)
        quiet = tokens.muted if day.outside or day.off else tokens.text
        painter.setPen(QColor(tokens.accent if day.today else quiet))
        painter.drawText(line, 0, number)
        used = QFontMetrics(font).horizontalAdvance(number)
        step = metrics.height() + length(6)
        line.translate(-length(3), metrics.height() + length(3))
        room = (rect.bottom() - line.top()) // max(1, step)
        beside = line.translated(length(3), -metrics.height() - length(3))
        if room < 1 and day.marks:
            # Too low for a line of its own, yet a meeting is never left out
            self._mark(painter, beside.adjusted(used + length(8), 0, 0, 0), *day.marks[0])
            return
        self._off(painter, beside, day, used)
        shown = list(day.marks)
        if len(shown) > room > 0:
            more = len(shown) - room + 1
            told = f"and {more} more" if room > 1 else f"{more} meetings"
            shown = [*shown[: room - 1], (told, Tone.PLAIN)]
        for words, tone in shown[: max(0, room)]:
            self._mark(painter, line, words, tone)
            line.translate(0, step)

    def _off(self, painter: QPainter, line: QRect, day: ShownDay, used: int) -> None:
        if not day.off or day.off.startswith(("Saturday", "Sunday")):
            return
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(max(8, round(font.pixelSize() * 0.88)))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.muted))
        place = line.adjusted(used + self._theme.length(8), 0, 0, 0)
        right = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(day.off, right, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight), shown)

    def _mark(self, painter: QPainter, line: QRect, words: str, tone: Tone) -> None:
        ground, colour = chip_colours(self._theme, tone)
        box = QRectF(line).adjusted(0, -1, 0, 3)
        painter.setPen(colour if ground == QColor(self._theme.tokens.card) else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)
        font = QFont(painter.font())
        font.setPixelSize(max(9, round(self._theme.length(13) * 0.9)))
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colour)
        inner = box.adjusted(6, 0, -4, 0)
        right = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(words, right, round(inner.width()))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)
