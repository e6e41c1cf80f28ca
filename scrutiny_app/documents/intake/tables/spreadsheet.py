"""Sheets of a workbook, Excel's or OpenDocument's, with what their formulas came to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_app.documents.intake.tables.size import refuse_too_large
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.read_table import CellLine, ReadCell, ReadTable, TableFile
from scrutiny_app.domain.wording import DAY_DATE, long_date

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_Value = int | float | str | bool | date | datetime | time | timedelta
_LETTERS = 26
_KEPT_EXACTLY = 1e15


def read_spreadsheet(path: Path, name: str) -> TableFile:
    """Return every sheet that holds something and is not hidden.

    Raises:
        PaperRefused: it is damaged, locked or far too large.
    """
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    with _opened(path) as workbook:
        shown = [
            one.name
            for one in workbook.sheets_metadata
            if one.typ is SheetTypeEnum.WorkSheet and one.visible is SheetVisibleEnum.Visible
        ]
        tables = tuple(_table(workbook, sheet) for sheet in shown)
    return TableFile(name, tuple(one for one in tables if one.rows))


def every_row(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield what the cells of every row of every sheet show, hidden ones too; sheet names first.

    Raises:
        PaperRefused: it is damaged, locked or far too large.
    """
    with _opened(path) as workbook:
        for name in workbook.sheet_names:
            yield (name,)
            for row in _sheet(workbook, name).to_python():
                yield tuple(shown for value in row if (shown := _shown(value)))


@contextmanager
def _opened(path: Path) -> Iterator[CalamineWorkbook]:
    from python_calamine import CalamineError, load_workbook

    try:
        with load_workbook(str(path)) as workbook:
            yield workbook
    except CalamineError as error:
        raise PaperRefused(
            "it cannot be read as a workbook: it is damaged or locked. Open it in the program that "
            "made it, save it again without a password, and choose that file."
        ) from error


def _sheet(workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    sheet = workbook.get_sheet_by_name(name)
    # Both count from 0 to the last that is used
    refuse_too_large(f"its sheet {name}", sheet.total_height + 1, sheet.total_width + 1)
    return sheet


def _table(workbook: CalamineWorkbook, name: str) -> ReadTable:
    sheet = _sheet(workbook, name)
    # Empty rows and columns are kept: without them no cell would have its own address
    rows = sheet.to_python(skip_empty_area=False)
    return ReadTable(
        f"sheet {name}",
        tuple(
            tuple(
                ReadCell(_lines(value), f"cell {_column(column)}{number}")
                for column, value in enumerate(row)
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def _lines(value: _Value) -> tuple[CellLine, ...]:
    found = (" ".join(line.split()) for line in _shown(value).splitlines())
    return tuple(CellLine(line) for line in found if line)


def _shown(value: _Value) -> str:
    """Return a value as text; a float with the 15 digits that a spreadsheet keeps."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return f"{value:.15g}" if abs(value) < _KEPT_EXACTLY else f"{value:.0f}"
        case datetime() | date():
            return long_date(value, DAY_DATE)
    return str(value)


def _column(place: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
