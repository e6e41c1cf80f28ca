"""Chosen pages as a PDF of their own, their words still words; made a few pages at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.print_plan import HALF_SHARE, PagePart, Printed, Side

# Fonts are copied once for each so many pages; about half a second of work
_PAGES_A_STEP = 100
_A4 = (595.28, 841.89)
# The sides of a page as they follow one another at the top while it is turned clockwise
_SIDES = ("top", "left", "bottom", "right")


class PageCopy:
    """Sides of a print plan, copied one after the other and then written."""

    def __init__(self, source: pdfium.PdfDocument, sides: Sequence[Side], to: Path) -> None:
        self._source = source
        self._places = [place for side in sides for place in side]
        self._beside = max((len(side) for side in sides), default=1)
        self._to = to
        self._copy = pdfium.PdfDocument.new()
        self.copied = 0

    @property
    def pages(self) -> int:
        """How many pages there are to copy, those left blank included."""
        return len(self._places)

    @property
    def done(self) -> bool:
        """Whether all of them are copied and only writing is left."""
        return self.copied == self.pages

    def step(self) -> None:
        """Copy the next pages."""
        places = self._places[self.copied : self.copied + _PAGES_A_STEP]
        numbers = [place.page for place in places if place is not None]
        if numbers:
            self._copy.import_pages(self._source, numbers)
        for at, place in enumerate(places, start=self.copied):
            if place is None:
                size = self._copy.get_page_size(at - 1) if at else _A4
                self._copy.new_page(*size, index=at).close()
            elif place.part is not PagePart.WHOLE:
                self._cut(at, place)
        self.copied += len(places)

    def write(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            NotWritten: there is no room for it, or it may not be written there.
        """
        finished = self._copy if self._beside == 1 else self._side_by_side()
        try:
            write_atomically(self._to, finished.save)
        finally:
            if finished is not self._copy:
                finished.close()

    def close(self) -> None:
        """Let the copy go."""
        self._copy.close()

    def _side_by_side(self) -> pdfium.PdfDocument:
        height, width = _A4
        joined = raw.FPDF_ImportNPagesToOne(self._copy, width, height, self._beside, 1)
        if not joined:
            raise PaperRefused("These pages cannot be put side by side. Save one on each side.")
        return pdfium.PdfDocument(joined)

    def _cut(self, at: int, place: Printed) -> None:
        """Leave half of a page in view, cut across its longer side as it is shown."""
        page = self._copy[at]
        left, bottom, right, top = page.get_cropbox()
        turns = page.get_rotation() // 90
        width, height = right - left, top - bottom
        shown_tall = (width <= height) != bool(turns % 2)
        side = turns + (0 if shown_tall else 1) + (0 if place.part is PagePart.UPPER else 2)
        across, down = HALF_SHARE * width, HALF_SHARE * height
        box = {
            "top": (left, top - down, right, top),
            "bottom": (left, bottom, right, bottom + down),
            "left": (left, bottom, left + across, top),
            "right": (right - across, bottom, right, top),
        }[_SIDES[side % 4]]
        page.set_cropbox(*box)
        page.set_mediabox(*box)
        page.close()
