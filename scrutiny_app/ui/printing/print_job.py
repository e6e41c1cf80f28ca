"""Printing under way: drawn or copied by the viewer child, strip by strip, and called off at will.

The window goes on living: what is painted at once takes a few hundredths of a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from scrutiny_app.ui.printing.print_order import PrintOrder
from scrutiny_app.ui.printing.sheet_geometry import OnSheet, places_on
from scrutiny_app.ui.viewer.reading import Reading
from scrutiny_app.ui.viewer.shown_document import Fields

DOTS_AN_INCH = 300
# About 20 ms to paint; the window lives in between
_STRIP_DOTS = 900_000


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
        self._side = 0
        self._to_come: Iterator[tuple[int, OnSheet]] = iter(())
        self._unshown: set[tuple[int, int]] = set()

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
        self.progressed.emit(0, len(self._order.plan.sides))
        self._to_come = self._strips()
        self._ask()

    def _strips(self) -> Iterator[tuple[int, OnSheet]]:
        document = self._reading.document
        sizes = document.sizes if document else ()
        for number, side in enumerate(self._order.plan.sides):
            for place in places_on(side, self._sheet, sizes):
                for strip in place.strips(_STRIP_DOTS):
                    yield number, strip

    def _ask(self) -> bool:
        """Ask for the next strip; tell whether there is one."""
        for side, strip in self._to_come:
            self._reading.draw_once(strip.tile, partial(self._heard, side, strip))
            return True
        return False

    def _heard(self, side: int, strip: OnSheet, picture: QImage | None) -> None:
        if not self.under_way:
            return
        # The next strip is drawn while this one is painted
        more = self._ask()
        self._turn_to(side)
        if picture is None:
            self._say_unshowable(strip)
        else:
            self._paint(strip, picture)
        if not more:
            self._turn_to(len(self._order.plan.sides) - 1)
            self._painter.end()
            self.progressed.emit(self._side + 1, self._side + 1)
            self._finish()

    def _turn_to(self, side: int) -> None:
        while self._side < side:
            self._printer.newPage()
            self._side += 1
            self.progressed.emit(self._side, len(self._order.plan.sides))

    def _paint(self, strip: OnSheet, picture: QImage) -> None:
        if self._order.grey:
            picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        piece = strip.tile.piece
        self._painter.drawImage(QRectF(strip.left, strip.top, piece.width, piece.height), picture)

    def _say_unshowable(self, strip: OnSheet) -> None:
        """Print the sentence in the page's place, once."""
        page, piece = strip.tile.page, strip.tile.piece
        if (self._side, page) not in self._unshown:
            self._unshown.add((self._side, page))
            place = QRect(strip.left, strip.top, piece.width, piece.down)
            sentence = self._reading.unshowable.get(page, "")
            self._painter.drawText(place, int(Qt.TextFlag.TextWordWrap), sentence)

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
