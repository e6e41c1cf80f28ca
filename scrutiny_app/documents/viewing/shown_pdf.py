"""The PDF being shown: pages kept open for a while, texts kept for good."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from scrutiny_app.documents.viewing.outline_entries import OutlineEntry, outline_entries
from scrutiny_app.documents.viewing.page_copy import PageCopy
from scrutiny_app.documents.viewing.page_links import PageLink, page_links
from scrutiny_app.documents.viewing.page_pixels import Piece, draw_piece
from scrutiny_app.documents.viewing.page_text import PageText, text_with_boxes
from scrutiny_app.documents.viewing.page_texts import PageTexts
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.print_plan import Side

# Parsing a page takes as long as drawing it; its tiles are asked for one after the other
_PAGES_KEPT_OPEN = 6


LOCKED_STAYS_LOCKED = (
    "This file is locked with a password, and a copy of its pages would not be. Print it on paper."
)

# A window's title shows less
_LONGEST_TITLE = 300


class FileLocked(PaperRefused):
    """The file opens with a password, and this was not it."""


class ShownPdf:
    """An open PDF. Not for several threads: pdfium takes one call at a time."""

    def __init__(self, path: Path, password: str = "") -> None:
        """Open a file.

        Raises:
            FileLocked: it needs a password, or another one.
            PaperRefused: the sentence says why it cannot be shown.
        """
        self._pdf = _opened(path, password)
        self.locked = bool(password) and raw.FPDF_GetSecurityHandlerRevision(self._pdf) > 0
        self._pages: OrderedDict[int, pdfium.PdfPage] = OrderedDict()
        self._path, self._file = path, _file_mark(path)
        self._texts = PageTexts(self._pdf, self._open_again)

    def __len__(self) -> int:
        return len(self._pdf)

    def sizes(self) -> list[tuple[float, float]]:
        """Return width and height of every page in points, as it is shown."""
        return [self._pdf.get_page_size(page) for page in range(len(self))]

    def labels(self) -> list[str]:
        """Return what each page calls itself; its number where it says nothing."""
        return [self._pdf.get_page_label(page) or str(page + 1) for page in range(len(self))]

    def title(self) -> str:
        """Return the title the file gives itself, on one line and not endless, or nothing."""
        words = str(self._pdf.get_metadata_value("Title"))[: 2 * _LONGEST_TITLE].split()
        shown = "".join(letter for letter in " ".join(words) if letter.isprintable())
        return shown[:_LONGEST_TITLE].strip()

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Return the outline."""
        return outline_entries(self._pdf)

    def draw(self, page: int, piece: Piece, into: memoryview) -> None:
        """Draw a piece of a page as pixels."""
        draw_piece(self._page(page), piece, into)

    def words(self, page: int) -> PageText:
        """Return the text of a page with a box for each character."""
        return text_with_boxes(self._page(page))

    def links(self, page: int) -> tuple[PageLink, ...]:
        """Return the links of a page."""
        return page_links(self._pdf, self._page(page))

    def text(self, page: int) -> str:
        """Return the text of a page; it is kept, for the next letter typed into a search."""
        return self._texts.text(page)

    def rest(self) -> None:
        """Give back the memory that a search took."""
        self._texts.close()

    def copy(self, sides: Sequence[Side], to: Path) -> PageCopy:
        """Return a copy of pages that is to be taken further and then written.

        Raises:
            PaperRefused: this file is locked, and the copy would not be.
        """
        if self.locked:
            raise PaperRefused(LOCKED_STAYS_LOCKED)
        return PageCopy(self._pdf, sides, to)

    def close(self) -> None:
        """Let the file go."""
        self._texts.close()
        for page in self._pages.values():
            page.close()
        self._pages.clear()
        self._pdf.close()

    def _open_again(self) -> pdfium.PdfDocument:
        """Return a second opening of the same file; the one shown where that cannot be had."""
        if self.locked or _file_mark(self._path) != self._file:
            return self._pdf
        return _opened(self._path, "")

    def _page(self, number: int) -> pdfium.PdfPage:
        page = self._pages.pop(number, None)
        if page is None:
            try:
                page = self._pdf[number]
            except pdfium.PdfiumError as error:
                raise PaperRefused(
                    f"Page {number + 1} cannot be read. The other pages can."
                ) from error
        self._pages[number] = page
        while len(self._pages) > _PAGES_KEPT_OPEN:
            self._pages.popitem(last=False)[1].close()
        return page


def _file_mark(path: Path) -> tuple[int, ...]:
    """Return what changes when another file comes to lie at a path; nothing if there is none."""
    try:
        facts = path.stat()
    except OSError:
        return ()
    return (facts.st_ino, facts.st_size, facts.st_mtime_ns)


def _opened(path: Path, password: str) -> pdfium.PdfDocument:
    """Return the open file. The helper class would keep the password, so pdfium is asked itself."""
    if not path.is_file():
        raise PaperRefused(f"{path.name} is not there any more. Open another file.")
    key = password.encode() + b"\0" if password else None
    pdf = raw.FPDF_LoadDocument(os.fsencode(path) + b"\0", key)
    if raw.FPDF_GetPageCount(pdf) > 0:
        return pdfium.PdfDocument(pdf)
    if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
        raise FileLocked(
            f"This password does not open {path.name}. Capital and small letters count."
            if password
            else f"{path.name} is locked. Type the password that came with it."
        )
    raise PaperRefused(
        f"{path.name} cannot be shown: it is no PDF, or it is damaged. "
        "Ask whoever sent it for a new copy."
    )
