"""What somebody types to say which pages to print: "items 4-5", "pages 9-52", "9-12, 30A"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scrutiny_app.domain.errors import NotFound

_WORD = re.compile(r"(?P<word>items?|pages?|p\.?)\s*(?P<rest>.*)", re.IGNORECASE)
_RANGE = re.compile(r"(?P<first>\w[\w.]*)(?:\s*(?P<to>-|\u2013|to)\s*(?P<last>\w[\w.]*)?)?")


def chosen_pages(
    typed: str, labels: Sequence[str], items: Mapping[str, Sequence[int]]
) -> tuple[int, ...]:
    """Return the pages that are meant, counted from 0, each once and in the order of the file.

    ``labels`` is what each page calls itself, ``items`` the pages of each item by its number, in
    order. Nothing typed, or "all", is every page. Each part can say "item" or "page"; one that
    does not means the same as the part before it, the first one pages.

    Raises:
        NotFound: a part names no page and no item; the sentence says what there is.
    """
    if typed.strip().casefold() in {"", "all"}:
        return tuple(range(len(labels)))
    pages: set[int] = set()
    of_items = False
    for part in filter(None, map(str.strip, re.split(r"[,;&]|\band\b", typed))):
        named = _WORD.fullmatch(part)
        if named:
            of_items = named["word"][0] in "iI"
        pages.update(_part(named["rest"] if named else part, labels, items if of_items else None))
    return tuple(sorted(pages))


def _part(
    typed: str, labels: Sequence[str], items: Mapping[str, Sequence[int]] | None
) -> Sequence[int]:
    names = [name.casefold() for name in (labels if items is None else items)]
    if not typed:
        raise NotFound('Say which to print, such as "items 4-5" or "pages 9-52".')
    found = _RANGE.fullmatch(typed.strip())
    first, last = _ends(found, names) if found else (-1, -1)
    if first < 0 or last < 0:
        raise NotFound(_nothing_like(typed, labels, items))
    if last < first:
        raise NotFound(f'"{typed}" runs backwards. Put the first one first.')
    if items is None:
        return range(first, last + 1)
    return [page for pages in list(items.values())[first : last + 1] for page in pages]


def _ends(found: re.Match[str], names: list[str]) -> tuple[int, int]:
    """Return where a range begins and ends among the names; -1 for what is not among them."""
    first, last = found["first"].casefold(), (found["last"] or "").casefold()
    begins = names.index(first) if first in names else -1
    if not found["to"]:
        return begins, begins
    if not last:
        return begins, len(names) - 1
    return begins, names.index(last) if last in names else -1


def _nothing_like(
    typed: str, labels: Sequence[str], items: Mapping[str, Sequence[int]] | None
) -> str:
    if items is None:
        return (
            f'There are no pages "{typed}". Pages run from {labels[0]} to {labels[-1]}; '
            'write "9-52", or "items 4-5".'
        )
    if not items:
        return "This file lists no numbered items. Choose pages instead."
    numbers = list(items)
    return f'There is no item "{typed}". Items run from {numbers[0]} to {numbers[-1]}.'
