"""The outline of a PDF as a flat list, each entry with the pages it covers."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

_DEEPEST = 12
# A file that lists more is broken or hostile; a pack of 2,000 pages has some hundred
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the outline.

    ``depth`` counts from 0; ``first`` and ``last`` are pages counted from 0; ``down`` is how far
    below the top of its page it points, in points.
    """

    title: str
    depth: int
    first: int
    last: int
    down: float


def outline_entries(pdf: pdfium.PdfDocument) -> tuple[OutlineEntry, ...]:
    """Return the outline in reading order; entries that lead nowhere are left out."""
    found = [entry for entry in _entries(pdf) if 0 <= entry.first < len(pdf)]
    return tuple(_with_last_page(found, place, len(pdf)) for place in range(len(found)))


def _entries(pdf: pdfium.PdfDocument) -> list[OutlineEntry]:
    found: list[OutlineEntry] = []
    for bookmark in pdf.get_toc(max_depth=_DEEPEST):
        target = bookmark.get_dest()
        page = target.get_index() if target is not None else None
        if page is not None:
            title = " ".join(bookmark.get_title().split())
            found.append(OutlineEntry(title, bookmark.level, page, page, _down(pdf, target, page)))
        if len(found) == _MOST:
            break
    return found


def _with_last_page(entries: list[OutlineEntry], place: int, pages: int) -> OutlineEntry:
    """Let an entry reach to where the next one beside or above it begins."""
    entry = entries[place]
    following = (e.first for e in entries[place + 1 :] if e.depth <= entry.depth)
    last = next(following, pages) - 1
    return OutlineEntry(entry.title, entry.depth, entry.first, max(entry.first, last), entry.down)


def _down(pdf: pdfium.PdfDocument, target: pdfium.PdfDest, page: int) -> float:
    """Return how far below the top of its page a destination lies; 0 when it does not say."""
    mode, position = target.get_view()
    places = {pdfium.raw.PDFDEST_VIEW_XYZ: 1, pdfium.raw.PDFDEST_VIEW_FITH: 0}
    at = places.get(mode)
    if at is None or len(position) <= at or not position[at]:
        return 0.0
    height = float(pdf.get_page_size(page)[1])
    return max(0.0, min(height, height - float(position[at])))
