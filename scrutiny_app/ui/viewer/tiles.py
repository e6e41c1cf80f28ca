"""The pictures of pages: what is wished for, what is there, and what is let go."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import asdict, dataclass

from PySide6.QtGui import QImage

from scrutiny_app.ui.viewer.shown_document import Fields
from scrutiny_app.ui.viewer.viewer_child import TILE_EDGE

# About twenty pages that fill a laptop's screen
_MOST_BYTES = 112 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a page in device pixels; see the viewer child, which draws it."""

    across: int
    down: int
    turns: int
    left: int
    top: int
    width: int
    height: int
    dark: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """A piece of a page from 0."""

    page: int
    piece: Piece

    @property
    def whole(self) -> bool:
        """Whether it shows the page from edge to edge."""
        return (self.piece.width, self.piece.height) == (self.piece.across, self.piece.down)

    def question(self, at: int) -> Fields:
        """Return what to ask the child so that it draws this tile at a place in the memory."""
        return {"do": "draw", "page": self.page, "piece": asdict(self.piece), "at": at}


class TileShelf:
    """The pictures drawn so far; the ones not looked at longest go first."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[Tile, QImage] = OrderedDict()
        self._bytes = 0

    def __contains__(self, tile: Tile) -> bool:
        return tile in self._pictures

    def get(self, tile: Tile) -> QImage | None:
        """Return a picture, if it is there."""
        picture = self._pictures.get(tile)
        if picture is not None:
            self._pictures.move_to_end(tile)
        return picture

    def stand_in(self, page: int, turns: int, *, dark: bool) -> QImage | None:
        """Return a whole page at another size, to stretch until the sharp one comes."""
        for tile in reversed(self._pictures):
            same = tile.page == page and tile.piece.turns == turns and tile.piece.dark == dark
            if same and tile.whole:
                return self._pictures[tile]
        return None

    def put(self, tile: Tile, picture: QImage) -> None:
        """Keep a picture."""
        self._pictures[tile] = picture
        self._bytes += picture.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._pictures) > 1:
            self._bytes -= self._pictures.popitem(last=False)[1].sizeInBytes()

    def clear(self) -> None:
        """Let all of them go."""
        self._pictures.clear()
        self._bytes = 0


def tiles_of(
    page: int, size: tuple[int, int], turns: int, span: tuple[int, int], *, dark: bool
) -> list[Tile]:
    """Return the tiles that show a page of ``size`` device pixels between the heights of ``span``.

    A page that fits one tile is one tile.
    """
    across, down = size
    found = []
    for top in range(0, down, TILE_EDGE):
        height = min(TILE_EDGE, down - top)
        if top + height < span[0] or top > span[1]:
            continue
        for left in range(0, across, TILE_EDGE):
            width = min(TILE_EDGE, across - left)
            piece = Piece(across, down, turns, left, top, width, height, dark)
            found.append(Tile(page, piece))
    return found
