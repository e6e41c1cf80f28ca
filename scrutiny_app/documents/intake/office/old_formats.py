"""Old Word and rich text files: what can be told from their bytes before a program opens them.

Neither can be cut off from outside by rewriting it, so what reaches out, or carries a program, is
refused. What is let through is converted to .docx first and looked at again as that.

Source: [MS-DOC] 2.5 (the file information block), Rich Text Format 1.9.1.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable
from pathlib import Path

from scrutiny_app.domain.errors import PaperRefused

_SAVE_AS_PDF = "Open it in Word, save it as PDF and add that file."
_READING_FIELDS = ("INCLUDEPICTURE", "INCLUDETEXT", "DDEAUTO", "DDE ", "IMPORT ", "DATABASE ")
_FIELD_BEGINS = "\x13"
_MACROS = ("_VBA_PROJECT", "VBA")
_WORD_STREAM_BEGINS = b"\xec\xa5"
_SECTOR = 512
_FLAGS_AT = 10
_ENCRYPTED = 0x0100
_RTF_OBJECTS = re.compile(rb"\\(?:objdata|objemb|objlink|objautlink|objocx|objupdate)\b")
_RTF_TEMPLATE = re.compile(
    rb"\\\*\s*\\template\s*[^{}]{0,500}?(?:https?:|ftp:|\\\\\\\\)", re.IGNORECASE
)
_RTF_HEX = re.compile(rb"\\'([0-9a-fA-F]{2})")
_RTF_WORDS = re.compile(rb"\\[a-zA-Z]+-?[0-9]* ?|\\\*|[{}\r\n]")
_RTF_FIELDS = re.compile(rb"INCLUDEPICTURE|INCLUDETEXT|DDEAUTO", re.IGNORECASE)


def check_old_office(path: Path) -> None:
    """Return quietly when an OLE file (.doc, .xls, .ppt) carries no programs.

    Raises:
        PaperRefused: it holds macros.
    """
    with path.open("rb") as file, _mapped(file.fileno()) as content:
        for name in _MACROS:
            if content.find(_entry(name)) >= 0:
                raise PaperRefused(
                    "it holds macros, which are programs. Save it without them, or save it as PDF "
                    "and add that file."
                )


def check_old_word(path: Path) -> None:
    """Return quietly when a .doc file may be opened by a converter.

    Raises:
        PaperRefused: it is locked, holds macros, or draws in other files.

    Source: see the module.
    """
    check_old_office(path)
    with path.open("rb") as file, _mapped(file.fileno()) as content:
        if _is_locked(content):
            raise PaperRefused("it is locked with a password. Ask its author for an open copy.")
        if _reads_other_files(content):
            raise _reaches_out()


def check_rich_text(path: Path) -> None:
    """Return quietly when an RTF file may be opened by a converter.

    Raises:
        PaperRefused: it carries an object, or draws in other files.

    Source: see the module.
    """
    content = path.read_bytes()
    if _RTF_OBJECTS.search(content):
        raise PaperRefused(
            "it carries an object of another program inside, through which rich text files do "
            f"harm. {_SAVE_AS_PDF}"
        )
    # A field's name may be written in hexadecimal, and broken by groups and formatting
    plain = _RTF_HEX.sub(lambda found: bytes([int(found[1], 16)]), content)
    if _RTF_TEMPLATE.search(content) or _RTF_FIELDS.search(_RTF_WORDS.sub(b"", plain)):
        raise _reaches_out()


def _mapped(number: int) -> mmap.mmap:
    return mmap.mmap(number, 0, access=mmap.ACCESS_READ)


def _entry(name: str) -> bytes:
    """Return a directory entry's name as it stands in an OLE file: UTF-16, closed by a zero."""
    return b"\0\0" + f"{name}\0".encode("utf-16-le") if name == "VBA" else name.encode("utf-16-le")


def _is_locked(content: mmap.mmap) -> bool:
    """Find the Word stream by its first bytes, at the start of a sector, and read its flags."""
    for at in _sectors(content):
        if content[at : at + 2] == _WORD_STREAM_BEGINS:
            flags = int.from_bytes(content[at + _FLAGS_AT : at + _FLAGS_AT + 2], "little")
            return bool(flags & _ENCRYPTED)
    return False


def _sectors(content: mmap.mmap) -> Iterable[int]:
    return range(_SECTOR, len(content), _SECTOR)


def _reads_other_files(content: mmap.mmap) -> bool:
    """Look for reading fields, whose text is one or two bytes a letter."""
    for field in _READING_FIELDS:
        for encoding in ("ascii", "utf-16-le"):
            for gap in ("", " "):
                if content.find(f"{_FIELD_BEGINS}{gap}{field}".encode(encoding)) >= 0:
                    return True
    return False


def _reaches_out() -> PaperRefused:
    return PaperRefused(
        "it draws in pictures or text from other places, which this program does not fetch. "
        f"{_SAVE_AS_PDF}"
    )
