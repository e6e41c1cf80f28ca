"""A small coloured word: what sort something is, or how it stands. It never speaks by colour."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from scrutiny_app.ui.theme.theme import Theme


class Tone(StrEnum):
    """What a chip's colour means; the word on it says the same."""

    PLAIN = "plain"
    ACCENT = "accent"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    SPECIAL = "special"


def chip_colours(theme: Theme, tone: Tone) -> tuple[QColor, QColor]:
    """Return the colours of the ground and of the word."""
    tokens = theme.tokens
    ground, word = {
        Tone.PLAIN: (tokens.hover, tokens.muted),
        Tone.ACCENT: (tokens.accent_soft, tokens.accent_strong),
        Tone.GOOD: (tokens.good_soft, tokens.good),
        Tone.WARN: (tokens.warn_soft, tokens.warn),
        Tone.BAD: (tokens.bad_soft, tokens.bad),
        Tone.SPECIAL: (tokens.special_soft, tokens.special),
    }[tone]
    return QColor(ground), QColor(word)


def chip_edge(theme: Theme, tone: Tone) -> QColor:
    """Return the colour of the line around a chip, whose ground may be a chosen row's own."""
    ground, word = chip_colours(theme, tone)
    if ground == QColor(theme.tokens.card):
        return word
    return QColor(
        *((one + other) // 2 for one, other in zip(_parts(ground), _parts(word), strict=True))
    )


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def chip_font(font: QFont) -> QFont:
    """Return the font of a chip among text in ``font``."""
    small = QFont(font)
    small.setPixelSize(max(9, round(font.pixelSize() * 0.88)))
    small.setWeight(QFont.Weight.DemiBold)
    return small


def paint_chip(painter: QPainter, rect: QRect, word: str, tone: Tone, theme: Theme) -> int:
    """Paint a chip at the left of a rectangle, in its middle; return the width it takes."""
    painter.save()
    font = chip_font(painter.font())
    metrics = QFontMetrics(font)
    width = min(metrics.horizontalAdvance(word) + theme.length(16), rect.width())
    height = metrics.height() + theme.length(4)
    # A line one pixel wide is sharp between two pixels
    box = QRectF(rect.left() + 0.5, rect.center().y() - height // 2 + 0.5, width - 1, height - 1)
    ground, colour = chip_colours(theme, tone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(chip_edge(theme, tone))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(colour)
    painter.setFont(font)
    shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, round(width) - theme.length(10))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()
    return width


class Chip(QWidget):
    """A chip that stands by itself; a screen reader says its word."""

    def __init__(self, theme: Theme, word: str = "", tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self._theme = theme
        self._word = word
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_word(word, tone)

    @property
    def word(self) -> str:
        """What the chip says."""
        return self._word

    def show_word(self, word: str, tone: Tone = Tone.PLAIN) -> None:
        """Say another word; an empty one hides the chip."""
        self._word, self._tone = word, tone
        self.setAccessibleName(word)
        self.setVisible(bool(word))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(chip_font(self.font()))
        width = metrics.horizontalAdvance(self._word) + self._theme.length(18)
        return QSize(width, metrics.height() + self._theme.length(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, self.rect(), self._word, self._tone, self._theme)
