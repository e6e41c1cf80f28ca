"""What the outline tells of a pack: its numbered items, and where papers begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from scrutiny_app.ui.viewer.shown_document import OutlineEntry, ShownDocument

_NUMBER = re.compile(r"(?:item\s+)?(?P<number>\d+[a-z]?)[.:)\s]", re.IGNORECASE)
# Items are at the top of an outline, their papers below them; deeper are a paper's own headings
_DEEPEST = 1
# What begins lower than this on its page shares it with something else, as on a front sheet
_TOP = 72.0


def numbered_items(document: ShownDocument) -> dict[str, OutlineEntry]:
    """Return the outline's entry of each item by its number, in order."""
    items: dict[str, OutlineEntry] = {}
    for entry in document.outline:
        found = _NUMBER.match(document.title_of(entry)) if entry.depth <= _DEEPEST else None
        if found:
            items.setdefault(found["number"], entry)
    return items


def item_pages(document: ShownDocument) -> dict[str, tuple[int, ...]]:
    """Return the pages of each item by its number, counted from 0; withheld ones may lie apart."""
    places = {id(entry): place for place, entry in enumerate(document.outline)}
    return {
        number: _pages_of(document.outline[places[id(entry)] :])
        for number, entry in numbered_items(document).items()
    }


def _pages_of(entries: Sequence[OutlineEntry]) -> tuple[int, ...]:
    """Return the pages of the first of some entries and of those under it."""
    item, *others = entries
    under = takewhile(lambda other: other.depth > item.depth, others)
    pages = {page for e in (item, *under) for page in range(e.first, e.last + 1)}
    return tuple(sorted(pages))


def paper_starts(document: ShownDocument) -> frozenset[int]:
    """Return the pages at which a paper begins: right-hand pages at the top of which one does."""
    return frozenset(
        entry.first
        for entry in document.outline
        if entry.depth <= _DEEPEST
        and entry.down < _TOP
        and not _is_left(document.labels[entry.first])
    )


def _is_left(label: str) -> bool:
    return label.isdecimal() and int(label) % 2 == 0
