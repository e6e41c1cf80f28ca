"""A paper's own outline, as lines that can be set beneath the paper in the pack's outline."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, ObjectSet, Pdf

from scrutiny_app.documents.intake.destinations import Destinations, action_target
from scrutiny_app.documents.intake.text import one_line
from scrutiny_app.domain.paper import Bookmark

_MOST_BOOKMARKS = 2000
_DEEPEST = 8
_LONGEST_TITLE = 200


def read_bookmarks(pdf: Pdf, destinations: Destinations) -> tuple[Bookmark, ...]:
    """Return the bookmarks that lead to a page of the paper, in the order of its outline.

    Levels never jump: a bookmark whose parent leads nowhere moves up to the level below the
    bookmark before it.
    """
    bookmarks: list[Bookmark] = []
    for item, depth in _items(pdf):
        page = destinations.page_number(action_target(item))
        title = one_line(item.get_str(Name.Title, ""))[:_LONGEST_TITLE]
        if page is None or not title:
            continue
        deepest = bookmarks[-1].level + 1 if bookmarks else 0
        bookmarks.append(Bookmark(title, page, min(depth, deepest, _DEEPEST)))
        if len(bookmarks) == _MOST_BOOKMARKS:
            break
    return tuple(bookmarks)


def _items(pdf: Pdf) -> Iterator[tuple[Object, int]]:
    """Walk the outline from first to last, each item once, circles or not."""
    outline = pdf.Root.get(Name.Outlines)
    if not isinstance(outline, Dictionary):
        return
    seen = ObjectSet()
    waiting = [(outline.get(Name.First), 0)]
    while waiting:
        item, depth = waiting.pop()
        if not isinstance(item, Dictionary) or not seen.add(item):
            continue
        yield item, depth
        waiting.append((item.get(Name.Next), depth))
        waiting.append((item.get(Name.First), depth + 1))
