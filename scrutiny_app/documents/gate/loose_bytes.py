"""Whether a PDF we wrote holds bytes that no reader would come across: nothing may lie there."""

from __future__ import annotations

import mmap
import re
from collections.abc import Container, Mapping
from pathlib import Path

from pikepdf import Pdf

_HEADER = re.compile(rb"%PDF-\d\.\d\n(?:%[^\n]*\n)*")
_OPENING = re.compile(rb"\s*(\d+) 0 obj\b")
_TURN = re.compile(rb"\bendobj\b|\bstream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)")
_STREAM_END = re.compile(rb"\s*endstream\s*endobj\b")
_TELLS = re.compile(rb"\(|<[0-9A-Fa-f]|\bstream\r?\n")
_CLOSING = re.compile(rb"\s*startxref\s+(\d+)\s+%%EOF\s*")


def loose_bytes(path: Path) -> str:
    """Return where a file holds bytes outside the objects its tables list; empty for nowhere.

    The file is gone through from its first byte to its last: a header, then objects and a closing
    line for each section. Anything else is found, and so is an object that a later one replaced,
    unless it held neither text nor a stream (our writer replaces the empty place of the structure).

    Source: ISO 32000-1, 7.5 (file structure).
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        header = _HEADER.match(data)
        if header is None:
            return "before its first object"
        position, tables = header.end(), set[int]()
        seen: dict[int, tuple[int, int]] = {}
        while position < len(data):
            if closing := _CLOSING.match(data, position):
                tables.add(int(closing[1]))
                position = closing.end()
                continue
            opening = _OPENING.match(data, position)
            end = opening and _end_of_object(data, opening.end())
            if opening is None or end is None:
                return "between its objects" if opening is None else f"in object {int(opening[1])}"
            number = int(opening[1])
            if number in seen and _TELLS.search(data, *seen[number]):
                return f"in an earlier revision (object {number})"
            seen[number] = opening.start(1), end
            position = end
    return _unlisted(path, {number: span[0] for number, span in seen.items()}, tables)


def _end_of_object(data: mmap.mmap, position: int) -> int | None:
    """Return where an object ends; None where it cannot be told."""
    turn = _TURN.search(data, position)
    if turn is None:
        return None
    if turn[0] == b"endobj":
        return turn.end()
    for length in _LENGTH.finditer(data, position, turn.start()):
        if end := _STREAM_END.match(data, turn.end() + int(length[1])):
            return end.end()
    return None


def _unlisted(path: Path, seen: Mapping[int, int], tables: Container[int]) -> str:
    """Say which object stands in the file but not in its tables, those themselves apart."""
    with Pdf.open(path) as pdf:
        listed = {one.objgen[0] for one in pdf.objects}
    for number, offset in seen.items():
        if number not in listed and offset not in tables:
            return f"in an object that is not listed (object {number})"
    return ""
