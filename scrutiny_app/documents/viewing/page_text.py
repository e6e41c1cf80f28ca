"""The text of a page, one box for each character."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

# pdfium's sign for a hyphen at the end of a line, which belongs to no word
_LINE_HYPHEN = "\x02"


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page and where they stand.

    ``boxes`` holds four whole numbers a character: left, top, right, bottom, in tenths of a point
    from the top left corner of the page as it is shown unturned.
    """

    text: str
    boxes: tuple[int, ...]


def plain_text(page: pdfium.PdfPage) -> str:
    """Return the characters of a page, exactly one for each of pdfium's."""
    words = page.get_textpage()
    try:
        return _characters(words)
    finally:
        words.close()


def text_with_boxes(page: pdfium.PdfPage) -> PageText:
    """Return the characters of a page with their boxes."""
    words = page.get_textpage()
    try:
        text = _characters(words)
        to_shown = ShownPlace(page)
        boxes: list[int] = []
        box = raw.FS_RECTF()
        for place in range(len(text)):
            # The loose box is as high as the line, so a selection has straight edges
            raw.FPDFText_GetLooseCharBox(words, place, ctypes.byref(box))
            boxes += to_shown.box(box.left, box.top, box.right, box.bottom)
        return PageText(text, tuple(boxes))
    finally:
        words.close()


class ShownPlace:
    """Turns places of a page's own space into places on the page as it is shown."""

    # pdfium's device space is whole numbers; this many of them make a point
    _FINE = 10

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        width, height = page.get_size()
        self._size = (round(width * self._FINE), round(height * self._FINE))
        self._corner = self._place(0.0, 0.0)
        right, up = self._place(1000.0, 0.0), self._place(0.0, 1000.0)
        self._across = ((right[0] - self._corner[0]) / 1000, (right[1] - self._corner[1]) / 1000)
        self._up = ((up[0] - self._corner[0]) / 1000, (up[1] - self._corner[1]) / 1000)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a place in tenths of a point from the shown page's top left corner."""
        return (
            self._corner[0] + x * self._across[0] + y * self._up[0],
            self._corner[1] + x * self._across[1] + y * self._up[1],
        )

    def box(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """Return a box as left, top, right, bottom, in tenths of a point."""
        one, other = self.point(left, top), self.point(right, bottom)
        across, down = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return [round(across[0]), round(down[0]), round(across[1]), round(down[1])]

    def _place(self, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            self._page, 0, 0, *self._size, 0, x, y, ctypes.byref(across), ctypes.byref(down)
        )
        return across.value, down.value


def _characters(words: pdfium.PdfTextPage) -> str:
    """Return the text of a page, one character for each of pdfium's indices.

    Asking for all at once is fast, but leaves out characters that have no Unicode; then each is
    asked for by itself, so that boxes and text stay beside each other.
    """
    count = words.count_chars()
    text = str(words.get_text_range(0, count)) if count else ""
    if len(text) != count:
        text = "".join(_character(raw.FPDFText_GetUnicode(words, at)) for at in range(count))
    return text.replace(_LINE_HYPHEN, "-")


def _character(code: int) -> str:
    # Half a surrogate pair is no character, and JSON would carry it into the window
    return chr(code) if code and code <= sys.maxunicode and not _is_half(code) else " "


def _is_half(code: int) -> bool:
    return chr(code).encode("utf-8", "ignore") == b""
