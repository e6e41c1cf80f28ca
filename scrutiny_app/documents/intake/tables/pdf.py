"""The tables of a PDF: ruled ones by their rules, others by borders between their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.tables.pdf_grid import (
    Grid,
    bordered_grid,
    cells_of,
    open_regions,
    proposed_borders,
    ruled_grids,
)
from scrutiny_app.documents.intake.tables.pdf_lines import bullet_places, cell_lines
from scrutiny_app.documents.intake.tables.pdf_marks import PageMarks, lines_of, page_marks
from scrutiny_app.documents.intake.tables.size import refuse_too_large
from scrutiny_app.documents.intake.text import drawable_pages
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.read_table import (
    PageColumns,
    ReadCell,
    ReadTable,
    TableFile,
)

_PAGE_NUMBER = re.compile(r"(page )?\d+( of \d+)?", re.IGNORECASE)
_LEAST_COLUMNS = 3


def read_pdf_tables(
    path: Path, name: str, limits: Limits, borders: Mapping[int, Sequence[float]]
) -> TableFile:
    """Return the tables of a PDF, and the borders of columns that no rules part.

    ``borders`` are an officer's own, by page; in points from the page's left edge.

    Raises:
        PaperRefused: it is damaged, has no text, or is far too large.
    """
    tables: list[ReadTable] = []
    columns: list[PageColumns] = []
    after: tuple[str, ...] = ()
    silent = True
    for number, page in enumerate(drawable_pages(path), start=1):
        if number > limits.pages:
            raise PaperRefused(f"it has more than {limits.pages} pages. Split it and try again.")
        marks = page_marks(page, number)
        silent = silent and not marks.words
        grids = ruled_grids(marks) if number not in borders else ()
        tables += _tables(marks, grids)
        if all(len(grid.columns) <= _LEAST_COLUMNS for grid in grids):
            found = _open_tables(marks, borders.get(number))
            columns += found
            bordered = tuple(_bordered(marks, one) for one in found)
            tables += _tables(marks, bordered)
            grids = (*grids, *bordered)
        after = _below(marks, grids) if grids else (*after, *_below(marks, ()))
    if silent:
        raise PaperRefused(
            "it is a picture without text, so its tables cannot be read. Ask its author for the "
            "file that it was made from."
        )
    return TableFile(name, tuple(tables), after if tables else (), tuple(columns))


def _below(marks: PageMarks, grids: Sequence[Grid]) -> tuple[str, ...]:
    """Return the running text below a page's last table; page numbers are none."""
    bottom = max((grid.bottom for grid in grids), default=0.0)
    lines = (line.text for line in lines_of([one for one in marks.words if one.middle > bottom]))
    return tuple(text for text in lines if not _PAGE_NUMBER.fullmatch(text))


def _open_tables(marks: PageMarks, borders: Sequence[float] | None) -> list[PageColumns]:
    """Return the columns of a page's tables without column rules; an officer's own hold for all."""
    regions = open_regions(marks)
    if borders and not regions and marks.words:
        regions = (lines_of(marks.words),)
    return [
        PageColumns(
            marks.number,
            marks.width,
            marks.height,
            tuple(borders) if borders else proposed_borders(lines),
            lines[0].top,
            lines[-1].bottom,
        )
        for lines in regions
    ]


def _bordered(marks: PageMarks, columns: PageColumns) -> Grid:
    lines = tuple(
        line
        for line in lines_of(marks.words)
        if columns.top <= line.top and line.bottom <= columns.bottom
    )
    return bordered_grid(marks, lines, columns.borders)


def _tables(marks: PageMarks, grids: Sequence[Grid]) -> list[ReadTable]:
    tables = []
    above = 0.0
    for place, grid in enumerate(grids, start=1):
        name = (
            f"table on page {marks.number}"
            if len(grids) == 1
            else (f"table {place} on page {marks.number}")
        )
        refuse_too_large(f"its {name}", len(grid.rows), len(grid.columns))
        between = [word for word in marks.words if above <= word.middle < grid.top]
        before = (line.text for line in lines_of(between))
        tables.append(
            ReadTable(
                name,
                _rows(marks, grid),
                tuple(text for text in before if not _PAGE_NUMBER.fullmatch(text)),
            )
        )
        above = grid.bottom
    return tables


def _rows(marks: PageMarks, grid: Grid) -> tuple[tuple[ReadCell, ...], ...]:
    rows: list[tuple[ReadCell, ...]] = []
    table = cells_of(grid, marks.words)
    bullets = [bullet_places(column) for column in zip(*table, strict=True)]
    for cells in table:
        if not any(cells):
            continue
        place = f"page {marks.number}, row {len(rows) + 1}"
        rows.append(
            tuple(
                ReadCell(cell_lines(words, marked), f"{place}, column {column}")
                for column, (words, marked) in enumerate(zip(cells, bullets, strict=True), start=1)
            )
        )
    return tuple(rows)
