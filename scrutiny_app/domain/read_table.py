"""The tables of an outsider's file as they were read: cells of text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line that its author began anew.

    ``bold``: all of it is. ``level`` is how deep a list's point stands: 1 for a point, 2 for a
    point below one, 0 for what is no point of a list.
    """

    text: str
    bold: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell. ``place`` finds it again in the file: "cell B7", "page 2, row 4, column 1".

    Text is as the file shows it and never a formula; a number from a spreadsheet is written in
    full ("-0.015", "1200"), a day as "28 September 2023". What a cell that spans others says
    stands in its first place; the others are empty.
    """

    lines: tuple[CellLine, ...]
    place: str

    @property
    def text(self) -> str:
        """What the cell says, its lines joined by spaces."""
        return " ".join(line.text for line in self.lines if line.text)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One table or sheet. ``name`` is how its file calls it: "sheet Savings", "table 1".

    ``before`` is the running text between it and the table before it.
    """

    name: str
    rows: tuple[tuple[ReadCell, ...], ...]
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageColumns:
    """The columns of a page's table that no rules part, for an officer to look at and to move.

    ``borders`` go from the table's left edge to its right one; they, ``top`` and ``bottom`` are in
    points from the top left corner of the page, which is ``width`` by ``height``.
    """

    page: int
    width: float
    height: float
    borders: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class TableFile:
    """What a file holds in tables. ``after`` is the running text behind the last of them.

    ``columns`` are those of a PDF's tables that were read by borders and not by rules.
    """

    name: str
    tables: tuple[ReadTable, ...]
    after: tuple[str, ...] = ()
    columns: tuple[PageColumns, ...] = ()
