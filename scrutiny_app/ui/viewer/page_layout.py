"""Where every page stands when they lie below each other: arithmetic, nothing is drawn here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from scrutiny_app.ui.viewer.shown_document import PIXELS_A_POINT

GAP = 14
SMALLEST_ZOOM, LARGEST_ZOOM = 0.1, 6.0


class Fit(Enum):
    """How the zoom follows the window."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: a page from 0 and how far below its top, in points."""

    page: int
    down: float = 0.0


class PageLayout:
    """Pages below each other, in logical pixels; ``zoom`` 1.0 is 100 %."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]], *, zoom: float, turns: int, width: int
    ) -> None:
        """``turns`` are quarters clockwise; ``width`` is that of the room they stand in."""
        self.scale = zoom * PIXELS_A_POINT
        self.turns = turns % 4
        self._sizes = [pixels_of(size, self.scale, self.turns) for size in sizes]
        widest = max((across for across, _ in self._sizes), default=0)
        self.width = max(width, widest + 2 * GAP)
        self.tops: list[int] = []
        top = GAP
        for _, down in self._sizes:
            self.tops.append(top)
            top += down + GAP
        self.height = top

    def box(self, page: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a page."""
        across, down = self._sizes[page]
        return (self.width - across) // 2, self.tops[page], across, down

    def pages_between(self, top: int, bottom: int) -> range:
        """Return the pages of which something lies between two heights."""
        first = max(0, bisect_right(self.tops, top) - 1)
        return range(first, max(first, bisect_left(self.tops, bottom)))

    def page_at(self, height: int) -> int:
        """Return the page at a height, or the one above the gap there."""
        return max(0, bisect_right(self.tops, height) - 1)

    def height_of(self, spot: Spot) -> int:
        """Return the height of a place; on a turned page, that of the page."""
        down = spot.down * self.scale if self.turns == 0 else 0
        return self.tops[spot.page] + round(down)


def pixels_of(size: tuple[float, float], scale: float, turns: int) -> tuple[int, int]:
    """Return width and height of a page in whole pixels."""
    across, down = size if turns % 2 == 0 else (size[1], size[0])
    return max(1, round(across * scale)), max(1, round(down * scale))


def zoom_to_fit(
    sizes: Sequence[tuple[float, float]], page: int, turns: int, room: tuple[int, int], fit: Fit
) -> float:
    """Return the zoom at which the pages fit the width, or this page the whole, of a room.

    The width is that of most pages: one plan on its side must not make all the rest small.
    """
    widths = Counter(pixels_of(size, 1.0, turns)[0] for size in sizes)
    zoom = (room[0] - 2 * GAP) / (widths.most_common(1)[0][0] * PIXELS_A_POINT)
    if fit is Fit.PAGE:
        across, down = pixels_of(sizes[page], 1.0, turns)
        zoom = min((room[0] - 2 * GAP) / across, (room[1] - 2 * GAP) / down) / PIXELS_A_POINT
    return max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
