"""What a file really is, told by its bytes and never by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scrutiny_app.domain.errors import PaperRefused

# Acrobat looks for the header within the first kilobyte; so do qpdf and pdfium
_HEADER_WITHIN = 1024
_HEAD_SIZE = 65536

_FIRST_BYTES = (
    (b"{\\rtf", "a rich text document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"%!PS", "a PostScript file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
)
_IN_ZIP = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"opendocument.presentation", "an OpenDocument presentation"),
    (b"epub+zip", "an e-book"),
)
# Stream names inside an OLE file are UTF-16
_IN_OLE = (
    ("WordDocument", "an old Word document (.doc)"),
    ("Workbook", "an old Excel workbook (.xls)"),
    ("PowerPoint Document", "an old PowerPoint presentation (.ppt)"),
    ("__substg1.0_", "an Outlook message (.msg)"),
)
_OPENS_AND_SAVES = "Open it in the program that made it, save it as PDF and add that file."
_PICTURE_ADVICE = "Place it in a document or scan it to PDF, and add that file."


def require_pdf(path: Path) -> None:
    """Return quietly when the file is a PDF.

    Raises:
        PaperRefused: it is something else; the reason names what, and what to do.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_SIZE)
    if b"%PDF-" in head[:_HEADER_WITHIN]:
        return
    if not head.strip(b"\0 \t\r\n\f"):
        raise PaperRefused("the file is empty. Ask its author to send it again.")
    kind = _kind(head, lambda: _tail(path))
    advice = _PICTURE_ADVICE if kind.endswith("picture") else _OPENS_AND_SAVES
    raise PaperRefused(f"it is really {kind}, not a PDF. {advice}")


def _kind(head: bytes, tail: Callable[[], bytes]) -> str:
    """Name the kind of a file that is not a PDF; ``tail`` reads its end only when needed."""
    for magic, kind in _FIRST_BYTES:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _kind_in_zip(head + tail())
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_in_ole(head + tail())
    return _kind_of_text(head)


def _kind_in_zip(content: bytes) -> str:
    """Tell office documents apart by the names in the archive, without unpacking anything."""
    return next((kind for sign, kind in _IN_ZIP if sign in content), "a ZIP archive")


def _kind_in_ole(content: bytes) -> str:
    """Tell old office documents apart by the names of their streams."""
    for sign, kind in _IN_OLE:
        if sign.encode("utf-16-le") in content:
            return kind
    return "an old Microsoft Office file"


def _kind_of_text(head: bytes) -> str:
    """Tell a web page or an e-mail from plain text and from bytes that mean nothing."""
    start = head[:_HEADER_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return "a web page (HTML)"
    if start.startswith(b"<?xml"):
        return "an XML file"
    if start.startswith((b"received:", b"return-path:", b"from:", b"mime-version:")):
        return "an e-mail"
    if b"\0" in head:
        return "a file of unknown kind"
    return "a text file"


def _tail(path: Path) -> bytes:
    """The last part of the file, where a ZIP and an OLE file list what they hold."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _HEAD_SIZE))
        return file.read(_HEAD_SIZE)
