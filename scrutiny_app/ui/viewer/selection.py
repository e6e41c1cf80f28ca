"""Marked text, over one page or several."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.ui.viewer.page_words import PageWords


@dataclass(frozen=True, slots=True, order=True)
class TextPoint:
    """A character of a page from 0."""

    page: int
    place: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From the character where the mouse went down to the one where it is, both included."""

    anchor: TextPoint
    head: TextPoint

    @property
    def pages(self) -> range:
        """The pages it touches."""
        first, last = sorted((self.anchor, self.head))
        return range(first.page, last.page + 1)

    def stretch(self, page: int, words: PageWords) -> tuple[int, int]:
        """Return start and end of what is marked on one of its pages."""
        first, last = sorted((self.anchor, self.head))
        start = first.place if page == first.page else 0
        end = last.place + 1 if page == last.page else len(words.text)
        return start, end

    def text(self, words: Mapping[int, PageWords]) -> str:
        """Return the marked text; pages that were not read yet are left out."""
        parts = []
        for page in self.pages:
            if page in words:
                start, end = self.stretch(page, words[page])
                parts.append(words[page].text[start:end])
        return "\n".join(part.replace("\r\n", "\n").strip() for part in parts)
