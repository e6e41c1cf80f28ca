"""The words of a paper, page by page, cleaned for search and for reading aloud."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2

from scrutiny_app.domain.errors import PaperRefused

# pdfium marks a hyphen that only breaks a word at the end of a line with U+0002 or U+FFFE
_BROKEN_WORD = re.compile("[\u0002\ufffe\u00ad]\\s*")
# Letters that exist only for type: ligatures and Arabic shapes, full-width forms. The rest is left
# alone, because NFKC turns "m²" into "m2" and "½" into three letters
_SHAPES = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060\ud800-\udfff\ufeff\ufffd-\uffff]"
)
# pdfium keeps every picture it has read until its file is closed, so the file is opened anew now
# and then: 715 MB of scans take 190 MB of memory so, and 750 MB otherwise
_PAGES_AT_ONCE = 100
# Wide enough for any page, so that words beyond its edge count as well
_EVERYWHERE = (-1e6, -1e6, 1e6, 1e6)


def pages_text(path: Path) -> tuple[str, ...]:
    """Return the words of every page of a PDF, each as one line.

    Raises:
        PaperRefused: pdfium cannot read the file.
    """
    return tuple(page_text(page)[0] for page in drawable_pages(path))


def drawable_pages(path: Path) -> Iterator[Any]:
    """Yield the pages of a PDF in pdfium, each open until the next is asked for.

    Raises:
        PaperRefused: pdfium cannot read the file.
    """
    first, count = 0, 1
    while first < count:
        with _opened(path) as document:
            count = len(document)
            for index in range(first, min(first + _PAGES_AT_ONCE, count)):
                page = document[index]
                yield page
                page.close()
        first += _PAGES_AT_ONCE


def _opened(path: Path) -> Any:
    """Open a PDF in pdfium; a context manager that behaves like a list of pages."""
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise PaperRefused(
            "its pages cannot be drawn. Ask its author to save it as PDF again."
        ) from error


def page_text(page: Any) -> tuple[str, str]:
    """Return all words of one pdfium page as one line, and those within the edge that is seen."""
    layer = page.get_textpage()
    try:
        everywhere = layer.get_text_bounded(*_EVERYWHERE)
        return one_line(everywhere), one_line(layer.get_text_bounded())
    finally:
        layer.close()


def one_line(text: str) -> str:
    """Return text with single spaces, whole words, composed letters and no control characters."""
    text = _BROKEN_WORD.sub("", text)
    text = _SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = unicodedata.normalize("NFC", text)
    return " ".join(_UNWANTED.sub("", text).split())
