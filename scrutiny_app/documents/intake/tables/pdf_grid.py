"""A grid over a page of a PDF: found in its rules, or made of column borders and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrutiny_app.documents.intake.tables.pdf_marks import Line, PageMarks, Stroke, Word, lines_of

_NEAR = 3.0  # points: rules that are meant to meet or to be one
_CHUNK_GAP = 5.0  # points between two columns, at the least
_ROW_GAP = 0.9  # of a line's height: a wider gap above a line opens a new row
_HEAD_GAP = 0.7
_YEAR = re.compile(r"20\d\d\s?[/\u2013-]\s?(20)?\d\d")
_FIGURE = re.compile(r"\(?[-\u2212\u2013+]?£?\d[\d,]*(\.\d+)?\)?%?")
_LEAST_FIGURES = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a table's rows and columns end. ``walls`` gives each row's own column borders."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    walls: tuple[tuple[float, ...], ...]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.rows[-1]


def ruled_grids(marks: PageMarks) -> tuple[Grid, ...]:
    """Return the grids that a page's rules make, from the top down: two columns at the least."""
    grids = [_grid(across, down) for across, down in _meeting(marks.across, marks.down)]
    whole = [one for one in grids if len(one.columns) > 2 and len(one.rows) > 1]  # noqa: PLR2004
    return tuple(sorted(whole, key=lambda one: one.top))


def _meeting(
    across: Sequence[Stroke], down: Sequence[Stroke]
) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Return rules in groups that hang together."""
    groups: list[tuple[list[Stroke], list[Stroke]]] = []
    for stroke in down:
        met = [group for group in groups if any(_meet(one, stroke) for one in group[0])]
        fresh = [
            one
            for one in across
            if _meet(one, stroke) and not any(one in group[0] for group in groups)
        ]
        merged = (
            [*fresh, *(one for group in met for one in group[0])],
            [stroke, *(one for group in met for one in group[1])],
        )
        groups = [group for group in groups if group not in met] + [merged]
    return groups


def _meet(across: Stroke, down: Stroke) -> bool:
    return (
        down.start - _NEAR <= across.at <= down.end + _NEAR
        and across.start - _NEAR <= down.at <= across.end + _NEAR
    )


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> Grid:
    rows = _places(one.at for one in across)
    columns = _places(one.at for one in down)
    walls = tuple(
        tuple(
            column
            for column in columns
            if any(
                abs(one.at - column) <= _NEAR and one.start - _NEAR <= (top + end) / 2 <= one.end
                for one in down
            )
        )
        for top, end in pairwise(rows)
    )
    return Grid(rows, columns, walls)


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Return places in order, those that are meant to be one taken as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)


def open_regions(marks: PageMarks) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each table without column rules: from its headings to its last figures.

    Its headings are the lines around one that names two years.
    """
    lines = lines_of(marks.words)
    heads = [n for n, line in enumerate(lines) if len(_YEAR.findall(line.text)) > 1]
    starts = [_opening(lines, head) for head in heads]
    regions = []
    ends = [*starts[1:], len(lines)]
    for head, start, end in zip(heads, starts, ends, strict=False):
        figured = [n for n in range(head + 1, end) if _has_figures(lines[n])]
        if figured and start < end:
            regions.append(lines[start : _ending(lines, figured[-1], end)])
    return tuple(regions)


def _opening(lines: Sequence[Line], head: int) -> int:
    """Return where the headings begin: with the lines that stand close above the years."""
    while head and _is_close(lines[head - 1], lines[head]):
        head -= 1
    return head


def _ending(lines: Sequence[Line], last: int, end: int) -> int:
    """Return where a table ends: after the lines that stand close below its last figures."""
    while last + 1 < end and _is_close(lines[last], lines[last + 1]):
        last += 1
    return last + 1


def _is_close(above: Line, below: Line) -> bool:
    return below.top - above.bottom < _HEAD_GAP * _height(below)


