"""The lines of a cell of a PDF's table: what is bold, and what is a point of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scrutiny_app.documents.intake.tables.pdf_marks import BULLET, Line, Word, joined, lines_of
from scrutiny_app.domain.read_table import CellLine

_INDENT = 4.0  # points: text that stands further in has begun anew
_APART = 0.6  # of a line's height: so does text below a wider gap


@dataclass(frozen=True, slots=True)
class _Begun:
    """One stretch of lines that its author began anew; ``mark`` is where its bullet stands."""

    lines: tuple[Line, ...]
    mark: float | None


def bullet_places(cells: Iterable[Sequence[Word]]) -> tuple[float, ...]:
    """Return how far in bullets stand in the cells of a column, outermost first."""
    places: list[float] = []
    for left in sorted(word.left for words in cells for word in words if word.text == BULLET):
        if not places or left - places[-1] > _INDENT:
            places.append(left)
    return tuple(places)


def cell_lines(words: Sequence[Word], bullets: Sequence[float]) -> tuple[CellLine, ...]:
    """Return a cell's words as its author's lines; ``bullets`` are those of its column."""
    made = (_cell_line(one, bullets) for one in _stretches(lines_of(words)))
    return tuple(line for line in made if line.text)


def _stretches(lines: Iterable[Line]) -> list[_Begun]:
    found: list[_Begun] = []
    for line in lines:
        marked = line.words[0].text == BULLET
        text = Line(line.words[1:]) if marked and len(line.words) > 1 else line
        mark = line.words[0].left if marked else None
        if marked or not found or _begins(found[-1], text):
            found.append(_Begun((text,), mark))
        else:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, text))
    return found


def _begins(before: _Begun, line: Line) -> bool:
    """Tell whether a line begins anew and is not the rest of what stands above it."""
    last = before.lines[-1]
    if last.text[-1:] == "-" and last.text[-2:-1].isalpha() and line.text[:1].islower():
        return False
    apart = line.top - last.bottom > _APART * (line.bottom - line.top)
    moved = abs(line.words[0].left - last.words[0].left) > _INDENT
    return apart or moved or _bold(line) is not _bold(last)


def _cell_line(one: _Begun, bullets: Sequence[float]) -> CellLine:
    text = joined(one.lines).replace(BULLET, "").strip()
    level = 0
    if one.mark is not None:
        level = sum(place <= one.mark + _INDENT for place in bullets) or 1
    return CellLine(text, bold=all(_bold(line) for line in one.lines), level=level)


def _bold(line: Line) -> bool:
    return all(word.bold for word in line.words)
