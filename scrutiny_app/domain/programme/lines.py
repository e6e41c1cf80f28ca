"""The items in one cell of a work programme: titles, what each is for, and its points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scrutiny_app.domain.read_table import CellLine, ReadCell

# What programs put before a point of a list; the last three are Word's symbol fonts in a PDF
_MARK = re.compile("^(?:[\u2022\u25cf\u25aa\u25e6\u00b7\uf0b7\uf0a7\uf06e]\\s*|[-\u2013*o]\\s+)")


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item as its cell has it. Without a title it goes on with the item before."""

    place: str
    title: str = ""
    purpose: tuple[str, ...] = ()
    sub_points: tuple[str, ...] = ()

    def joined(self, more: ReadItem) -> ReadItem:
        """Return the item with what a later cell says of it."""
        return replace(
            self,
            purpose=(*self.purpose, *more.purpose),
            sub_points=(*self.sub_points, *more.sub_points),
        )


def one_item(cell: ReadCell) -> ReadItem:
    """Return a cell that holds nothing but the name of an item."""
    return ReadItem(cell.place, " ".join(_MARK.sub("", line.text) for line in cell.lines).strip())


def items_in(cell: ReadCell, *, bold_titles: bool, goes_on: bool) -> tuple[ReadItem, ...]:
    """Return the items in a cell that also says what each is for.

    A title is what is bold, where the table has ``bold_titles``; else a point of the outer list;
    else the first line. ``goes_on``: what stands before the first title belongs to the item before.

    Source: the layout of real programmes, a bold title in a list, its purpose, its points.
    """
    lines = tuple(_unmarked(line) for line in cell.lines)
    outer = any(line.level == 1 for line in lines)
    items: list[ReadItem] = []
    for place, line in enumerate(lines):
        if _is_title(line, place, bold_titles=bold_titles, outer=outer, goes_on=goes_on):
            items.append(ReadItem(cell.place, line.text))
        else:
            last = items.pop() if items else ReadItem(cell.place)
            items.append(_with_line(last, line))
    return tuple(items)


def is_bold_title(cell: ReadCell) -> bool:
    """Whether a cell marks its titles by bold type: some lines are bold and some are not."""
    return any(line.bold for line in cell.lines) and not all(line.bold for line in cell.lines)


def listed(cell: ReadCell) -> tuple[str, ...]:
    """Return what a cell lists: a line each, or parted by semicolons."""
    return tuple(_parts(cell))


def _parts(cell: ReadCell) -> Iterator[str]:
    for line in cell.lines:
        for part in _MARK.sub("", line.text).split(";"):
            if part.strip():
                yield part.strip()


def _unmarked(line: CellLine) -> CellLine:
    """Return a line without the mark of its point, which then is a point at least."""
    text = _MARK.sub("", line.text)
    marked = text != line.text
    return replace(line, text=text, level=line.level or (1 if marked else 0))


def _is_title(line: CellLine, place: int, *, bold_titles: bool, outer: bool, goes_on: bool) -> bool:
    if bold_titles:
        return line.bold
    if outer and not goes_on:
        return line.level == 1
    return place == 0 or (outer and line.level == 1)


def _with_line(item: ReadItem, line: CellLine) -> ReadItem:
    if line.level:
        return replace(item, sub_points=(*item.sub_points, line.text))
    if item.sub_points and not item.purpose:
        return replace(item, purpose=(line.text,))
    return replace(item, purpose=(*item.purpose, line.text))
