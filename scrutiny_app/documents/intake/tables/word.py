"""The tables of a Word document, with the text that stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.preparing import main_part, open_final_word
from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local
from scrutiny_app.documents.intake.tables.size import refuse_too_large, refuse_too_many
from scrutiny_app.documents.intake.tables.word_lists import WordLists
from scrutiny_app.domain.read_table import CellLine, ReadCell, ReadTable, TableFile

_STYLES = "word/styles.xml"
_OFF = ("0", "false", "off")
# Word itself has no table wider than 63 columns
_MOST_COLUMNS = 63


def read_word_tables(path: Path, name: str, limits: Limits) -> TableFile:
    """Return the tables of a document in their final text, however it is marked up.

    Source: ECMA-376-1 17.4 (tables), 17.3.2.1 (bold).

    Raises:
        PaperRefused: it is hostile, damaged, or far too large.
    """
    with closing(open_final_word(path, limits)) as package:
        body = package.xml(main_part(package))
        lists = WordLists(package.xml(_STYLES) if _STYLES in package else None)
    return _Reading(name, lists).file(body)


class _Reading:
    """One document on its way into tables."""

    def __init__(self, name: str, lists: WordLists) -> None:
        self._name = name
        self._lists = lists
        self._cells = 0

    def file(self, body: XmlPart) -> TableFile:
        tables: list[ReadTable] = []
        between: list[str] = []
        for element in _outermost(body, ("p", "tbl")):
            if local(element) == "tbl":
                tables.append(self._table(element, len(tables) + 1, tuple(between)))
                between = []
            else:
                between += [line.text for line in self._lines(element)]
        return TableFile(self._name, tuple(tables), tuple(between))

    def _table(self, table: XmlPart, number: int, before: tuple[str, ...]) -> ReadTable:
        name = f"table {number}"
        rows = list(_outermost(table, ("tr",)))
        refuse_too_large(f"its {name}", len(rows), 1)
        return ReadTable(
            name,
            tuple(self._row(row, f"{name}, row {place}") for place, row in enumerate(rows, 1)),
            before,
        )

    def _row(self, row: XmlPart, place: str) -> tuple[ReadCell, ...]:
        cells: list[ReadCell] = []
        for cell in _outermost(row, ("tc",)):
            lines = () if _goes_on(cell) else self._cell_lines(cell)
            cells.append(ReadCell(lines, f"{place}, column {len(cells) + 1}"))
            span = _span(cell)
            cells += [
                ReadCell((), f"{place}, column {column}")
                for column in range(len(cells) + 1, len(cells) + span)
            ]
            self._cells += span
            refuse_too_many("its tables", self._cells)
        return tuple(cells)

    def _cell_lines(self, cell: XmlPart) -> tuple[CellLine, ...]:
        paragraphs = (one for one in cell.iter() if local(one) == "p")
        return tuple(line for one in paragraphs for line in self._lines(one))

    def _lines(self, paragraph: XmlPart) -> Iterator[CellLine]:
        """Yield the lines of a paragraph; only the first is a list's point."""
        level = self._lists.level(paragraph)
        for runs in _broken(paragraph):
            text = " ".join("".join(said for said, _ in runs).split())
            if text:
                bold = all(heavy for said, heavy in runs if said.strip())
                yield CellLine(text, bold=bold, level=level)
                level = 0


def _broken(paragraph: XmlPart) -> Iterator[list[tuple[str, bool]]]:
    """Yield the runs between one line break and the next: what each says, whether it is bold."""
    runs: list[tuple[str, bool]] = []
    for run in paragraph.iter():
        if local(run) != "r":
            continue
        bold = _is_bold(run)
        for part in run:
            if local(part) in ("br", "cr"):
                yield runs
                runs = []
            else:
                runs.append((_said(part), bold))
    yield runs


def _said(part: XmlPart) -> str:
    match local(part):
        case "t":
            return part.text or ""
        case "tab":
            return " "
        case "noBreakHyphen":
            return "-"
    return ""


def _is_bold(run: XmlPart) -> bool:
    properties = next((one for one in run if local(one) == "rPr"), ())
    switch = next((one for one in properties if local(one) == "b"), None)
    return switch is not None and attribute(switch, "val").lower() not in _OFF


def _goes_on(cell: XmlPart) -> bool:
    """Tell whether a cell is the lower part of one that spans several rows."""
    merged = _property(cell, "vMerge")
    return merged is not None and attribute(merged, "val") != "restart"


def _span(cell: XmlPart) -> int:
    """Return how many columns a cell takes."""
    found = _property(cell, "gridSpan")
    wide = "" if found is None else attribute(found, "val")
    return min(max(int(wide), 1), _MOST_COLUMNS) if re.fullmatch("[0-9]{1,4}", wide) else 1


def _property(cell: XmlPart, name: str) -> XmlPart | None:
    properties = next((one for one in cell if local(one) == "tcPr"), ())
    return next((one for one in properties if local(one) == name), None)


def _outermost(part: XmlPart, names: tuple[str, ...]) -> Iterator[XmlPart]:
    """Yield the elements of these names that stand in no other of them, in order."""
    for child in part:
        if local(child) in names:
            yield child
        else:
            yield from _outermost(child, names)
