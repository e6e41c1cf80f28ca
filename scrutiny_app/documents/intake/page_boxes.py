"""The edges of a page as seen: sane, in order, and turned by quarters only."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

from pikepdf import Array, Dictionary, Name, Object, Page

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.domain.errors import PaperRefused

# Source: ISO 32000-1 Annex C, table C.1: a page is between 3 and 14,400 units a side
_SMALLEST = 3.0
_LARGEST = 14_400.0
_CORNERS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    @property
    def usable(self) -> bool:
        """Whether it is as large as a page must be."""
        return min(self.width, self.height) >= _SMALLEST

    def within(self, other: Box) -> Box:
        """The part of this box that lies in ``other``; not usable when there is none."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )


def set_boxes_right(page: Page, number: int, findings: Findings) -> None:
    """Write the page's edges and turn in their plain form; drop what does not count on screen.

    Raises:
        PaperRefused: the page has no usable size.
    """
    leaf = page.obj
    media = _box(leaf.get(Name.MediaBox))
    if media is None or not media.usable or max(media.width, media.height) > _LARGEST:
        raise PaperRefused(_no_size(number, media))
    _write(leaf, "/MediaBox", media)
    seen = (_box(leaf.get(Name.CropBox)) or media).within(media)
    if seen.usable and seen != media:
        _write(leaf, "/CropBox", seen)
    else:
        _drop(leaf, "/CropBox")
    _set_turn_right(leaf, number, findings)
    if "/UserUnit" in leaf:
        del leaf["/UserUnit"]
        findings.warn(
            f"Page {number} is drawn larger than paper comes; it is bound at its plain size. "
            "Check that it can be read."
        )


def _set_turn_right(leaf: Dictionary, number: int, findings: Findings) -> None:
    """Reduce the rotation to 0, 90, 180 or 270, cutting odd angles off as viewers do."""
    turn = leaf.get(Name.Rotate, 0)
    degrees = int(turn) if isinstance(turn, int | Decimal) else 0
    quarters = math.trunc(degrees / 90) % 4
    if degrees % 90:
        findings.repaired = True
        findings.warn(f"Page {number} is turned by an odd angle. Check that it stands upright.")
    if quarters:
        leaf.Rotate = quarters * 90
    else:
        _drop(leaf, "/Rotate")


def _box(value: Object | None) -> Box | None:
    """Read four numbers in any order of corners; None when they are not that."""
    if not isinstance(value, Array) or len(value) != _CORNERS:
        return None
    numbers = [float(each) for each in value if isinstance(each, int | Decimal)]
    if len(numbers) != _CORNERS:
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    return Box(left, bottom, right, top)


def _write(leaf: Dictionary, key: str, box: Box) -> None:
    """Write a box with its lower left corner first."""
    corners = (box.left, box.bottom, box.right, box.top)
    leaf[key] = Array([round(Decimal(corner), 4) for corner in corners])


def _drop(leaf: Dictionary, key: str) -> None:
    """Delete an entry if it is there."""
    if key in leaf:
        del leaf[key]


def _no_size(number: int, media: Box | None) -> str:
    """Say why a page's size cannot be used."""
    again = "Ask its author to save it as PDF again."
    if media is None or not media.usable:
        return f"page {number} has no usable size. {again}"
    return (
        f"page {number} claims to be {media.width:,.0f} by {media.height:,.0f} points, "
        f"larger than any PDF page may be. {again}"
    )
