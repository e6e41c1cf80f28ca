"""A table as strips: one a row, with its headings ready to be repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from scrutiny_app.documents.blocks import Align, Table
from scrutiny_app.documents.colours import INK, RULE
from scrutiny_app.documents.manners import (
    CELL_GAP,
    CELL_POINT_INDENT,
    ROW_PADDING,
    TABLE_ROOM,
    Manner,
)
from scrutiny_app.documents.pdf.cell_lines import CellLine, cell_lines
from scrutiny_app.documents.pdf.setting import widest_word
from scrutiny_app.documents.pdf.strips import Rule, Strip, Words, baseline, shift
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.type_case import TypeCase

_TOLERANCE = 0.1  # points; sums of widths are not exact
_HAIRLINE = 0.5
_HEAVY = 1.0
_TALL = 18  # lines; a row with more may be divided between pages


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a column's text stands, in points from the left edge of the text area."""

    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class _SetCell:
    """One cell's lines; a line that ends a paragraph has space after it."""

    slot: _Slot
    manner: Manner
    lines: tuple[CellLine, ...]

    @property
    def height(self) -> float:
        return sum(self.manner.leading + line.gap for line in self.lines)

    def words(self, top: float) -> tuple[Words, ...]:
        """The cell's text, its first line ``top`` points below the strip's top."""
        starts = accumulate((self.manner.leading + one.gap for one in self.lines), initial=top)
        return tuple(
            words
            for one, start in zip(self.lines, starts, strict=False)
            for words in self._line(one, start + baseline(self.manner))
        )

    def _line(self, one: CellLine, base: float) -> Iterator[Words]:
        """Yield one line's mark, if it has one, and its text."""
        x = self.slot.x + one.indent
        if one.mark is not None:
            mark = one.mark
            yield Words(x - CELL_POINT_INDENT, base, mark.line, self.manner, mark.element)
        moved = shift(one.line, self.slot.width - one.indent, self.slot.align)
        yield Words(x + moved, base, one.line, self.manner, one.element)


def table_strips(
    table: Table, parent: Element, manner: Manner, case: TypeCase, measure: float
) -> list[Strip]:
    """Set a table across the text width and return its rows as strips.

    Headings stay with the first row below them and are repeated on every page that the table
    runs on to. A row stays on one page unless it is longer than ``_TALL`` lines.
    """
    whole = parent.child("Table", _summary(table))
    padding = manner.leading * ROW_PADDING * (1.0 if table.ruled else 0.5)
    setter = _Setter(table, _slots(table, manner, case, measure), manner, case)
    rows = [setter.row(place, whole.child("TR")) for place in range(len(table.rows))]
    heads = [_whole(row, padding) for row in rows[: table.header_rows]]
    if table.ruled and heads:
        heads[-1] = _ruled(heads[-1], measure, _HEAVY, INK)
    opening = _stacked(heads) if heads else _top_rule(table, measure)
    strips = [replace(strip, keep=True) for strip in heads]
    if not heads and opening:
        strips.append(replace(opening, keep=True))
    for place, row in enumerate(rows[table.header_rows :], start=table.header_rows + 1):
        bands = _bands(row, padding)
        # The last row never stands alone on a page
        bands[-1] = replace(bands[-1], keep=place == len(rows) - 1)
        if table.ruled:
            bands[-1] = _ruled(bands[-1], measure, _HAIRLINE, RULE)
        strips += [replace(band, repeated=opening) for band in bands]
    strips[0] = replace(strips[0], before=manner.leading * TABLE_ROOM)
    strips[-1] = replace(strips[-1], after=manner.leading * TABLE_ROOM, keep=False)
    return strips


def _summary(table: Table) -> dict[str, dict[str, str]]:
    return {"Table": {"Summary": table.summary}} if table.summary else {}


def _slots(table: Table, manner: Manner, case: TypeCase, measure: float) -> list[_Slot]:
    """Share the width out; the outer edges of the table are those of the text."""
    free = measure - CELL_GAP * (len(table.columns) - 1)
    whole = sum(column.width for column in table.columns)
    wished = [free * column.width / whole for column in table.columns]
    widths = _widened(wished, _least(table, manner, case))
    starts = accumulate((width + CELL_GAP for width in widths), initial=0.0)
    return [
        _Slot(start, width, column.align)
        for start, width, column in zip(starts, widths, table.columns, strict=False)
    ]


