"""A page as seen: its size and its corner after crop, rotation and unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object

POINTS_PER_MILLIMETRE = 72 / 25.4

# What viewers take for a page that does not say how large it is
_US_LETTER = (0.0, 0.0, 612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in a page's own space: lower left corner, then upper right."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page after crop and rotation.

    Units: ``width`` and ``height`` are points (1/72 inch) as seen; ``box`` is the visible part in
    the page's own units. ``right`` and ``up`` are one point to the right and one point up as
    seen, and ``corner`` is the lower left corner as seen, all in the page's own space.
    """

    width: float
    height: float
    box: Box
    corner: tuple[float, float]
    right: tuple[float, float]
    up: tuple[float, float]

    def own(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as seen, from the lower left, in the page's own space."""
        return (
            self.corner[0] + x * self.right[0] + y * self.up[0],
            self.corner[1] + x * self.right[1] + y * self.up[1],
        )

    @property
    def upright(self) -> bytes:
        """The ``cm`` operands that make what follows upright, in points, from the lower left."""
        return numbers(*self.right, *self.up, *self.corner)


def see(page: Dictionary) -> SeenPage:
    """Return a page, its inherited attributes pushed down to it, as a reader sees it.

    Source: ISO 32000-1, 7.7.3.3 (boxes, ``Rotate``, ``UserUnit``); a ``Rotate`` that is no
    quarter turn is rounded towards zero, as pdfium does.
    """
    box = _visible(page)
    unit = _unit(page)
    quarter_turns = int(float(page.get(Name.Rotate, 0)) / 90) % 4
    wide, high = box.width * unit, box.height * unit
    one = 1 / unit
    match quarter_turns:
        case 1:
            return SeenPage(high, wide, box, (box.right, box.bottom), (0, one), (-one, 0))
        case 2:
            return SeenPage(wide, high, box, (box.right, box.top), (-one, 0), (0, -one))
        case 3:
            return SeenPage(high, wide, box, (box.left, box.top), (0, -one), (one, 0))
        case _:
            return SeenPage(wide, high, box, (box.left, box.bottom), (one, 0), (0, one))


def numbers(*values: float) -> bytes:
    """Write numbers as a content stream takes them: five decimals at most, never an exponent."""
    return b" ".join(_number(value) for value in values)


def _number(value: float) -> bytes:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return b"0" if text in {"-0", ""} else text.encode()


def _unit(page: Dictionary) -> float:
    unit = float(page.get(Name.UserUnit, 1))
    return unit if unit > 0 else 1.0


def _visible(page: Dictionary) -> Box:
    """Return the crop box within the media box; the media box where they do not meet."""
    media = _box(page.get(Name.MediaBox)) or Box(*_US_LETTER)
    crop = _box(page.get(Name.CropBox)) or media
    both = Box(
        max(media.left, crop.left),
        max(media.bottom, crop.bottom),
        min(media.right, crop.right),
        min(media.top, crop.top),
    )
    return both if both.width > 0 and both.height > 0 else media


def _box(corners: Object | Iterable[object] | None) -> Box | None:
    """Return a rectangle whichever corners it was given by; None when it has no area."""
    if corners is None:
        return None
    x0, y0, x1, y1 = (float(value) for value in corners)  # type: ignore[arg-type]
    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box.width > 0 and box.height > 0 else None
