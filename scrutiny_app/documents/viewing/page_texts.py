"""The texts of a file's pages: each read once, and the memory that took is given back."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium

from scrutiny_app.documents.viewing.page_text import plain_text

# pdfium keeps every picture of every page it looked at until the file is closed: a search through
# 2,000 pages of 430 MB took 440 MB. Opening the file again takes 2 to 20 ms
_PAGES_AN_OPENING = 128


class PageTexts:
    """Reads through an opening of the file of its own; ``open_again`` may give the one shown."""

    def __init__(
        self, shown: pdfium.PdfDocument, open_again: Callable[[], pdfium.PdfDocument]
    ) -> None:
        self._shown = shown
        self._open_again = open_again
        self._opened: pdfium.PdfDocument | None = None
        self._read = 0
        self._texts: dict[int, str] = {}

    def text(self, page: int) -> str:
        """Return the text of a page counted from 0."""
        if page not in self._texts:
            self._texts[page] = self._text(page)
        return self._texts[page]

    def close(self) -> None:
        """Give back what reading took; the texts are kept."""
        if self._opened is not None and self._opened is not self._shown:
            self._opened.close()
        self._opened, self._read = None, 0

    def _text(self, number: int) -> str:
        if self._read >= _PAGES_AN_OPENING:
            self.close()
        if self._opened is None:
            self._opened = self._open_again()
        self._read += 1
        try:
            page = self._opened[number]
        except pdfium.PdfiumError:
            # A broken page has no text, and the others can still be searched
            return ""
        try:
            return plain_text(page)
        finally:
            page.close()
