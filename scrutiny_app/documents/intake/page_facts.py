"""What the pages of a normalised paper look like: size, turn, words, and how much edge is free."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
            edges = _free_edges(page)
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


def _free_edges(page: Any) -> tuple[float, float]:
    """Return the heights in points without ink at the head and at the foot, as seen."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, limit_image_cache=True)
    try:
        pixels = memoryview(bitmap.buffer)
        rows = [
            bytes(pixels[row * bitmap.stride : row * bitmap.stride + bitmap.width])
            for row in range(bitmap.height)
        ]
    finally:
        bitmap.close()
    head, foot = _rows_without_ink(rows, _WHITE, dust=0)
    if min(head, foot) / scale < _FREE_EDGE:
        head, foot = _rows_without_ink(rows, _SCANNED_WHITE, dust=_DUST)
    return min(head / scale, height), min(foot / scale, height)


def _rows_without_ink(rows: list[bytes], white: bytes, *, dust: int) -> tuple[int, int]:
    """Count the rows free of ink from the top and from the bottom."""
    head = _until_ink(rows, white, dust)
    foot = len(rows) if head == len(rows) else _until_ink(rows[::-1], white, dust)
    return head, foot


def _until_ink(rows: list[bytes], white: bytes, dust: int) -> int:
    """Count rows up to the first with more than ``dust`` pixels that are not white."""
    for count, row in enumerate(rows):
        if len(row.translate(None, white)) > dust:
            return count
    return len(rows)
