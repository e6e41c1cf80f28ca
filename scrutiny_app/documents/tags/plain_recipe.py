"""The structure of pages that have none of their own: each is one paragraph."""

from __future__ import annotations

from scrutiny_app.documents.tags.recipe import GAP, Recipe, Text, object_streams

_PART, _FIRST_PAGE = 1, 2
_LEAF = 200  # keys in one leaf of the parent tree
_PARAGRAPH = b"<</Type/StructElem/S/P/P %b 0 R/Pg %b 0 R/K[0]>>" % (GAP, GAP)


def plain_recipe(pages: int) -> Recipe:
    """Return the recipe for so many pages whose content is marked as 0 from first to last.

    So a reader who follows a pack's tags meets the words of these pages, in the order in which
    they were drawn, instead of passing them by.
    """
    first_key = _FIRST_PAGE + pages
    first_new = first_key + pages
    numbers = range(pages)
    bodies = [Text(_PARAGRAPH, (_PART, _FIRST_PAGE + page)) for page in numbers]
    leaves = [
        _leaf(numbers[start : start + _LEAF], first_key, first_new)
        for start in range(0, pages, _LEAF)
    ]
    kids = Text(b"/K[%b]" % (b" %b 0 R" % GAP * pages), tuple(first_new + page for page in numbers))
    streams = tuple(object_streams([*bodies, *leaves], first_new=first_new))
    return Recipe(pages, pages + len(leaves), len(leaves), kids, streams)


def _leaf(pages: range, first_key: int, first_new: int) -> Text:
    entries = b"%b [%b 0 R]" % (GAP, GAP) * len(pages)
    gaps = [first_key + pages[0], first_key + pages[-1]]
    for page in pages:
        gaps += [first_key + page, first_new + page]
    return Text(b"<</Limits[%b %b]/Nums[%b]>>" % (GAP, GAP, entries), tuple(gaps))
