"""Whether an archive is fit to be opened: looked at before any office program or parser sees it."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO
from xml.parsers import expat

from scrutiny_app.documents.intake.limits import MEBIBYTE, Limits
from scrutiny_app.documents.intake.office.xml_part import looks_like_xml
from scrutiny_app.domain.errors import PaperRefused

_PIECE = 1 << 18
_END_RECORD = b"PK\x05\x06"
_END_RECORD_SIZE = 22
_LONGEST_COMMENT = 65535
# 46 bytes and a name for each part: room for some 50,000, ten times what is let through
_LARGEST_DIRECTORY = 5 * MEBIBYTE
_LOCKED_FLAG = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# Deflate cannot do better than 1032 to 1. Of 24 real papers the tightest is 30 to 1, and a small
# file does no harm at any ratio
_TIGHTEST = 250
_SMALL = 32 * MEBIBYTE
# All that zipfile raised on 3,000 damaged archives: names that are no text, seeks before the start
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    UnicodeDecodeError,
)
_HOSTILE = (
    "which only a hostile file does. Do not open it elsewhere; ask its author for a new copy."
)
_DAMAGED = (
    "it is damaged, or only part of it arrived. Open it in the program that made it and save it "
    "again, or ask its author to send it again."
)


def check_archive(path: Path, limits: Limits) -> None:
    """Return quietly when a ZIP can be read part by part without harm.

    Every part is unpacked once, piece by piece and never kept, since what an archive says of its
    sizes is its author's word.

    Raises:
        PaperRefused: names that lead elsewhere, far too much inside, a lock, XML with a document
            type (entities come with one), or damage.
    """
    _check_directory_size(path)
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_names(parts)
            _check_sizes(parts, path.stat().st_size, limits)
            left = limits.package
            for part in parts:
                with archive.open(part) as content:
                    left -= _unpack(content, part.filename, min(left, limits.unpacked), limits)
    except _UNREADABLE as error:
        raise PaperRefused(_DAMAGED) from error


def _check_directory_size(path: Path) -> None:
    """Look at the size of the archive's directory before Python reads it into memory."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_RECORD_SIZE - _LONGEST_COMMENT))
        tail = file.read()
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) < at + _END_RECORD_SIZE:
        raise PaperRefused(_DAMAGED)
    # 0xFFFFFFFF, the mark of a ZIP64 directory elsewhere, is too large as well
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _LARGEST_DIRECTORY:
        raise PaperRefused(f"it lists more parts than any document has, {_HOSTILE}")


def _check_names(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead out of the archive, and two parts of one name."""
    seen: set[str] = set()
    for part in parts:
        name = part.orig_filename
        if not _stays_inside(name) or stat.S_ISLNK(part.external_attr >> 16):
            raise PaperRefused(f"a part inside it has a name that leads elsewhere, {_HOSTILE}")
        # Part names are the same in capitals and small letters (ECMA-376-2, 6.2.2.3)
        if name.casefold() in seen:
            raise PaperRefused(f"two parts inside it have the same name, {_HOSTILE}")
        seen.add(name.casefold())


def _stays_inside(name: str) -> bool:
    """Tell whether a part's name is a plain path downwards."""
    if any(letter in "\\:" or letter < " " for letter in name):
        return False
    steps = name.removesuffix("/").split("/")
    return not any(step in ("", ".", "..") for step in steps)


def _check_sizes(parts: list[zipfile.ZipInfo], file_size: int, limits: Limits) -> None:
    """Refuse what already by its own account is locked, or far too much."""
    if any(part.flag_bits & _LOCKED_FLAG for part in parts):
        raise PaperRefused("it is locked with a password. Ask its author for an open copy.")
    if any(part.compress_type not in _METHODS for part in parts):
        raise PaperRefused(_DAMAGED)
    if len(parts) > limits.parts:
        raise PaperRefused(f"it has more than {limits.parts:,} parts inside, {_HOSTILE}")
    total = sum(part.file_size for part in parts)
    if total > limits.package or any(part.file_size > limits.unpacked for part in parts):
        raise _too_large()
    if total > _SMALL and total > _TIGHTEST * file_size:
        raise _too_large()


def _unpack(content: IO[bytes], name: str, most: int, limits: Limits) -> int:
    """Unpack one part and forget it; return its real size in bytes."""
    size = 0
    reader = None
    while piece := content.read(_PIECE):
        if size == 0 and looks_like_xml(piece):
            reader = _strict_reader()
            most = min(most, limits.xml_part)
        size += len(piece)
        if size > most:
            raise _too_large()
        if reader is not None:
            _read_on(reader, piece, name)
    if reader is not None:
        _read_on(reader, b"", name, last=True)
    return size


def _strict_reader() -> expat.XMLParserType:
    """Return an XML reader that stops at a document type, before any entity is declared."""
    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse_document_type
    return reader


def _refuse_document_type(*_told: object) -> None:
    raise PaperRefused(
        "the XML inside it declares a document type, through which a file can draw in other files "
        f"or grow without end, {_HOSTILE}"
    )


def _read_on(reader: expat.XMLParserType, piece: bytes, name: str, *, last: bool = False) -> None:
    """Give the reader another piece.

    Raises:
        PaperRefused: it is not well-formed.
    """
    try:
        reader.Parse(piece, last)
    except expat.ExpatError as error:
        raise PaperRefused(
            f"the part {name} inside it is damaged (line {error.lineno}). Open it in the program "
            "that made it and save it again, or ask its author for a new copy."
        ) from error


def _too_large() -> PaperRefused:
    return PaperRefused(
        "it unpacks to far more than its size and its pages could need, "
        "which only a damaged or hostile file does. Do not open it elsewhere; "
        "ask its author for a new copy."
    )
