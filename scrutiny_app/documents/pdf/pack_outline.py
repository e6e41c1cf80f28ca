"""What a pack's bookmarks say: front sheet, items, papers, and the papers' own bookmarks."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_app.documents.pdf.outline import OutlineEntry
from scrutiny_app.domain.agenda_pack import PackLayout, PageSpan, PlannedItem
from scrutiny_app.domain.house_style import Words
from scrutiny_app.domain.issued_pages import page_words
from scrutiny_app.domain.paper import Bookmark, Paper

# Papers' own bookmarks deeper than this are raised to it: nobody folds out more, and a hostile
# file may nest thousands
_DEEPEST = 8


def pack_outline(layout: PackLayout, words: Words) -> tuple[OutlineEntry, ...]:
    """Return a pack's bookmarks in order; page numbers are those stamped.

    Every item is there, with or without papers; one without leads to the front sheet.
    """
    front = OutlineEntry(words.front_sheet, layout.front.first)
    return (front, *(_item(planned, layout, words) for planned in layout.plan.items))


def _item(planned: PlannedItem, layout: PackLayout, words: Words) -> OutlineEntry:
    title = f"{planned.number}. {planned.item.title}"
    span = layout.items.get(planned.item.id)
    if span is None:
        return OutlineEntry(title, layout.front.first)
    papers = tuple(_paper(paper, layout, words) for paper in planned.papers)
    ranges = ", ".join(_range(run, layout, words) for run in span.runs)
    return OutlineEntry(f"{title} ({ranges})", span.first, papers)


def _paper(paper: Paper, layout: PackLayout, words: Words) -> OutlineEntry:
    span = layout.papers[paper.id]
    own = paper.version.facts.bookmarks if paper.version else ()
    return OutlineEntry(
        f"{paper.title} ({_range(span, layout, words)})",
        span.first,
        _nest(own, offset=span.first - 1),
    )


def _range(span: PageSpan, layout: PackLayout, words: Words) -> str:
    return page_words(layout.stamped_in(span), words.page_range)


def _nest(
    bookmarks: Sequence[Bookmark], *, offset: int, depth: int = 0
) -> tuple[OutlineEntry, ...]:
    """Fold a list of bookmarks into a tree: deeper ones belong to the one before them."""
    heads: list[int] = []
    for place, bookmark in enumerate(bookmarks):
        if not heads or depth == _DEEPEST or bookmark.level <= bookmarks[heads[-1]].level:
            heads.append(place)
    return tuple(
        OutlineEntry(
            bookmarks[head].title,
            bookmarks[head].page + offset,
            _nest(bookmarks[head + 1 : end], offset=offset, depth=depth + 1),
        )
        for head, end in zip(heads, [*heads[1:], len(bookmarks)], strict=False)
    )
