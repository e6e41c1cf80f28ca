"""A table as strips: one a row, with its headings ready to be repeated on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest

from scrutiny_app.documents.blocks import Align, Run, Table
from scrutiny_app.documents.colours import INK, RULE
from scrutiny_app.documents.manners import (
    BOX_INSET,
    CELL_GAP,
    CELL_POINT_INDENT,
    FIGURES_ROOM,
    ROW_PADDING,
    TABLE_ROOM,
    Manner,
    is_short,
)
from scrutiny_app.documents.pdf.cell_lines import CellLine, cell_lines
from scrutiny_app.documents.pdf.column_widths import column_widths
from scrutiny_app.documents.pdf.setting import set_lines
from scrutiny_app.documents.pdf.strips import Rule, Strip, Words, baseline, shift
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.type_case import TypeCase, width

_HAIRLINE = 0.5
_HEAVY = 1.0
_TALL = 18  # lines; a row with more may be divided between pages
_SHORT = 3  # lines; a first or last row with no more never stands alone on a page
_CONTINUED = " (continued)"


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a column's text stands, in points from the left edge of the text area.

    ``bracket`` is the room that figures without a closing bracket leave for one.
    """

    x: float
    width: float
    align: Align
    bracket: float = 0.0


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
        if not (one.line.pieces and one.line.pieces[-1].text.endswith(")")):
            moved -= self.slot.bracket
        yield Words(x + moved, base, one.line, self.manner, one.element)


@dataclass(frozen=True, slots=True)
class _Beside:
    """A divided row's heading for further pages; there is room from line ``free_from`` on."""

    cell: _SetCell
    free_from: int


def table_strips(
    table: Table, parent: Element, manner: Manner, case: TypeCase, measure: float
) -> list[Strip]:
    """Set a table across the text width and return its rows as strips.

    Headings stay with the first row below them and are repeated on every page that the table
    runs on to. A short table stays whole, and a row unless it is longer than ``_TALL`` lines; where
    a table has row headers, that of a divided row stands on the next page too.
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
    short = is_short(table)
    for place, row in enumerate(rows[table.header_rows :], start=table.header_rows):
        bands = _bands(row, padding)
        keep = short or _stays(rows, place, table.header_rows)
        bands[-1] = replace(bands[-1], keep=keep)
        if table.ruled:
            bands[-1] = _ruled(bands[-1], measure, _HAIRLINE, RULE)
        if table.boxed:
            bands = [_walled(band, setter.slots, measure) for band in bands]
        strips.append(replace(bands[0], repeated=opening))
        if len(bands) > 1:
            strips += _going_on(bands, opening, padding, setter.beside(place, len(row[0].lines)))
    strips[0] = replace(strips[0], before=manner.leading * TABLE_ROOM)
    strips[-1] = replace(strips[-1], after=manner.leading * TABLE_ROOM, keep=False)
    return strips


def _summary(table: Table) -> dict[str, dict[str, str]]:
    return {"Table": {"Summary": table.summary}} if table.summary else {}


def _slots(table: Table, manner: Manner, case: TypeCase, measure: float) -> list[_Slot]:
    """Place the columns; the outer edges of the table, or of its frame, are those of the text."""
    inset = BOX_INSET if table.boxed else 0.0
    widths = column_widths(table, manner, case, measure - 2 * inset)
    starts = accumulate((wide + CELL_GAP for wide in widths), initial=inset)
    bracket = width(")", case.plain, manner.size)
    slots = []
    for place, (start, wide, column) in enumerate(zip(starts, widths, table.columns, strict=False)):
        room = FIGURES_ROOM if table.follows_figures(place) else 0.0
        hang = bracket if table.has_brackets(place) else 0.0
        slots.append(_Slot(start + room, wide - room, column.align, hang))
    return slots


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

    def beside(self, place: int, free_from: int) -> _Beside | None:
        """Set what stands beside the rest of a row, counting from 0, that is divided."""
        if not self.table.row_headers:
            return None
        cell = self.table.rows[place][0]
        text = (*cell.paragraphs[0], Run(_CONTINUED))
        manner = replace(self.manner, bold=cell.bold)
        lines = set_lines(text, self.slots[0].width, manner, self.case)
        set_ = tuple(CellLine(line, None) for line in lines)
        return _Beside(_SetCell(self.slots[0], manner, set_), free_from)

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
    if _line_count(row) <= _TALL:
        return [_whole(row, padding)]
    by_line = zip_longest(*(_single_lines(cell) for cell in row))
    bands = [_whole([cell for cell in cells if cell], 0.0) for cells in by_line]
    lines = max((cell.lines for cell in row), key=len)
    bands = [replace(band, keep=_held(lines, place)) for place, band in enumerate(bands)]
    first, last = bands[0], bands[-1]
    bands[0] = replace(_lowered(first, padding), keep=True)
    bands[-2] = replace(bands[-2], keep=True)
    bands[-1] = replace(last, height=last.height + padding)
    return bands


def _held(lines: Sequence[CellLine], place: int) -> bool:
    """Whether a line stays with the next: first and last two of a paragraph, a point with its text.

    A line that ends a paragraph has a gap after it.
    """
    if place + 1 == len(lines):
        return False
    line, following = lines[place], lines[place + 1]
    if line.gap:
        return following.mark is None and following.indent > 0
    opens = place == 0 or lines[place - 1].gap > 0
    closes = place + 2 == len(lines) or following.gap > 0
    return opens or closes


def _line_count(row: Iterable[_SetCell]) -> int:
    return max(len(cell.lines) for cell in row)


def _stays(rows: Sequence[Sequence[_SetCell]], place: int, first: int) -> bool:
    """Whether a row stays with the next: a short one that is the first or before the last."""
    before_last = place == len(rows) - 2 and _line_count(rows[-1]) <= _SHORT
    return before_last or (place == first and _line_count(rows[place]) <= _SHORT)


def _going_on(
    bands: Sequence[Strip], opening: Strip | None, padding: float, beside: _Beside | None
) -> Iterator[Strip]:
    """Yield the further bands of a divided row, each ready to open a page.

    The repeated headings have air below them then, and the row's own heading hangs below them.
    """
    head = opening or Strip(0.0)
    head = replace(head, height=head.height + padding)
    for number, band in enumerate(bands[1:], start=1):
        words: tuple[Words, ...] = ()
        if beside and number >= beside.free_from:
            lines = beside.cell.lines[: len(bands) - number]
            words = replace(beside.cell, lines=lines).words(head.height)
        yield replace(band, repeated=replace(head, words=(*head.words, *words)))


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


def _walled(strip: Strip, slots: Sequence[_Slot], measure: float) -> Strip:
    """Draw the sides of a frame and the lines between columns beside a strip."""
    between = [slot.x - CELL_GAP / 2 for slot in slots[1:]]
    walls = (
        Rule(x, 0.0, 0.0, _HAIRLINE, RULE, depth=strip.height) for x in (0.0, *between, measure)
    )
    return replace(strip, rules=(*strip.rules, *walls))


def _top_rule(table: Table, measure: float) -> Strip | None:
    """Return the rule that a table without headings opens with."""
    return _ruled(Strip(0.0), measure, _HAIRLINE, RULE) if table.ruled else None
