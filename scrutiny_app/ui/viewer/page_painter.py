"""Paints what is in view: paper, pixels, finds and marks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.sight import Sight
from scrutiny_app.ui.viewer.tiles import Tile

_PAPER, _DARK_PAPER = "#ffffff", "#1a1a1a"
_SHADOW = (QColor(0, 0, 0, 26), QColor(0, 0, 0, 14))


class PagePainter:
    """Paints a sight; it only reads from it."""

    def __init__(self, sight: Sight, theme: Theme, canvas: QWidget) -> None:
        self._sight = sight
        self._theme = theme
        self._canvas = canvas

    def paint(self, area: QRect) -> None:
        """Paint what of the view lies in an area."""
        painter = QPainter(self._canvas)
        painter.fillRect(area, QColor(self._theme.tokens.desk))
        if self._sight.reading.document is not None:
            for page in self._sight.visible_pages():
                if self._sight.page_rect(page).adjusted(-3, -3, 3, 5).intersects(area):
                    self._page(painter, page)
        painter.end()

    def _page(self, painter: QPainter, page: int) -> None:
        sight, box = self._sight, self._sight.page_rect(page)
        for grown, shade in zip((1, 2), _SHADOW, strict=True):
            painter.fillRect(box.adjusted(-grown, -grown + 1, grown, grown + 1), shade)
        painter.setPen(QColor(self._theme.tokens.line))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.fillRect(box, QColor(_DARK_PAPER if sight.dark else _PAPER))
        sentence = sight.reading.unshowable.get(page)
        if sentence:
            self._sentence(painter, box, sentence)
            return
        tiles = sight.tiles(page)
        if not all(tile in sight.reading.shelf for tile in tiles):
            rough = sight.reading.shelf.stand_in(page, sight.layout.turns, dark=sight.dark)
            if rough is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(QRectF(box), rough)
        for tile in tiles:
            self._tile(painter, box, tile)
        self._marks(painter, page)

    def _tile(self, painter: QPainter, box: QRect, tile: Tile) -> None:
        picture = self._sight.reading.shelf.get(tile)
        if picture is None:
            return
        ratio = self._sight.ratio
        picture.setDevicePixelRatio(ratio)
        corner = QPoint(round(tile.piece.left / ratio), round(tile.piece.top / ratio))
        painter.drawImage(box.topLeft() + corner, picture)

    def _marks(self, painter: QPainter, page: int) -> None:
        """Lay finds and the selection over the words as a highlighter would."""
        sight = self._sight
        words = sight.reading.words.get(page)
        if words is None:
            return
        tokens = self._theme.tokens
        mode = QPainter.CompositionMode
        painter.setCompositionMode(
            mode.CompositionMode_Screen if sight.dark else mode.CompositionMode_Multiply
        )
        for hit in sight.hits.get(page, ()):
            colour = QColor(tokens.found_now if hit == sight.hit_now else tokens.found)
            for box in words.boxes(hit.start, hit.end):
                painter.fillRect(sight.text_rect(page, box), _softened(colour, dark=sight.dark))
        if sight.selection and page in sight.selection.pages:
            for box in words.boxes(*sight.selection.stretch(page, words)):
                colour = _softened(QColor(tokens.marked), dark=sight.dark)
                painter.fillRect(sight.text_rect(page, box), colour)
        painter.setCompositionMode(mode.CompositionMode_SourceOver)

    def _sentence(self, painter: QPainter, box: QRect, sentence: str) -> None:
        painter.setPen(QColor("#e8ecf0" if self._sight.dark else "#55616f"))
        inner = box.adjusted(40, 40, -40, -40)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), sentence)


def _softened(colour: QColor, *, dark: bool) -> QColor:
    """On dark paper a highlighter would blind; half of its light shows as well."""
    if not dark:
        return colour
    return QColor(colour.red() // 2, colour.green() // 2, colour.blue() // 2)
