"""Rows of text between delimiters: CSV as any program writes it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from scrutiny_app.documents.intake.tables.size import refuse_too_large
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.read_table import CellLine, ReadCell, ReadTable, TableFile

_DELIMITERS = (",", ";", "\t", "|")
_TRIED = 50
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig"))


def read_delimited(path: Path, name: str) -> TableFile:
    """Return the one table of a text file. Its delimiter and encoding are found out.

    Raises:
        PaperRefused: its quotation marks do not pair, or it is no table.
    """
    text = decoded(path.read_bytes())
    rows = _rows(text, _delimiter(text))
    widest = max((len(row) for row in rows), default=0)
    refuse_too_large("it", len(rows), widest)
    cells = tuple(
        tuple(
            ReadCell(_lines(value), f"row {number}, column {column}")
            for column, value in enumerate(row, start=1)
        )
        for number, row in enumerate(rows, start=1)
    )
    return TableFile(name, (ReadTable("the table", cells),))


def decoded(data: bytes) -> str:
    """Return the text; Excel writes the pound sign of a plain CSV in Windows-1252."""
    encoding = next(name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark))
    for name in (encoding, "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    # Five bytes mean nothing in Windows-1252, and every byte means something in Latin-1
    return data.decode("latin-1")


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts most of the first rows into the same number of cells."""

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in _head(text, delimiter) if len(row) > 1)
        return max(((often, width) for width, often in widths.items()), default=(0, 0))

    return max(_DELIMITERS, key=agreement)


def _head(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [row for row, _ in zip(reader, range(_TRIED), strict=False)]
    except csv.Error:
        return []


def _rows(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error as error:
        raise PaperRefused(
            f"row {len(rows) + 1} cannot be read: a quotation mark has no partner, or a cell is "
            "too long. Open it in a spreadsheet, put the row right, and save it as CSV again."
        ) from error
    return rows


def _lines(value: str) -> tuple[CellLine, ...]:
    found = (" ".join(line.split()) for line in value.splitlines())
    return tuple(CellLine(line) for line in found if line)
