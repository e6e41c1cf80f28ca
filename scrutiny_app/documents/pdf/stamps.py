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

_LEADING = 1.25  # of the type size, from line to line of a marking

_AT_HEAD = frozenset({StampPlace.HEAD_CENTRE, StampPlace.HEAD_RIGHT})
_AT_RIGHT = frozenset({StampPlace.FOOT_RIGHT, StampPlace.HEAD_RIGHT})


@dataclass(frozen=True, slots=True)
class Stamp:
    """A few words at one place of a page."""

    text: str
    place: StampPlace


@dataclass(frozen=True, slots=True)
class Marking:
    """Words across the head of a page, in lines as wide as it is, below any other stamp there."""

    text: str


def page_stamps(
    style: HouseStyle, number: int | str, item: int | None = None, *, marking: str = ""
) -> tuple[Stamp | Marking, ...]:
    """Return what page ``number`` bears; ``item`` is the agenda item that starts on it, if any.

    A style that puts both stamps in one place gets them on one line. ``marking`` is what every
    page of a paper bears that is not for publication.
    """
    return (*_numbers_on(style, number, item), *((Marking(marking),) if marking else ()))


def _numbers_on(style: HouseStyle, number: int | str, item: int | None) -> tuple[Stamp, ...]:
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

    def bands(self, seen: SeenPage, stamps: Sequence[Stamp | Marking]) -> EdgeBands:
        """Return the bands that ``stamps`` need to themselves on this page."""
        at_head = _lines_at_head(stamps) + sum(
            len(self._wrapped(seen, one.text)) for one in stamps if isinstance(one, Marking)
        )
        at_foot = any(isinstance(one, Stamp) and one.place not in _AT_HEAD for one in stamps)
        return EdgeBands(
            head=self._band(seen, at_head) if at_head else 0.0,
            foot=self._band(seen, 1) if at_foot else 0.0,
        )

    def _band(self, seen: SeenPage, lines: int) -> float:
        ink = self.measures.edge * POINTS_PER_MILLIMETRE + self._height
        ink += (lines - 1) * _LEADING * self.measures.size
        # Lines of words need air below them; a single stamp has it in ``keep_clear``
        ink += _LEADING * self.measures.size if lines > 1 else 0.0
        return max(self.measures.keep_clear * POINTS_PER_MILLIMETRE, ink) * _scale(seen)

    def ink(self, seen: SeenPage, stamps: Sequence[Stamp | Marking], font_name: str) -> bytes:
        """Return the content that draws ``stamps``, upright as seen, outside the page's content.

        They are pagination artifacts, so a screen reader does not read them into the text.

        Source: ISO 32000-1, 14.8.2.2.2.
        """
        above = _lines_at_head(stamps)
        drawn = (
            self._marking(seen, one.text, above, font_name)
            if isinstance(one, Marking)
            else self._stamp(seen, one, font_name)
            for one in stamps
        )
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

    def _marking(self, seen: SeenPage, text: str, above: int, font_name: str) -> bytes:
        """Draw words in lines; ``above`` is how many lines of stamps stand at the head already."""
        scale = _scale(seen)
        size = self.measures.size * scale
        edge = self.measures.edge * POINTS_PER_MILLIMETRE * scale
        top = seen.height - edge - self.font.top * size - above * _LEADING * size
        shown = b"".join(
            b"%b Tj %b Td\n" % (self.font.encode(line), numbers(0, -_LEADING * size))
            for line in self._wrapped(seen, text)
        )
        return (
            b"/Artifact <</Type /Pagination /Subtype /Header>> BDC BT /%b %b Tf %b Td\n%bET EMC\n"
            % (font_name.encode(), numbers(size), numbers(2 * edge, top), shown)
        )

    def _wrapped(self, seen: SeenPage, text: str) -> list[str]:
        """Return words in lines that leave twice a stamp's edge free on either side."""
        scale = _scale(seen)
        size = self.measures.size * scale
        room = seen.width - 4 * self.measures.edge * POINTS_PER_MILLIMETRE * scale
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.font.width(longer, size) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    @property
    def _height(self) -> float:
        return (self.font.top - self.font.bottom) * self.measures.size


def _lines_at_head(stamps: Sequence[Stamp | Marking]) -> int:
    """Return how many lines the numbers at the head take: all stand beside one another."""
    return int(any(isinstance(one, Stamp) and one.place in _AT_HEAD for one in stamps))


def _scale(seen: SeenPage) -> float:
    """Return how much larger a stamp is on this sheet than on one between A5 and A3."""
    side = min(seen.width, seen.height)
    return min(side / _A5_SIDE, 1.0) * max(side / _A3_SIDE, 1.0)
