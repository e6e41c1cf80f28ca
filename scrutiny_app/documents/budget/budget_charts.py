"""Charts of budget proposals, drawn once for the window, PDF and Word; readable in grey.

A reduction is a solid bar and growth an outlined one, each with its figure; nothing is told by
colour, and each chart stands beside a table with the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.colours import INK, QUIET
from scrutiny_app.documents.shapes import Anchor, Box, Label, Shape, Stroke
from scrutiny_app.domain.budget.figures import in_millions, spoken
from scrutiny_app.domain.budget.totals import Total, YearShare

_SOLID = "4a5f7a"
_WIDTH, _ROW, _BAR = 640.0, 28.0, 16.0
_LABELS, _VALUES, _LEFT = 210.0, 70.0, 4.0
_SIZE = 11.0
_LEGEND = 26.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name and the change of spending it stands for, in pounds."""

    name: str
    pounds: int


def services_chart(totals: Sequence[Total], title: str) -> Figure:
    """Return the totals of groups as bars, as stated."""
    return bar_chart([Bar(one.name, one.stated) for one in totals], title)


def years_chart(shares: Sequence[YearShare], title: str) -> Figure:
    """Return the reductions of each year as bars."""
    return bar_chart([Bar(one.year.label, one.pounds) for one in shares], title)


def bar_chart(bars: Sequence[Bar], title: str) -> Figure:
    """Return bars below each other, all from one line, each with its figure at its end."""
    room = _WIDTH - _LABELS - _VALUES
    longest = max((abs(bar.pounds) for bar in bars), default=0) or 1
    shapes: list[Shape] = []
    for place, bar in enumerate(bars):
        middle = place * _ROW + _ROW / 2
        length = room * abs(bar.pounds) / longest
        shapes += _row(bar, middle, length)
    bottom = len(bars) * _ROW
    shapes.append(Stroke(((_LABELS, 0.0), (_LABELS, bottom)), colour=QUIET))
    shapes += _legend(bars, bottom + _LEGEND / 2)
    said = "; ".join(f"{bar.name} {spoken(in_millions(bar.pounds))}" for bar in bars)
    alt = f"Bar chart, {title.lower()}, in millions of pounds: {said}."
    return Figure(_WIDTH, bottom + _LEGEND, tuple(shapes), alt)


def _row(bar: Bar, middle: float, length: float) -> list[Shape]:
    box = Box(
        _LABELS,
        middle - _BAR / 2,
        max(length, 0.5),
        _BAR,
        fill=_SOLID if bar.pounds < 0 else "ffffff",
        edge=_SOLID if bar.pounds < 0 else INK,
    )
    return [
        Label(_LEFT, middle, bar.name, _SIZE, width=_LABELS - 3 * _LEFT),
        box,
        Label(_LABELS + length + 6, middle, in_millions(bar.pounds), _SIZE, bold=True),
    ]


def _legend(bars: Sequence[Bar], middle: float) -> list[Shape]:
    """Say what the two manners of bar are, as far as both are there."""
    kinds = []
    if any(bar.pounds < 0 for bar in bars):
        kinds.append(("Reductions, in brackets", _SOLID, _SOLID))
    if any(bar.pounds > 0 for bar in bars):
        kinds.append(("Growth", "ffffff", INK))
    shapes: list[Shape] = []
    for place, (name, fill, edge) in enumerate(kinds):
        x = _LABELS + place * 190
        shapes.append(Box(x, middle - 5, 10, 10, fill=fill, edge=edge))
        shapes.append(Label(x + 16, middle, name, 10.0, colour=QUIET, anchor=Anchor.START))
    return shapes
