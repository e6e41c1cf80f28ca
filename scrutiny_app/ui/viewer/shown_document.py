"""What the viewer child tells about a file, as records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Fields = dict[str, Any]

# Points to the logical pixels of a screen at 100 %
PIXELS_A_POINT = 96 / 72
_LAST_BRACKET = re.compile(r"\s*\(\s*(?P<label>\w+)\b[^()]*\)$")


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One line of the outline: ``depth`` from 0, pages from 0, ``down`` in points."""

    title: str
    depth: int
    first: int
    last: int
    down: float


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """An open file: sizes of its pages in points, their labels, its outline.

    ``mark`` knows the file wherever it lies; ``locked`` tells that a password opened it.
    """

    path: Path
    mark: str
    title: str
    sizes: tuple[tuple[float, float], ...]
    labels: tuple[str, ...]
    outline: tuple[OutlineEntry, ...]
    locked: bool = False

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.sizes)

    @property
    def name(self) -> str:
        """What to call it."""
        return self.title or self.path.stem

    def range_of(self, entry: OutlineEntry) -> str:
        """Return the pages of an outline entry as they are labelled: "9\N{EN DASH}52"."""
        first, last = self.labels[entry.first], self.labels[entry.last]
        return first if first == last else f"{first}\N{EN DASH}{last}"

    def title_of(self, entry: OutlineEntry) -> str:
        """Return an entry's title without the page range that packs put behind it."""
        bracket = _LAST_BRACKET.search(entry.title)
        if bracket and bracket["label"] == self.labels[entry.first]:
            return entry.title[: bracket.start()] or entry.title
        return entry.title

    def place_of(self, page: int) -> str:
        """Say where a page counted from 0 stands: "Page 19 of 68"."""
        said = f"Page {self.labels[page]} of {self.labels[-1]}"
        numbered = self.labels[page] == str(page + 1) and self.labels[-1] == str(self.pages)
        return said if numbered else f"{said} (sheet {page + 1} of {self.pages})"

    def entry_of(self, page: int, depth: int = 1) -> OutlineEntry | None:
        """Return the last outline entry, no deeper than ``depth``, that begins by this page."""
        begun = [e for e in self.outline if e.depth <= depth and e.first <= page]
        return max(begun, key=lambda e: (e.first, e.depth), default=None)


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link: its box in points, and a page (from 0) or an address."""

    box: tuple[float, float, float, float]
    page: int
    down: float
    address: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One find: characters ``start`` to ``end`` of a page from 0, and the line to show."""

    page: int
    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class SearchNews:
    """What a search found since last told; ``limited`` means there is more than is listed."""

    hits: tuple[SearchHit, ...]
    done: bool
    limited: bool


def read_document(path: Path, told: Fields) -> ShownDocument:
    """Read the child's answer to "open"."""
    return ShownDocument(
        path,
        str(told["mark"]),
        str(told["title"]),
        tuple((float(w), float(h)) for w, h in told["sizes"]),
        tuple(str(label) for label in told["labels"]),
        tuple(OutlineEntry(**entry) for entry in told["outline"]),
        bool(told["locked"]),
    )


def read_link(told: Fields) -> PageLink:
    """Read one link of a page."""
    left, top, right, bottom = (float(edge) / 10 for edge in told["box"])
    return PageLink(
        (left, top, right, bottom), int(told["page"]), float(told["down"]), str(told["address"])
    )


def read_news(told: Fields) -> SearchNews:
    """Read one answer of a search."""
    hits = tuple(SearchHit(**hit) for hit in told["hits"])
    return SearchNews(hits, bool(told["done"]), bool(told["limited"]))
