"""What a file really is, told by its bytes; its name only has to agree."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from scrutiny_app.domain.errors import PaperRefused

# Acrobat looks for the header within the first kilobyte; so do qpdf and pdfium
_HEADER_WITHIN = 1024
_HEAD_SIZE = 65536


class FileKind(StrEnum):
    """The kinds told apart, in words for a sentence."""

    PDF = "a PDF"
    WORD = "a Word document"
    OPEN_TEXT = "an OpenDocument text"
    RICH_TEXT = "a rich text document"
    OLD_WORD = "an old Word document (.doc)"
    JPEG = "a JPEG picture"
    PNG = "a PNG picture"
    TIFF = "a TIFF picture"
    EXCEL = "an Excel workbook"
    OPEN_SHEET = "an OpenDocument spreadsheet"
    POWERPOINT = "a PowerPoint presentation"
    OPEN_SLIDES = "an OpenDocument presentation"
    OLD_EXCEL = "an old Excel workbook (.xls)"
    OLD_POWERPOINT = "an old PowerPoint presentation (.ppt)"
    TEXT = "a text file"
    LOCKED_OFFICE = "a locked office file"
    GIF = "a GIF picture"
    BITMAP = "a bitmap picture"
    POSTSCRIPT = "a PostScript file"
    RAR = "a RAR archive"
    SEVEN_ZIP = "a 7-Zip archive"
    GZIP = "a gzip archive"
    ZIP = "a ZIP archive"
    WINDOWS_PROGRAM = "a Windows program"
    LINUX_PROGRAM = "a Linux program"
    E_BOOK = "an e-book"
    OUTLOOK = "an Outlook message (.msg)"
    OLD_OFFICE = "an old Microsoft Office file"
    WEB_PAGE = "a web page (HTML)"
    XML = "an XML file"
    E_MAIL = "an e-mail"
    UNKNOWN = "a file of unknown kind"


PICTURES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.TIFF})
OLD_ATTACHMENTS = frozenset({FileKind.OLD_EXCEL, FileKind.OLD_POWERPOINT})
ZIPPED_ATTACHMENTS = frozenset(
    {FileKind.EXCEL, FileKind.OPEN_SHEET, FileKind.POWERPOINT, FileKind.OPEN_SLIDES}
)

_FIRST_BYTES = (
    (b"{\\rtf", FileKind.RICH_TEXT),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"\x89PNG\r\n", FileKind.PNG),
    (b"GIF8", FileKind.GIF),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"BM", FileKind.BITMAP),
    (b"%!PS", FileKind.POSTSCRIPT),
    (b"Rar!", FileKind.RAR),
    (b"7z\xbc\xaf", FileKind.SEVEN_ZIP),
    (b"\x1f\x8b", FileKind.GZIP),
    (b"MZ", FileKind.WINDOWS_PROGRAM),
    (b"\x7fELF", FileKind.LINUX_PROGRAM),
)
_IN_ZIP = (
    (b"word/", FileKind.WORD),
    (b"xl/", FileKind.EXCEL),
    (b"ppt/", FileKind.POWERPOINT),
    (b"opendocument.text", FileKind.OPEN_TEXT),
    (b"opendocument.spreadsheet", FileKind.OPEN_SHEET),
    (b"opendocument.presentation", FileKind.OPEN_SLIDES),
    (b"epub+zip", FileKind.E_BOOK),
)
# Stream names inside an OLE file are UTF-16
_IN_OLE = (
    ("EncryptedPackage", FileKind.LOCKED_OFFICE),
    ("EncryptionInfo", FileKind.LOCKED_OFFICE),
    ("WordDocument", FileKind.OLD_WORD),
    ("Workbook", FileKind.OLD_EXCEL),
    ("PowerPoint Document", FileKind.OLD_POWERPOINT),
    ("__substg1.0_", FileKind.OUTLOOK),
)
# What a name promises. Old programs write .doc for all of these, and think nothing of it
_NAMED = {
    ".pdf": {FileKind.PDF},
    ".docx": {FileKind.WORD},
    ".dotx": {FileKind.WORD},
    ".doc": {FileKind.OLD_WORD, FileKind.RICH_TEXT, FileKind.WORD},
    ".dot": {FileKind.OLD_WORD, FileKind.RICH_TEXT, FileKind.WORD},
    ".rtf": {FileKind.RICH_TEXT},
    ".odt": {FileKind.OPEN_TEXT},
    ".ott": {FileKind.OPEN_TEXT},
    ".jpg": PICTURES,
    ".jpeg": PICTURES,
    ".png": PICTURES,
    ".tif": PICTURES,
    ".tiff": PICTURES,
    ".xlsx": {FileKind.EXCEL},
    ".xls": {FileKind.OLD_EXCEL},
    ".ods": {FileKind.OPEN_SHEET},
    ".csv": {FileKind.TEXT},
    ".tsv": {FileKind.TEXT},
    ".txt": {FileKind.TEXT},
    ".pptx": {FileKind.POWERPOINT},
    ".ppt": {FileKind.OLD_POWERPOINT},
    ".odp": {FileKind.OPEN_SLIDES},
}
_OPENS_AND_SAVES = "Open it in the program that made it, save it as PDF and add that file."
_PICTURE_ADVICE = "Place it in a document or scan it to PDF, and add that file."
_RIGHT_NAME = "Ask its author which it is, and give it the name it should have."


def is_pdf(path: Path) -> bool:
    """Tell whether a file begins as a PDF does."""
    with path.open("rb") as file:
        return b"%PDF-" in file.read(_HEADER_WITHIN)


def kind_of(path: Path, name: str) -> FileKind:
    """Return what a file is, if its name does not promise something else.

    A PDF is taken for one whatever its name, since it is looked through as one.

    Raises:
        PaperRefused: it is empty, locked, or not what its name says.
    """
    if is_pdf(path):
        return FileKind.PDF
    with path.open("rb") as file:
        head = file.read(_HEAD_SIZE)
    if not head.strip(b"\0 \t\r\n\f"):
        raise PaperRefused("the file is empty. Ask its author to send it again.")
    kind = _kind(head, lambda: _tail(path))
    if kind is FileKind.LOCKED_OFFICE:
        raise PaperRefused("it is locked with a password. Ask its author for an open copy.")
    _require_name(kind, Path(name).suffix.lower())
    return kind


def no_paper(kind: FileKind) -> PaperRefused:
    """Return the refusal of a kind that is neither paper nor attachment."""
    advice = _PICTURE_ADVICE if kind.endswith("picture") else _OPENS_AND_SAVES
    return PaperRefused(f"it is {kind}, which cannot be a paper. {advice}")


def _require_name(kind: FileKind, suffix: str) -> None:
    """Refuse a file whose name promises another kind."""
    promised = _NAMED.get(suffix)
    if promised is None or kind in promised:
        return
    if suffix == ".pdf":
        advice = _PICTURE_ADVICE if kind.endswith("picture") else _OPENS_AND_SAVES
        raise PaperRefused(f"it is really {kind}, not a PDF. {advice}")
    raise PaperRefused(f"its name ends in {suffix}, but it is really {kind}. {_RIGHT_NAME}")


def _kind(head: bytes, tail: Callable[[], bytes]) -> FileKind:
    """Name the kind of a file that is not a PDF; ``tail`` reads its end only when needed."""
    for magic, kind in _FIRST_BYTES:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _kind_in_zip(head + tail())
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _kind_in_ole(head + tail())
    return _kind_of_text(head)


def _kind_in_zip(content: bytes) -> FileKind:
    """Tell office documents apart by the names in the archive, without unpacking anything."""
    return next((kind for sign, kind in _IN_ZIP if sign in content), FileKind.ZIP)


def _kind_in_ole(content: bytes) -> FileKind:
    """Tell old office documents apart by the names of their streams."""
    for sign, kind in _IN_OLE:
        if sign.encode("utf-16-le") in content:
            return kind
    return FileKind.OLD_OFFICE


def _kind_of_text(head: bytes) -> FileKind:
    """Tell a web page or an e-mail from plain text and from bytes that mean nothing."""
    start = head[:_HEADER_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start:
        return FileKind.WEB_PAGE
    if start.startswith(b"<?xml"):
        return FileKind.XML
    if start.startswith((b"received:", b"return-path:", b"from:", b"mime-version:")):
        return FileKind.E_MAIL
    # Excel's "Unicode text" is UTF-16, half of whose bytes are nought
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.UNKNOWN
    return FileKind.TEXT


def _tail(path: Path) -> bytes:
    """The last part of the file, where a ZIP and an OLE file list what they hold."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _HEAD_SIZE))
        return file.read(_HEAD_SIZE)
