"""Where pages stand on a sheet of paper: arithmetic, in dots of whatever draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.print_plan import HALF_SHARE, PagePart, Printed, Side
from scrutiny_app.ui.viewer.tiles import Piece, Tile

# A quarter to the left: the head of a wide table comes to the edge where a sheet is bound
_TURNED = 3
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class OnSheet:
    """A page, or half of one, on a sheet: its corner there, and the piece to draw."""

    left: int
    top: int
    tile: Tile

    def strips(self, most_dots: int) -> list[OnSheet]:
        """Return it in strips from top to bottom, none with more dots than so many."""
        piece = self.tile.piece
        height = max(1, most_dots // piece.width)
        return [
            OnSheet(self.left, self.top + at, Tile(self.tile.page, _strip(piece, at, height)))
            for at in range(0, piece.height, height)
        ]


def places_on(side: Side, sheet: tuple[int, int], sizes: Sequence[Size]) -> list[OnSheet]:
    """Return where everything of a side stands on a sheet of so many dots across and down.

    ``sizes`` are those of all pages in points. Everything is as large as there is room for; a page
    that lies the other way is turned.
    """
    across = sheet[0] // max(1, len(side))
    return [
        _place(place, sizes[place.page], (at * across, 0, across, sheet[1]))
        for at, place in enumerate(side)
        if place is not None
    ]


def _place(place: Printed, size: Size, cell: tuple[int, int, int, int]) -> OnSheet:
    shown = _shown(place.part, size)
    wide = _lies(size)
    turned = _lies(shown) != _lies((cell[2], cell[3]))
    if turned:
        shown, size = shown[::-1], size[::-1]
    scale = min(cell[2] / shown[0], cell[3] / shown[1])
    width, height = (max(1, int(edge * scale)) for edge in shown)
    whole = (max(width, round(size[0] * scale)), max(height, round(size[1] * scale)))
    crop = (0, 0)
    if _at_the_far_end(place.part, below=turned and wide):
        crop = (whole[0] - width, whole[1] - height)
    turns = _TURNED if turned else 0
    piece = Piece(*whole, turns, *crop, width, height, dark=False)
    left, top = cell[0] + (cell[2] - width) // 2, cell[1] + (cell[3] - height) // 2
    return OnSheet(left, top, Tile(place.page, piece))


def _shown(part: PagePart, size: Size) -> Size:
    """Return the size of what is printed of a page; halves are cut across its longer side."""
    if part is PagePart.WHOLE:
        return size
    return (size[0] * HALF_SHARE, size[1]) if _lies(size) else (size[0], size[1] * HALF_SHARE)


def _lies(size: Size) -> bool:
    return size[0] > size[1]


def _at_the_far_end(part: PagePart, *, below: bool) -> bool:
    """Tell whether a half is the right or lower one of the page as it is drawn.

    ``below`` says that the page is a wide one turned to the left: its left half lies below.
    """
    return part is (PagePart.UPPER if below else PagePart.LOWER)


def _strip(piece: Piece, at: int, height: int) -> Piece:
    height = min(height, piece.height - at)
    top = piece.top + at
    size = (piece.across, piece.down, piece.turns)
    return Piece(*size, piece.left, top, piece.width, height, piece.dark)