def proposed_borders(lines: Sequence[Line]) -> tuple[float, ...]:
    """Return where a table without column rules has its columns' borders: where no line has ink.

    The first and the last are the table's own edges. A line of one piece tells only of the column
    that it lies in: a heading may run across several.
    """
    left = min(word.left for line in lines for word in line.words)
    right = max(word.right for line in lines for word in line.words)
    parted = [_chunks(line) for line in lines]
    covered = _covered(chunk for chunks in parted if len(chunks) > 1 for chunk in chunks)
    single = [chunks[0] for chunks in parted if len(chunks) == 1]
    inside = [one for one in single if sum(1 for held in covered if _overlap(one, held)) == 1]
    covered = _covered([*covered, *inside])
    between = [(before[1] + after[0]) / 2 for before, after in pairwise(covered)]
    return (left - 1, *between, right + 1)


def _covered(chunks: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the stretches of a line's width that hold ink in any of the chunks."""
    covered: list[list[float]] = []
    for start, end in sorted(chunks):
        if covered and start - covered[-1][1] < _CHUNK_GAP:
            covered[-1][1] = max(covered[-1][1], end)
        else:
            covered.append([start, end])
    return [(start, end) for start, end in covered]


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] + _CHUNK_GAP and other[0] < one[1] + _CHUNK_GAP


def _chunks(line: Line) -> list[tuple[float, float]]:
    """Return the stretches of a line between gaps as wide as those between columns."""
    return _covered((word.left, word.right) for word in line.words)


def bordered_grid(marks: PageMarks, lines: Sequence[Line], borders: Sequence[float]) -> Grid:
    """Return the grid of lines under column borders; rows end at rules, or where a row begins.

    Without rules, a row begins at a line with figures, or after a wider gap.
    """
    columns = tuple(sorted(borders))
    top, bottom = lines[0].top - 1, lines[-1].bottom + 1
    wide = (columns[-1] - columns[0]) / 2
    rules = _places(
        one.at for one in marks.across if top < one.at < bottom and one.end - one.start > wide
    )
    inner = rules if len(rules) > 1 else _row_starts(lines)
    rows = (top, *inner, bottom)
    walls = tuple(_walls(lines, top, end, columns) for top, end in pairwise(rows))
    return Grid(rows, columns, walls)


def _walls(
    lines: Sequence[Line], top: float, end: float, columns: tuple[float, ...]
) -> tuple[float, ...]:
    """Return the borders that part one row: none where its only line runs across them."""
    inside = [chunk for line in lines if top <= _middle(line) < end for chunk in _chunks(line)]
    if len(inside) == 1 and any(inside[0][0] < wall < inside[0][1] for wall in columns):
        return columns[:1]
    return columns


def _row_starts(lines: Sequence[Line]) -> tuple[float, ...]:
    below_figures = False
    starts = []
    for above, line in pairwise(lines):
        figures = _has_figures(line) and not _YEAR.search(line.text)
        apart = line.top - above.bottom > _ROW_GAP * _height(line)
        if figures or (apart and (below_figures or len(_chunks(line)) == 1)):
            starts.append((above.bottom + line.top) / 2)
        below_figures = below_figures or figures
    return tuple(starts)


def _has_figures(line: Line) -> bool:
    return sum(1 for word in line.words if _FIGURE.fullmatch(word.text)) >= _LEAST_FIGURES


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _height(line: Line) -> float:
    return line.bottom - line.top


def cells_of(grid: Grid, words: Sequence[Word]) -> list[list[list[Word]]]:
    """Return the words of every cell; those of a cell that spans stand in its first place."""
    cells: list[list[list[Word]]] = []
    for (top, end), walls in zip(pairwise(grid.rows), grid.walls, strict=True):
        row: list[list[Word]] = [[] for _ in grid.columns[1:]]
        for word in words:
            if top <= word.middle < end and grid.columns[0] <= word.centre <= grid.columns[-1]:
                wall = max((wall for wall in walls if wall <= word.centre), default=None)
                place = 0 if wall is None else grid.columns.index(wall)
                row[min(place, len(row) - 1)].append(word)
        cells.append(row)
    return cells
