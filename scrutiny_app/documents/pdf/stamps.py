"""The stamps of a pack: which a page bears, the room they need, and their ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.documents.pdf.page_geometry import POINTS_PER_MILLIMETRE, SeenPage, numbers
from scrutiny_app.documents.pdf.page_room import EdgeBands
from scrutiny_app.documents.pdf.stamp_font import StampFont
from scrutiny_app.domain.house_style import HouseStyle, StampPlace, Stamps

# The shorter sides of A5 and A3, in points. A stamp has its own size on sheets in between; on
# smaller and larger ones it shrinks and grows with the sheet, so that it can be read when the
# whole sheet is seen
_A5_SIDE = 420.0
_A3_SIDE = 842.0

_AT_HEAD = frozenset({StampPlace.HEAD_CENTRE, StampPlace.HEAD_RIGHT})
_AT_RIGHT = frozenset({StampPlace.FOOT_RIGHT, StampPlace.HEAD_RIGHT})


@dataclass(frozen=True, slots=True)
class Stamp:
    """A few words at one place of a page."""

    text: str
    place: StampPlace


def page_stamps(style: HouseStyle, number: int, item: int | None = None) -> tuple[Stamp, ...]:
    """Return what page ``number`` bears; ``item`` is the agenda item that starts on it, if any.

    A style that puts both stamps in one place gets them on one line.
    """
    page = Stamp(style.words.page_stamp.format(number=number), style.stamps.page_place)
    if item is None:
        return (page,)
    heading = Stamp(style.words.item_stamp.format(number=item), style.stamps.item_place)
    if heading.place is page.place:
        return (Stamp(f"{heading.text}   {page.text}", page.place),)
    return (page, heading)


def stamp_words(style: HouseStyle) -> str:
    """Return text that holds every character a stamp of this style may need."""
    words = style.words
    return f"{words.page_stamp.format(number=0)}{words.item_stamp.format(number=0)} 0123456789"


@dataclass(frozen=True, slots=True)
class StampPress:
    """Puts stamps on pages: the font they share and the council's measures."""

    font: StampFont
    measures: Stamps

    def bands(self, seen: SeenPage, stamps: Sequence[Stamp]) -> EdgeBands:
        """Return the bands that ``stamps`` need to themselves on this page."""
        scale = _scale(seen)
        ink = self.measures.edge * POINTS_PER_MILLIMETRE + self._height
        band = max(self.measures.keep_clear * POINTS_PER_MILLIMETRE, ink) * scale
        at_head = [stamp.place in _AT_HEAD for stamp in stamps]
        return EdgeBands(
            head=band if any(at_head) else 0.0,
            foot=band if not all(at_head) else 0.0,
        )

    def ink(self, seen: SeenPage, stamps: Sequence[Stamp], font_name: str) -> bytes:
        """Return the content that draws ``stamps``, upright as seen, outside the page's content.

        They are pagination artifacts, so a screen reader does not read them into the text.

        Source: ISO 32000-1, 14.8.2.2.2.
        """
        drawn = (self._stamp(seen, stamp, font_name) for stamp in stamps)
        return b"q " + seen.upright + b" cm 0 g\n" + b"".join(drawn) + b"Q\n"

    def _stamp(self, seen: SeenPage, stamp: Stamp, font_name: str) -> bytes:
        scale = _scale(seen)
        size = self.measures.size * scale
        edge = self.measures.edge * POINTS_PER_MILLIMETRE * scale
        room = seen.width - self.font.width(stamp.text, size)
        at_head = stamp.place in _AT_HEAD
        x = room - edge if stamp.place in _AT_RIGHT else room / 2
        y = seen.height - edge - self.font.top * size if at_head else edge - self.font.bottom * size
        return (
            b"/Artifact <</Type /Pagination /Subtype /%b>> BDC BT /%b %b Tf %b Td %b Tj ET EMC\n"
            % (
                b"Header" if at_head else b"Footer",
                font_name.encode(),
                numbers(size),
                numbers(x, y),
                self.font.encode(stamp.text),
            )
        )

    @property
    def _height(self) -> float:
        return (self.font.top - self.font.bottom) * self.measures.size


def _scale(seen: SeenPage) -> float:
    """Return how much larger a stamp is on this sheet than on one between A5 and A3."""
    side = min(seen.width, seen.height)
    return min(side / _A5_SIDE, 1.0) * max(side / _A3_SIDE, 1.0)
