"""Shapes that a picture drawn by code is made of: charts, flow charts.

Lengths are points from the picture's upper left corner, downwards; colours are hex, empty for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scrutiny_app.documents.colours import INK

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``corner`` rounds its corners. ``x`` and ``y`` are its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = INK
    corner: float = 0.0
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Area:
    """A closed shape through its corners."""

    corners: tuple[Point, ...]
    fill: str = ""
    edge: str = INK
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; ``arrow`` puts a head on its end."""

    points: tuple[Point, ...]
    colour: str = INK
    weight: float = 0.75
    arrow: bool = False
    dashed: bool = False


class Anchor(StrEnum):
    """Where a label's text stands against its ``x``."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Label:
    """Words, broken into lines no wider than ``width`` where that is not 0.

    ``y`` is the middle of its lines, so that a label can be put into the middle of a box.
    """

    x: float
    y: float
    text: str
    size: float = 9.0
    bold: bool = False
    colour: str = INK
    anchor: Anchor = Anchor.START
    width: float = 0.0


Shape = Box | Area | Stroke | Label
