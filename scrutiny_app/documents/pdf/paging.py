"""Strips laid out on pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny_app.documents.pdf.strips import Strip


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and how far below the top of the text area it stands, in points."""

    strip: Strip
    top: float


def lay_out(strips: Sequence[Strip], height: float) -> list[list[Placed]]:
    """Fill pages whose text area is ``height`` points high; there is always one page.

    Strips that are kept together move to the next page together. A group longer than a whole
    page is broken where the page ends.
    """
    filler = _Filler(height)
    for group in _groups(strips):
        if group[0].opens_page:
            filler.turn()
            continue
        if not filler.fits(group):
            filler.turn()
        for strip in group:
            if not filler.fits([strip]):
                filler.turn()
            filler.place(strip)
    return filler.pages


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield runs of strips in which each is kept with the next."""
    held: list[Strip] = []
    for strip in strips:
        if strip.opens_page and held:
            yield held
            held = []
        held.append(strip)
        if not strip.keep:
            yield held
            held = []
    if held:
        yield held


class _Filler:
    def __init__(self, height: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._height = height
        self._used = 0.0
        self._gap = 0.0

    def fits(self, group: Sequence[Strip]) -> bool:
        """Whether strips fit below what stands on the page; always on an empty one."""
        if not self.pages[-1]:
            return True
        used, gap = self._used, self._gap
        for strip in group:
            used += max(gap, strip.before) + strip.height
            gap = strip.after
        return used <= self._height

    def turn(self) -> None:
        """Go on to a new page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self._used = self._gap = 0.0

    def place(self, strip: Strip) -> None:
        """Put a strip below the last one; at the head of a page, below what it repeats there."""
        if self.pages[-1]:
            self._used += max(self._gap, strip.before)
        elif strip.repeated:
            self._put(_as_artifact(strip.repeated))
        self._put(strip)
        self._gap = strip.after

    def _put(self, strip: Strip) -> None:
        self.pages[-1].append(Placed(strip, self._used))
        self._used += strip.height


def _as_artifact(strip: Strip) -> Strip:
    """Return a strip that a screen reader passes over, for it has been read out before.

    Source: ISO 32000-1 14.8.2.2.2 (pagination artifacts).
    """
    return replace(strip, words=tuple(replace(word, element=None) for word in strip.words))
