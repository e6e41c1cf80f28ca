"""What is to be printed, and how: settled by the dialog, carried out by a job."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from scrutiny_app.domain.print_plan import Arrangement, PrintPlan

SIZES = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "A5": QPageSize.PageSizeId.A5,
}


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """A plan with everything a printer must know beside it. ``paper`` is a key of ``SIZES``."""

    plan: PrintPlan
    arrangement: Arrangement = Arrangement.ONE
    paper: str = "A4"
    grey: bool = False
    copies: int = 1

    @property
    def lies(self) -> bool:
        """Whether the sheets lie on their long side."""
        return self.arrangement is not Arrangement.ONE

    def paper_millimetres(self) -> tuple[float, float]:
        """Return width and height of a sheet as it lies."""
        size = QPageSize.size(SIZES[self.paper], QPageSize.Unit.Millimeter)
        width, height = size.width(), size.height()
        return (height, width) if self.lies else (width, height)

    def tell(self, printer: QPrinter) -> None:
        """Tell a printer everything but its name."""
        orientation = QPageLayout.Orientation
        printer.setPageSize(QPageSize(SIZES[self.paper]))
        printer.setPageOrientation(orientation.Landscape if self.lies else orientation.Portrait)
        printer.setCopyCount(self.copies)
        mode, duplex = QPrinter.ColorMode, QPrinter.DuplexMode
        printer.setColorMode(mode.GrayScale if self.grey else mode.Color)
        # Sheets that lie are turned over like a calendar, so that their backs are not upside down
        both = duplex.DuplexShortSide if self.lies else duplex.DuplexLongSide
        printer.setDuplex(both if self.plan.two_sided else duplex.DuplexNone)