def _least(table: Table, manner: Manner, case: TypeCase) -> list[float]:
    """Return how wide each column must be so that no word in it is cut."""
    bold = replace(manner, bold=True)
    return [
        max(
            widest_word(text, bold if cell.bold or place < table.header_rows else manner, case)
            for place, row in enumerate(table.rows)
            for cell in row[column : column + 1]
            for text in cell.paragraphs
        )
        + _TOLERANCE
        for column in range(len(table.columns))
    ]


def _widened(wished: Sequence[float], least: Sequence[float]) -> list[float]:
    """Widen the columns that need it at the cost of those with room to spare, if there are any."""
    lacking = sum(max(low - wish, 0.0) for wish, low in zip(wished, least, strict=True))
    spare = sum(max(wish - low, 0.0) for wish, low in zip(wished, least, strict=True))
    if lacking > spare:
        return list(wished)
    part = lacking / spare if spare else 0.0
    return [
        low if wish < low else wish - (wish - low) * part
        for wish, low in zip(wished, least, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets the rows of one table."""

    table: Table
    slots: Sequence[_Slot]
    manner: Manner
    case: TypeCase

    def row(self, place: int, row: Element) -> list[_SetCell]:
        """Set one row, counting from 0, and add its cells to the tree below ``row``."""
        made = []
        for column, (cell, slot) in enumerate(zip(self.table.rows[place], self.slots, strict=True)):
            scope = self._scope(place, column)
            element = row.child("TH", {"Table": {"Scope": scope}}) if scope else row.child("TD")
            bold = replace(self.manner, bold=cell.bold or scope == "/Column")
            if cell.spoken:
                element = element.child("Span")
                element.spoken = cell.spoken
            lines = cell_lines(cell, slot.width, bold, self.case, element)
            made.append(_SetCell(slot, bold, lines))
        return made

    def _scope(self, row: int, column: int) -> str:
        """Return what a cell is the heading of: its column, its row, or nothing."""
        if row < self.table.header_rows:
            return "/Column"
        return "/Row" if self.table.row_headers and column == 0 else ""


def _whole(row: Iterable[_SetCell], padding: float) -> Strip:
    cells = list(row)
    words = tuple(word for cell in cells for word in cell.words(padding))
    return Strip(max(cell.height for cell in cells) + 2 * padding, words)


def _bands(row: list[_SetCell], padding: float) -> list[Strip]:
    """Return a row as one strip, or as one a line when it is too tall to be kept whole."""
    if max(len(cell.lines) for cell in row) <= _TALL:
        return [_whole(row, padding)]
    by_line = zip_longest(*(_single_lines(cell) for cell in row))
    bands = [_whole([cell for cell in cells if cell], 0.0) for cells in by_line]
    first, last = bands[0], bands[-1]
    bands[0] = replace(_lowered(first, padding), keep=True)
    bands[-2] = replace(bands[-2], keep=True)
    bands[-1] = replace(last, height=last.height + padding)
    return bands


def _single_lines(cell: _SetCell) -> list[_SetCell]:
    return [replace(cell, lines=(line,)) for line in cell.lines]


def _lowered(strip: Strip, by: float) -> Strip:
    words = tuple(replace(word, baseline=word.baseline + by) for word in strip.words)
    rules = tuple(replace(rule, y=rule.y + by) for rule in strip.rules)
    return replace(strip, height=strip.height + by, words=words, rules=rules)


def _stacked(strips: Sequence[Strip]) -> Strip:
    """Return strips as one, below each other."""
    made = Strip(0.0)
    for strip in strips:
        low = _lowered(strip, made.height)
        made = Strip(low.height, made.words + low.words, made.rules + low.rules)
    return made


def _ruled(strip: Strip, measure: float, weight: float, colour: str) -> Strip:
    """Draw a rule along the lower edge of a strip."""
    rule = Rule(0.0, strip.height, measure, weight, colour)
    return replace(strip, rules=(*strip.rules, rule))


def _top_rule(table: Table, measure: float) -> Strip | None:
    """Return the rule that a table without headings opens with."""
    return _ruled(Strip(0.0), measure, _HAIRLINE, RULE) if table.ruled else None
