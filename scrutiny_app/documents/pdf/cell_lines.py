"""The lines of one cell of a table, its lists with their marks and their places in the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scrutiny_app.documents.blocks import Cell, plain
from scrutiny_app.documents.manners import CELL_POINT_INDENT, CELL_POINT_ROOM, Manner
from scrutiny_app.documents.pdf.setting import Line, set_lines
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.type_case import TypeCase

_LIST = {"List": {"ListNumbering": "/Disc"}}


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a list's point, drawn left of its first line."""

    line: Line
    element: Element


@dataclass(frozen=True, slots=True)
class CellLine:
    """One set line. ``gap`` is the space after it, ``indent`` how far in it stands.

    One without an ``element`` is not read out.
    """

    line: Line
    element: Element | None
    gap: float = 0.0
    indent: float = 0.0
    mark: Mark | None = None


def cell_lines(
    cell: Cell, measure: float, manner: Manner, case: TypeCase, element: Element
) -> tuple[CellLine, ...]:
    """Set a cell's paragraphs ``measure`` points wide; adds its lists below ``element``.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    made: list[CellLine] = []
    tree = _Lists(element)
    levels = cell.levels or (0,) * len(cell.paragraphs)
    for text, level in zip(cell.paragraphs, levels, strict=True):
        if made:
            gap = manner.leading * CELL_POINT_ROOM if level == 1 else manner.after
            made[-1] = replace(made[-1], gap=gap)
        place, label = (element, None) if not cell.levels else tree.paragraph(level)
        indent = abs(level) * CELL_POINT_INDENT
        lines = set_lines(text, measure - indent, manner, case)
        hang = CELL_POINT_INDENT if cell.hung and len(lines) > 1 else 0.0
        if hang:
            lines = set_lines(text, measure - indent - hang, manner, case)
        for number, line in enumerate(lines):
            mark = None
            if label is not None and number == 0:
                mark = Mark(set_lines(plain("•"), measure, manner, case)[0], label)
            made.append(CellLine(line, place, 0.0, indent + hang * bool(number), mark))
    return tuple(made)


class _Lists:
    """The lists of a cell that are open, outermost first."""

    def __init__(self, cell: Element) -> None:
        self._cell = cell
        self._open: list[tuple[Element, Element]] = []  # a list, and the body of its last point

    def paragraph(self, level: int) -> tuple[Element, Element | None]:
        """Return where a paragraph goes, and where its mark does if it has one."""
        if level <= 0:
            del self._open[-level:]
            return self._body().child("P"), None
        del self._open[level:]
        while len(self._open) < level:
            whole = self._body().child("L", _LIST)
            self._open.append((whole, whole))
        whole, _ = self._open[-1]
        point = whole.child("LI")
        label = point.child("Lbl")
        body = point.child("LBody")
        self._open[-1] = (whole, body)
        return body.child("P"), label

    def _body(self) -> Element:
        return self._open[-1][1] if self._open else self._cell
