"""The outline of a PDF as a flat list, each entry with the pages it covers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import pypdfium2 as pdfium

_DEEPEST = 12
# A file that lists more is broken or hostile; a pack of 2,000 pages has some hundred
_MOST = 20_000
# Further off nobody needs to look: a hostile outline that only leads back would take minutes
_FARTHEST = 200
# Items are at the top of a pack's outline, their papers one below
_PAPER = 1


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
    return with_last_pages([e for e in _entries(pdf) if 0 <= e.first < len(pdf)], len(pdf))


def with_last_pages(entries: list[OutlineEntry], pages: int) -> tuple[OutlineEntry, ...]:
    """Let each entry reach to where the next one begins, in the outline or on the pages.

    The two orders differ in a pack: an item without papers leads back to the front sheet, and
    withheld papers stand behind the papers of every later item. ``pages`` is how many there are.
    """
    shared = _leading_where_another_does(entries)
    branches = tuple(accumulate(entry.depth == 0 for entry in entries))
    begins = sorted(
        (entry.first, branch)
        for entry, branch in zip(entries, branches, strict=True)
        if entry.depth <= _PAPER
    )
    return tuple(
        entry
        if place in shared
        else replace(
            entry,
            last=max(
                entry.first,
                min(
                    _next_in_outline(entries, place, pages),
                    _next_on_pages(entry, branches[place], begins, pages),
                )
                - 1,
            ),
        )
        for place, entry in enumerate(entries)
    )


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


def _leading_where_another_does(entries: list[OutlineEntry]) -> frozenset[int]:
    """Return the places of items on a page that another item leads to as well: the front sheet."""
    seen: set[tuple[int, float]] = set()
    shared: set[int] = set()
    for place, entry in enumerate(entries):
        if entry.depth == 0:
            spot = (entry.first, entry.down)
            shared.update({place} if spot in seen else ())
            seen.add(spot)
    return frozenset(shared)


def _next_in_outline(entries: list[OutlineEntry], place: int, pages: int) -> int:
    """Return where the next entry beside or above begins; one that leads back ends nothing."""
    entry = entries[place]
    looked_at = (entries[at] for at in range(place + 1, min(place + _FARTHEST, len(entries))))
    following = (e for e in looked_at if e.depth <= entry.depth and e.first >= entry.first)
    return next((e.first for e in following), pages)


def _next_on_pages(
    entry: OutlineEntry, branch: int, begins: Sequence[tuple[int, int]], pages: int
) -> int:
    """Return where the next item or paper begins; an item's own papers do not end it."""
    later = begins[bisect_right(begins, (entry.first, len(begins))) :]
    ends = (first for first, other in later if entry.depth == _PAPER or other != branch)
    return next(ends, pages) if entry.depth <= _PAPER else pages


def _down(pdf: pdfium.PdfDocument, target: pdfium.PdfDest, page: int) -> float:
    """Return how far below the top of its page a destination lies; 0 when it does not say."""
    mode, position = target.get_view()
    places = {pdfium.raw.PDFDEST_VIEW_XYZ: 1, pdfium.raw.PDFDEST_VIEW_FITH: 0}
    at = places.get(mode)
    if at is None or len(position) <= at or not position[at]:
        return 0.0
    height = float(pdf.get_page_size(page)[1])
    return max(0.0, min(height, height - float(position[at])))
