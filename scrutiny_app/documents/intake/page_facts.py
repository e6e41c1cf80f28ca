"""What the pages of a normalised paper look like: size, turn, words, and how much edge is free."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as PICTURE

from scrutiny_app.documents.intake.text import drawable_pages, page_text
from scrutiny_app.domain.paper import PageFacts, TextLayer

# Half a pixel a point: 2.7 ms a page; at a quarter, 6-point grey text fades into the paper
_SCALE = 0.5
_MOST_PIXELS = 2_000_000
# A pixel lighter than this is paper. Ink is looked for strictly first; when that finds none of the
# edge free, the page is taken for a scan, whose paper is grey and speckled
_WHITE = bytes(range(250, 256))
_SCANNED_WHITE = bytes(range(215, 256))
_FREE_EDGE = 6.0
# Wider than the margins of most papers; points
_STRIP = 120.0
_FORMS_DEEP = 3
# So many dark pixels in a row of a scan are dust
_DUST = 2

# A letter or two across the edge are part of a word that is seen
_SLIVER = 3
_VISIBLE = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Measured:
    """Facts and words of every page, in order; the words of a page are one line.

    ``cut_off`` numbers the pages (from 1) with words beyond the edge that is seen: a reader does
    not see them, but finds and copies them. ``not_drawn`` numbers those that were not measured
    and count as full to the edge, because drawing those before them took too long.
    """

    pages: tuple[PageFacts, ...]
    texts: tuple[str, ...]
    cut_off: tuple[int, ...]
    not_drawn: tuple[int, ...]


def measure_pages(path: Path, *, seconds: float) -> Measured:
    """Return what the pages of a normalised file look like and say.

    ``seconds`` of processor time may go into drawing and reading; after that, words are still
    read, but pages no longer drawn.

    Raises:
        PaperRefused: pdfium cannot read the file.
    """
    facts: list[PageFacts] = []
    texts: list[str] = []
    cut_off: list[int] = []
    not_drawn: list[int] = []
    until = time.process_time() + seconds
    for number, page in enumerate(drawable_pages(path), start=1):
        text, seen = page_text(page)
        edges = (0.0, 0.0)
        if time.process_time() < until:
            edges = _free_edges(page, strips=bool(text) and not _has_pictures(page))
        else:
            not_drawn.append(number)
        facts.append(_facts(page, edges, has_text=bool(_VISIBLE.search(text))))
        texts.append(text)
        if len(text) - len(seen) > _SLIVER:
            cut_off.append(number)
    return Measured(tuple(facts), tuple(texts), tuple(cut_off), tuple(not_drawn))


def text_layer(pages: tuple[PageFacts, ...]) -> TextLayer:
    """Judge whether the words can be found; empty pages speak neither way."""
    inked = [page for page in pages if page.has_text or page.foot_clear < page.height]
    wordless = [page for page in inked if not page.has_text]
    if not wordless:
        return TextLayer.TEXT
    return TextLayer.SCAN if len(wordless) == len(inked) else TextLayer.MIXED


def _facts(page: Any, edges: tuple[float, float], *, has_text: bool) -> PageFacts:
    """Bring together what is known of one page; ``edges`` are free at head and foot."""
    width, height = page.get_size()
    head, foot = edges
    return PageFacts(
        width=round(width, 2),
        height=round(height, 2),
        rotation=page.get_rotation(),
        head_clear=round(head, 1),
        foot_clear=round(foot, 1),
        has_text=has_text,
    )


def _has_pictures(page: Any) -> bool:
    """Whether pictures are drawn on a page itself; each drawing of it would unpack them again."""
    return any(True for _ in page.get_objects(filter=[PICTURE], max_depth=_FORMS_DEEP))


def _free_edges(page: Any, *, strips: bool) -> tuple[float, float]:
    """Return the heights in points without ink at the head and at the foot, as seen.

    With ``strips`` only a strip at each end is drawn, which takes a tenth of the time, and the
    whole page where one of them has no ink. Both ways give the same heights, to the pixel.
    """
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
    inside = height - _STRIP
    if strips and inside > _STRIP:
        above = _drawn_rows(page, scale, (0.0, inside, 0.0, 0.0))
        below = _drawn_rows(page, scale, (0.0, 0.0, 0.0, inside))
        head, foot = _edges(above, below, scale)
        if head < len(above) and foot < len(below):
            return head / scale, foot / scale
    rows = _drawn_rows(page, scale, (0.0, 0.0, 0.0, 0.0))
    head, foot = _edges(rows, rows, scale)
    return min(head / scale, height), min(foot / scale, height)


def _edges(above: list[bytes], below: list[bytes], scale: float) -> tuple[int, int]:
    """Count the rows free of ink at the top of ``above`` and at the end of ``below``."""
    head, foot = _rows_without_ink(above, below, _WHITE, dust=0)
    if min(head, foot) / scale < _FREE_EDGE:
        head, foot = _rows_without_ink(above, below, _SCANNED_WHITE, dust=_DUST)
    return head, foot


def _drawn_rows(page: Any, scale: float, crop: tuple[float, float, float, float]) -> list[bytes]:
    """Draw a page without what is cropped (points: left, bottom, right, top), in rows of grey."""
    bitmap = page.render(scale=scale, grayscale=True, limit_image_cache=True, crop=crop)
    try:
        pixels = memoryview(bitmap.buffer)
        return [
            bytes(pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            for row in range(bitmap.height)
        ]
    finally:
        bitmap.close()


def _rows_without_ink(
    above: list[bytes], below: list[bytes], white: bytes, *, dust: int
) -> tuple[int, int]:
    return _until_ink(above, white, dust), _until_ink(below[::-1], white, dust)


def _until_ink(rows: list[bytes], white: bytes, dust: int) -> int:
    """Count rows up to the first with more than ``dust`` pixels that are not white."""
    for count, row in enumerate(rows):
        if len(row.translate(None, white)) > dust:
            return count
    return len(rows)
