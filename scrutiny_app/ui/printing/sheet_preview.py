"""The sheets as they will come out of the printer, both sides in a row where there is room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from scrutiny_app.domain.print_plan import Side
from scrutiny_app.ui.printing.print_order import PrintOrder
from scrutiny_app.ui.printing.sheet_geometry import OnSheet, places_on
from scrutiny_app.ui.theme.theme import Theme
from scrutiny_app.ui.viewer.reading import Reading

_GAP = 18
# Sheets that would be narrower stand below each other
_NARROWEST = 190
# What printers cannot reach at the edge of a sheet, in millimetres
_EDGE = 4.2
_WISH = "sheets"


class SheetPreview(QAbstractScrollArea):
    """Draws only the sheets in view."""

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "desk")
        self.setAccessibleName("Sheets")
        self.setAccessibleDescription("No sheets")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._reading = reading
        self._theme = theme
        self._order: PrintOrder | None = None
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        reading.drawn.connect(self._drawn)
        theme.changed.connect(self._arrange)

    def show_order(self, order: PrintOrder, told: str) -> None:
        """Show what an order comes to; ``told`` says it in words."""
        self._order = order
        self.setAccessibleDescription(told)
        self._arrange()

    def end(self) -> None:
        """Wish for nothing more."""
        self._reading.wish(_WISH, ())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.tokens.desk))
        if self._order is not None and self._reading.document is not None:
            for number in self._in_view():
                self._paint_side(painter, self._order, number)
        painter.end()

    # --- where everything stands ---

    @property
    def _across(self) -> int:
        room = self.viewport().width() - 3 * _GAP
        return 2 if room // 2 >= self._theme.length(_NARROWEST) else 1

    def _sheet_size(self) -> QSize:
        width, height = self._order.paper_millimetres() if self._order else (210.0, 297.0)
        across = (self.viewport().width() - (self._across + 1) * _GAP) // self._across
        return QSize(max(60, across), max(60, round(across * height / width)))

    def _row_height(self) -> int:
        return self._sheet_size().height() + self._theme.length(22) + _GAP

    def _in_view(self) -> range:
        sides = len(self._order.plan.sides) if self._order else 0
        top, row = self.verticalScrollBar().value(), self._row_height()
        first = top // row * self._across
        return range(
            first, min(sides, ((top + self.viewport().height()) // row + 1) * self._across)
        )

    def _box(self, number: int) -> QRect:
        size = self._sheet_size()
        left = _GAP + number % self._across * (size.width() + _GAP)
        top = _GAP + number // self._across * self._row_height() - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), size)

    def _inner(self, order: PrintOrder) -> tuple[int, QSize]:
        """Return the edge and what lies within it, in dots of the screen."""
        size = self._sheet_size()
        edge = round(size.width() * _EDGE / order.paper_millimetres()[0])
        inner = QSize(size.width() - 2 * edge, size.height() - 2 * edge)
        return edge, inner * self.devicePixelRatioF()

    def _places(self, order: PrintOrder, side: Side) -> list[OnSheet]:
        document = self._reading.document
        _, inner = self._inner(order)
        sizes = document.sizes if document else ()
        return places_on(side, (inner.width(), inner.height()), sizes)

    def _arrange(self) -> None:
        rows = -(-len(self._order.plan.sides) // self._across) if self._order else 0
        room, bar = self.viewport().height(), self.verticalScrollBar()
        bar.setPageStep(room)
        bar.setSingleStep(48)
        bar.setRange(0, max(0, rows * self._row_height() + _GAP - room))
        self._scrolled()

    def _drawn(self, _page: int) -> None:
        self.viewport().update()

    def _scrolled(self) -> None:
        order = self._order
        if order is not None and self._reading.document is not None:
            sides = [order.plan.sides[number] for number in self._in_view()]
            places = [place for side in sides for place in self._places(order, side)]
            self._reading.wish(_WISH, [place.tile for place in places])
        self.viewport().update()

    # --- painting ---

    def _paint_side(self, painter: QPainter, order: PrintOrder, number: int) -> None:
        box, side = self._box(number), order.plan.sides[number]
        painter.setPen(QColor(self._theme.tokens.line))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        edge, ratio = self._inner(order)[0], self.devicePixelRatioF()
        for place in self._places(order, side):
            picture = self._reading.shelf.get(place.tile)
            if picture is None:
                continue
            if order.grey:
                picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            piece = place.tile.piece
            corner = box.topLeft() + QPoint(edge, edge)
            corner += QPoint(round(place.left / ratio), round(place.top / ratio))
            size = QSize(round(piece.width / ratio), round(piece.height / ratio))
            painter.drawImage(QRect(corner, size), picture)
        painter.setPen(QColor(self._theme.tokens.muted))
        under = QRect(box.left(), box.bottom() + 2, box.width(), self._theme.length(22))
        caption = QFontMetrics(painter.font()).elidedText(
            self._caption(order, number), Qt.TextElideMode.ElideRight, under.width()
        )
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), caption)

    def _caption(self, order: PrintOrder, number: int) -> str:
        document = self._reading.document
        pages = [place.page for place in order.plan.sides[number] if place is not None]
        labels = [document.labels[page] for page in pages] if document else []
        word = "pages" if len(labels) > 1 else "page"
        what = f"{word} {' and '.join(labels)}" if labels else "left blank"
        return f"{order.plan.name_of(number)}: {what}"
