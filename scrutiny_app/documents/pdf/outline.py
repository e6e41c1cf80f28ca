"""A pack's bookmarks, written as a PDF outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, Object, Pdf, String


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One bookmark: its words, the stamped number of the page it leads to, and those beneath."""

    title: str
    page: int
    beneath: tuple[OutlineEntry, ...] = ()


def write_outline(
    pdf: Pdf, entries: Sequence[OutlineEntry], destinations: Mapping[int, Array]
) -> None:
    """Give ``pdf`` its outline: the first level is shown, what is beneath it starts folded.

    ``destinations`` holds the top of every page by its stamped number.

    Source: ISO 32000-1, 12.3.3.
    """
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _write_level(pdf, root, entries, destinations)
    root.Count = len(entries)
    pdf.Root.Outlines = root


def _write_level(
    pdf: Pdf,
    parent: Object,
    entries: Sequence[OutlineEntry],
    destinations: Mapping[int, Array],
) -> None:
    """Write the entries of one level beneath ``parent``, and recursively those beneath them."""
    written = [
        pdf.make_indirect(
            Dictionary(
                Title=String(entry.title),
                Parent=parent,
                Dest=Array(list(destinations[entry.page])),
            )
        )
        for entry in entries
    ]
    for before, after in pairwise(written):
        before.Next = after
        after.Prev = before
    for item, entry in zip(written, entries, strict=True):
        if entry.beneath:
            _write_level(pdf, item, entry.beneath, destinations)
            # Negative: folded, with so many lines to show once it is opened
            item.Count = -len(entry.beneath)
    if written:
        parent.First = written[0]
        parent.Last = written[-1]
