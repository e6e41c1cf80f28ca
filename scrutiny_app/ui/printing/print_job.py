"""Printing under way: drawn or copied by the viewer child, strip by strip, and called off at will.

The window goes on living: what is painted at once takes a few hundredths of a second.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from scrutiny_app.ui.printing.print_order import PrintOrder
from scrutiny_app.ui.printing.sheet_geometry import OnSheet, places_on
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.shown_document import Fields

DOTS_AN_INCH = 300
# About 10 ms to paint
_STRIP_DOTS = 1_000_000


class PrintJob(QObject):
    """Something that is being printed. ``finished`` or ``failed`` comes last, but not both."""

    progressed = Signal(int, int)
    finished = Signal()
    failed = Signal(str)

    def __init__(self, reading: Reading, order: PrintOrder, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._order = order
        self.under_way = True
        reading.closed.connect(self._closed)

    def cancel(self) -> None:
        """Print no more; neither signal follows."""
        if self.under_way:
            self.under_way = False
            self._reading.stop_printing()
            self._clear_away()

    def _closed(self) -> None:
        self._fail("The file was closed before everything was printed.")

    def _fail(self, sentence: str) -> None:
        if self.under_way:
            self.cancel()
            self.failed.emit(sentence)

    def _finish(self) -> None:
        self.under_way = False
        self.finished.emit()

    def _clear_away(self) -> None:
        """Leave nothing behind."""


class PaperJob(PrintJob):
    """Draws every page at the printer's fineness and paints it on its sheet."""

    def __init__(
        self, reading: Reading, order: PrintOrder, printer: QPrinter, parent: QObject
    ) -> None:
        super().__init__(reading, order, parent)
        self._printer = printer
        self._painter = QPainter()
        self._side = -1
        self._strips: list[OnSheet] = []

    def start(self) -> None:
        """Begin."""
        self._printer.setResolution(DOTS_AN_INCH)
        self._order.tell(self._printer)
        if not self._painter.begin(self._printer):
            name = self._printer.printerName() or self._printer.outputFileName()
            self._fail(f"{name} takes nothing to print. Look whether it is on, or choose another.")
            return
        room = self._printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
        self._sheet = _sheet(self._printer)
        self._painter.scale(room.width() / self._sheet[0], room.height() / self._sheet[1])
        self._next()

    def _next(self) -> None:
        """Ask for the next strip; turn to the next side where one is finished."""
        while self.under_way and not self._strips:
            self._side += 1
            sides = self._order.plan.sides
            self.progressed.emit(self._side, len(sides))
            if self._side == len(sides):
                self._painter.end()
                self._finish()
                return
            if self._side:
                self._printer.newPage()
            self._strips = self._strips_of(self._side)
        if self.under_way:
            strip = self._strips.pop(0)
            self._reading.draw_once(strip.tile, partial(self._paint, strip))

    def _strips_of(self, side: int) -> list[OnSheet]:
        document = self._reading.document
        sizes = document.sizes if document else ()
        places = places_on(self._order.plan.sides[side], self._sheet, sizes)
        return [strip for place in places for strip in place.strips(_STRIP_DOTS)]

    def _paint(self, strip: OnSheet, picture: QImage | None) -> None:
        if not self.under_way:
            return
        piece = strip.tile.piece
        if picture is None:
            self._say_unshowable(strip)
        else:
            if self._order.grey:
                picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
            target = QRectF(strip.left, strip.top, piece.width, piece.height)
            self._painter.drawImage(target, picture)
        self._next()

    def _say_unshowable(self, strip: OnSheet) -> None:
        """Print the sentence in the page's place, once."""
        page, piece = strip.tile.page, strip.tile.piece
        self._strips = [other for other in self._strips if other.tile.page != page]
        place = QRect(strip.left, strip.top, piece.width, piece.down)
        self._painter.drawText(place, 0, self._reading.unshowable.get(page, ""))

    def _clear_away(self) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


class FileJob(PrintJob):
    """Has the pages copied into a PDF, their words still words."""

    def __init__(self, reading: Reading, order: PrintOrder, path: Path, parent: QObject) -> None:
        super().__init__(reading, order, parent)
        self._path = path
        reading.stumbled.connect(self._stumbled)

    def start(self) -> None:
        """Begin."""
        self.progressed.emit(0, len(self._order.plan.sides))
        self._reading.copy_pages(self._order.plan.sides, self._path, self._heard)

    def _stumbled(self, _sentence: str) -> None:
        self._fail("The viewer stopped before everything was saved. Save again.")

    def _heard(self, told: Fields) -> None:
        if not self.under_way:
            return
        if "refused" in told:
            self._fail(str(told["refused"]))
        elif told["done"]:
            self._finish()
        else:
            self.progressed.emit(int(told["copied"]), int(told["of"]))


def _sheet(printer: QPrinter) -> tuple[int, int]:
    """Return what can be printed on of a sheet, in dots of our fineness."""
    inches = printer.pageRect(QPrinter.Unit.Inch)
    return round(inches.width() * DOTS_AN_INCH), round(inches.height() * DOTS_AN_INCH)
