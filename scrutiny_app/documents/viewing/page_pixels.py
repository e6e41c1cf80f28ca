"""A piece of a page as pixels, light or with its lightness turned round."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from pypdfium2 import raw

_BYTES_A_PIXEL = 4
# The darkest tone of a dark page: black paper glares against the letters
_DARKEST = 26
_LIGHTEST = 236


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a page to draw.

    The page is drawn ``across`` by ``down`` pixels, turned by ``turns`` quarters clockwise; of
    this the piece of ``width`` by ``height`` pixels whose corner is at ``left``, ``top`` is kept.
    """

    across: int
    down: int
    turns: int
    left: int
    top: int
    width: int
    height: int
    dark: bool

    @property
    def size(self) -> int:
        """How many bytes the pixels take."""
        return self.width * self.height * _BYTES_A_PIXEL


def draw_piece(page: pdfium.PdfPage, piece: Piece, into: memoryview) -> None:
    """Draw a piece of a page; ``into`` takes ``piece.size`` bytes, blue, green, red, unused."""
    room = (ctypes.c_ubyte * piece.size).from_buffer(into)
    bitmap = raw.FPDFBitmap_CreateEx(
        piece.width, piece.height, raw.FPDFBitmap_BGRx, room, piece.width * _BYTES_A_PIXEL
    )
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, piece.width, piece.height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(
            bitmap,
            page,
            -piece.left,
            -piece.top,
            piece.across,
            piece.down,
            piece.turns,
            raw.FPDF_ANNOT,
        )
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
        del room
    if piece.dark:
        _darken(into, piece)


def _darken(pixels: memoryview, piece: Piece) -> None:
    """Turn the lightness of the pixels round and keep their hue: red stays red.

    The lightness of a pixel is half its strongest plus half its weakest part. Turning that round
    takes each part ``c`` to ``c + 255 - strongest - weakest``.
    """
    size = (piece.width, piece.height)
    parts = Image.frombuffer("RGBX", size, bytes(pixels), "raw", "RGBX", 0, 1).split()[:3]
    strongest = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    weakest = ImageChops.invert(ImageChops.darker(ImageChops.darker(parts[0], parts[1]), parts[2]))
    softer = [_DARKEST + (_LIGHTEST - _DARKEST) * tone // 255 for tone in range(256)]
    turned = [
        ImageChops.subtract(weakest, ImageChops.subtract(strongest, part)).point(softer)
        for part in parts
    ]
    opaque = Image.new("L", size, 255)
    pixels[: piece.size] = Image.merge("RGBX", (*turned, opaque)).tobytes()
