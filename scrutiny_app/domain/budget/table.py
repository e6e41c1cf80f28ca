"""One table of a budget paper: where its headings stand, what its columns hold, in which unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from scrutiny_app.domain.budget.columns import Column, ColumnRole, ColumnWords, unit_said_in
from scrutiny_app.domain.budget.figures import MILLION, MoneyUnit, read_number
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.read_table import ReadCell, ReadTable

Row = tuple[ReadCell, ...]
FIGURES = (Column.YEAR, Column.CUMULATIVE)
_SEARCHED = 25
_CAPTION_LENGTH = 120


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the officer says where the file does not, or says otherwise.

    ``columns`` is what columns hold, by their heading as printed; ``unit`` what one stands for in
    every column of money.
    """

    columns: Mapping[str, ColumnRole] = field(default_factory=dict)
    unit: MoneyUnit | None = None


@dataclass(frozen=True, slots=True)
class HeadedTable:
    """A table whose headings were found in its row ``header``, counting from 0.

    ``roles`` is what each column is taken to hold, in order; ``captions`` is what stands above it.
    """

    table: ReadTable
    header: int
    headings: tuple[str, ...]
    roles: tuple[ColumnRole, ...]
    captions: tuple[str, ...]

    @property
    def rows(self) -> Iterator[Row]:
        """Its rows below the headings, those that repeat the headings left out."""
        for row in self.table.rows[self.header + 1 :]:
            if texts_of(row) != self.headings:
                yield row

    def cell(self, row: Row, column: Column) -> ReadCell:
        """Return the cell of a row in the first column that holds this; empty without one."""
        return next(self.cells(row, column), ReadCell((), ""))

    def cells(self, row: Row, column: Column) -> Iterator[ReadCell]:
        """Give the cells of a row in the columns that hold this."""
        for role, cell in zip(self.roles, row, strict=False):
            if role.column is column:
                yield cell

    def year_cells(self, row: Row) -> Iterator[tuple[ColumnRole, ReadCell]]:
        """Give the cells of a row that hold the figures of years."""
        for role, cell in zip(self.roles, row, strict=False):
            if role.column is Column.YEAR:
                yield role, cell

    def has(self, column: Column) -> bool:
        """Whether a column holds this."""
        return any(role.column is column for role in self.roles)


def headed_tables(
    tables: Sequence[ReadTable], words: ColumnWords, choices: ImportChoices
) -> tuple[HeadedTable, ...]:
    """Return those tables of a file that hold proposals, with their headings found."""
    found = (_headed(table, words, choices) for table in tables)
    return tuple(one for one in found if one is not None)


def _headed(table: ReadTable, words: ColumnWords, choices: ImportChoices) -> HeadedTable | None:
    """Return a table with the first of its rows that heads figures and says what they are of."""
    for place, row in enumerate(islice(table.rows, _SEARCHED)):
        headings = texts_of(row)
        roles = tuple(
            choices.columns.get(heading, words.role_of(heading))
            if heading
            else ColumnRole(Column.IGNORED)
            for heading in headings
        )
        held = {role.column for role in roles}
        if Column.YEAR in held and held & {Column.REFERENCE, Column.TITLE}:
            above = (text for line in table.rows[:place] for text in texts_of(line) if text)
            captions = (*table.before, *above)
            return HeadedTable(table, place, headings, _once(roles), captions)
    return None


def _once(roles: Sequence[ColumnRole]) -> tuple[ColumnRole, ...]:
    """Return roles of which every one but that of leaving out is held by one column only."""
    seen: set[ColumnRole] = set()
    settled = []
    for role in roles:
        settled.append(ColumnRole(Column.IGNORED) if role in seen else role)
        seen.add(role)
    return tuple(settled)


def texts_of(row: Row) -> tuple[str, ...]:
    """Return what the cells of a row say."""
    return tuple(cell.text.strip() for cell in row)


def caption_of(headed: HeadedTable) -> str:
    """Return the line above a table that can be its caption: the last short one."""
    short = [text for text in headed.captions if len(text) <= _CAPTION_LENGTH]
    return short[-1] if short else ""


def unit_of(headed: Sequence[HeadedTable]) -> tuple[MoneyUnit | None, bool]:
    """Return the unit of the money in some tables, and whether the file says it.

    Headings are asked first, then captions; without either, figures with decimals below a
    thousand can only be millions. None where that does not tell.

    Source: ours; domain notes 6.2.
    """
    for texts in (_money_headings(headed), (text for one in headed for text in one.captions)):
        said = next((unit for text in texts if (unit := unit_said_in(text))), None)
        if said:
            return said, True
    printed = list(printed_figures(headed))
    sizes = [abs(read_number(text)) for text in printed]
    broken = any(_decimals(text) for text in printed)
    if broken and max(sizes, default=0) < MILLION // 1000:
        return MoneyUnit.MILLIONS, False
    return None, False


def _money_headings(headed: Sequence[HeadedTable]) -> Iterator[str]:
    for one in headed:
        for heading, role in zip(one.headings, one.roles, strict=True):
            if role.column in FIGURES:
                yield heading


def printed_figures(headed: Sequence[HeadedTable]) -> Iterator[str]:
    """Give every figure of money that can be read, as it is printed, but for noughts."""
    for one in headed:
        for row in one.rows:
            for column in FIGURES:
                for cell in one.cells(row, column):
                    if _is_figure(cell.text):
                        yield cell.text


def _is_figure(text: str) -> bool:
    try:
        return read_number(text) != 0
    except WrongInput:
        return False


def step_of(headed: Sequence[HeadedTable], unit: MoneyUnit) -> int:
    """Return what the figures are rounded to, in pounds: by the decimals that most of them have."""
    counted = Counter(_decimals(text) for text in printed_figures(headed))
    usual = max(counted, key=lambda places: (counted[places], places), default=0)
    return max(1, int(unit.pounds / 10**usual))


def _decimals(text: str) -> int:
    """Return how many decimals a printed figure has."""
    _, _, after = text.partition(".")
    return sum(1 for letter in after if letter.isdigit())
