"""Where every page stands when they lie below each other: arithmetic, nothing is drawn here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from scrutiny_app.ui.viewer.shown_document import PIXELS_A_POINT

GAP = 14
# Between the pages of an open book
SPINE = 2
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


# The pages beside each other, from left to right; None where a sheet shows nothing
PageRow = tuple[int | None, ...]


class PageLayout:
    """Rows of pages below each other, in logical pixels; ``zoom`` 1.0 is 100 %."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]],
        rows: Sequence[PageRow],
        *,
        zoom: float,
        turns: int,
        width: int,
        shrink: bool = False,
    ) -> None:
        """``turns`` are quarters clockwise; ``width`` is that of the room they stand in.

        ``shrink`` draws pages that are too wide for the room smaller than the rest.
        """
        self.turns = turns % 4
        beside = max((len(row) for row in rows), default=1)
        scale = zoom * PIXELS_A_POINT
        room = (width - 2 * GAP - (beside - 1) * SPINE) / beside
        self._scales = [
            min(scale, room / _width(size, self.turns)) if shrink else scale for size in sizes
        ]
        self._sizes = [
            pixels_of(size, one, self.turns) for size, one in zip(sizes, self._scales, strict=True)
        ]
        self._rows = [(row, [page for page in row if page is not None]) for row in rows]
        widest = max((across for across, _ in self._sizes), default=0)
        self.width = max(width, beside * widest + (beside - 1) * SPINE + 2 * GAP)
        self.tops: list[int] = []
        self._row_of: list[int] = []
        top = GAP
        for number, (_, pages) in enumerate(self._rows):
            self.tops += [top] * len(pages)
            self._row_of += [number] * len(pages)
            top += max(self._sizes[page][1] for page in pages) + GAP
        self.height = top

    def scale(self, page: int) -> float:
        """Return how many pixels a point of a page takes."""
        return self._scales[page]

    def box(self, page: int) -> tuple[int, int, int, int]:
        """Return left, top, width and height of a page."""
        across, down = self._sizes[page]
        row = self._rows[self._row_of[page]][0]
        left = (self.width - across) // 2
        if len(row) > 1:
            spine = self.width // 2
            left = spine - SPINE // 2 - across if row[0] == page else spine + SPINE // 2
        return left, self.tops[page], across, down

    def pages_between(self, top: int, bottom: int) -> range:
        """Return the pages of which something lies between two heights."""
        first = self.page_at(top)
        return range(first, max(first, bisect_left(self.tops, bottom)))

    def page_at(self, height: int) -> int:
        """Return the first page at a height, or of the row above the gap there."""
        last = max(0, bisect_right(self.tops, height) - 1)
        return self.beside(last)[0] if self.tops else 0

    def beside(self, page: int) -> list[int]:
        """Return the pages of the row that a page is in, itself included."""
        return self._rows[self._row_of[page]][1]

    def rows_on(self, page: int, by: int) -> int:
        """Return the first page of the row that is so many rows further on."""
        row = max(0, min(len(self._rows) - 1, self._row_of[page] + by))
        return self._rows[row][1][0]

    def height_of(self, spot: Spot) -> int:
        """Return the height of a place; on a turned page, that of the page."""
        down = spot.down * self._scales[spot.page] if self.turns == 0 else 0
        return self.tops[spot.page] + round(down)


def single_rows(pages: int) -> list[PageRow]:
    """Return every page in a row of its own."""
    return [(page,) for page in range(pages)]


def spread_rows(labels: Sequence[str]) -> list[PageRow]:
    """Return the pages as an open book shows them: odd numbers right, the first page alone.

    Where a page calls itself by no number, or a number is left out, left and right take turns.
    """
    rows: list[PageRow] = []
    left: int | None = None
    for page, label in enumerate(labels):
        if _stands_left(page, label, left):
            if left is not None:
                rows.append((left, None))
            left = page
        else:
            rows.append((left, page))
            left = None
    return [*rows, (left, None)] if left is not None else rows


def _stands_left(page: int, label: str, left: int | None) -> bool:
    if page == 0:
        return False
    return int(label) % 2 == 0 if label.isdecimal() else left is None


def _width(size: tuple[float, float], turns: int) -> float:
    return max(1.0, size[turns % 2])


def pixels_of(size: tuple[float, float], scale: float, turns: int) -> tuple[int, int]:
    """Return width and height of a page in whole pixels."""
    across, down = size if turns % 2 == 0 else (size[1], size[0])
    return max(1, round(across * scale)), max(1, round(down * scale))


def zoom_to_fit(
    sizes: Sequence[tuple[float, float]],
    page: int,
    turns: int,
    room: tuple[int, int],
    fit: Fit,
    *,
    beside: int = 1,
) -> float:
    """Return the zoom at which the pages fit the width, or this page the whole, of a room.

    The width is that of most pages: one plan on its side must not make all the rest small.
    ``beside`` is how many pages stand in a row.
    """
    inner = (room[0] - 2 * GAP - (beside - 1) * SPINE) / beside
    widths = Counter(pixels_of(size, 1.0, turns)[0] for size in sizes)
    zoom = inner / (widths.most_common(1)[0][0] * PIXELS_A_POINT)
    if fit is Fit.PAGE:
        across, down = pixels_of(sizes[page], 1.0, turns)
        zoom = min(inner / across, (room[1] - 2 * GAP) / down) / PIXELS_A_POINT
    return max(SMALLEST_ZOOM, min(LARGEST_ZOOM, zoom))
