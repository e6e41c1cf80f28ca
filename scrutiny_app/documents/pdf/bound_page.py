"""One page of a pack while it is bound: where it stands, how it is seen, and its stamps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

from scrutiny_app.documents.pdf.page_geometry import POINTS_PER_MILLIMETRE, SeenPage
from scrutiny_app.documents.pdf.page_move import (
    OwnMove,
    in_own_space,
    move_annotations,
    move_patterns,
    moved_start,
)
from scrutiny_app.documents.pdf.page_room import STILL, clear_bands, make_room
from scrutiny_app.documents.pdf.stamps import Marking, Stamp, StampPress
from scrutiny_app.domain.house_style import PageSetup
from scrutiny_app.domain.paper import PageFacts

# Begins the one paragraph of a page without tags
MARK = b"/P <</MCID 0>> BDC\n"


@dataclass(frozen=True, slots=True)
class BoundPage:
    """A page in its place: ``number`` is what is stamped, ``item`` the item that starts on it.

    ``untagged``: its content has no marks, so all of it becomes one paragraph's.
    """

    number: int
    page: Dictionary
    seen: SeenPage
    facts: PageFacts
    item: int | None = None
    untagged: bool = False

    @property
    def top(self) -> Array:
        """The destination that shows the page from its upper left corner, zoomed as it was."""
        x, y = self.seen.own(0, self.seen.height)
        return Array([self.page, Name.XYZ, round(x, 2), round(y, 2), None])


@dataclass(frozen=True, slots=True)
class StampingBench:
    """What is shared by all pages of a pack that is being stamped."""

    pdf: Pdf
    press: StampPress
    font: Object
    # What comes before the content of pages that stay where they are: with tags, and without
    start: Object
    marked_start: Object

    def stamp(self, bound: BoundPage, stamps: Sequence[Stamp | Marking]) -> OwnMove | None:
        """Stamp a page, made room on where it must; return the move its content made, if any.

        No stream of the page is read or changed: its content is set between two of ours.
        """
        move = self._make_room(bound, stamps)
        start = self.marked_start if bound.untagged else self.start
        if move is not None:
            move_patterns(self.pdf, bound.page, move)
            move_annotations(bound.page, move)
            mark = MARK if bound.untagged else b""
            start = self.pdf.make_stream(mark + moved_start(move, bound.seen.box))
        name = self._lend_font(bound.page)
        end = b"\nQ\nEMC\n" if bound.untagged else b"\nQ\n"
        ink = self.pdf.make_stream(end + self.press.ink(bound.seen, stamps, name))
        content = bound.page.get(Name.Contents)
        own = content if isinstance(content, Array) else [] if content is None else [content]
        bound.page[Name.Contents] = Array([start, *own, ink])
        return move

    def _make_room(self, bound: BoundPage, stamps: Sequence[Stamp | Marking]) -> OwnMove | None:
        if not self.press.measures.shrink:
            return None
        seen = bound.seen
        clear = clear_bands(bound.facts, seen.height)
        wanted = self.press.bands(seen, stamps)
        move = make_room(seen.width, seen.height, clear=clear, wanted=wanted)
        return None if move is STILL else in_own_space(move, seen)

    def _lend_font(self, page: Dictionary) -> str:
        """Put the stamps' font among the page's and return its name there, without the slash.

        A page from an older pack may have a font of that name: it must not be taken away.
        """
        resources = page.get(Name.Resources)
        if not isinstance(resources, Dictionary):
            resources = page[Name.Resources] = Dictionary()
        fonts = resources.get(Name.Font)
        if not isinstance(fonts, Dictionary):
            fonts = resources[Name.Font] = Dictionary()
        name = "Stamp"
        while (there := fonts.get(f"/{name}")) is not None and there.objgen != self.font.objgen:
            name += "p"
        fonts[f"/{name}"] = self.font
        return name


def own_sheet_facts(sheet: PageSetup) -> PageFacts:
    """Return what is known of a page we drew ourselves: ink only within the sheet's margins."""
    return PageFacts(
        width=sheet.width * POINTS_PER_MILLIMETRE,
        height=sheet.height * POINTS_PER_MILLIMETRE,
        rotation=0,
        head_clear=sheet.top * POINTS_PER_MILLIMETRE,
        foot_clear=sheet.bottom * POINTS_PER_MILLIMETRE,
        has_text=True,
    )
