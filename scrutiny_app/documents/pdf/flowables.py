"""Every kind of block turned into strips, with its place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import singledispatchmethod

from scrutiny_app.documents.blocks import (
    Block,
    Figure,
    Heading,
    Inline,
    ListBlock,
    Marker,
    NumberedParagraph,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
    plain,
)
from scrutiny_app.documents.colours import INK
from scrutiny_app.documents.manners import HANG, POINT_INDENT, Manner, Manners
from scrutiny_app.documents.pdf.setting import Line, set_balanced, set_lines
from scrutiny_app.documents.pdf.strips import (
    Picture,
    Rule,
    Strip,
    Words,
    baseline,
    kept_whole,
    line_strips,
)
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.table_strips import table_strips
from scrutiny_app.documents.pdf.type_case import TypeCase
from scrutiny_app.documents.plain_text import settled
from scrutiny_app.domain.minutes.minutes import point_label

_DEEPEST = 6  # PDF has H1 to H6
_NUMBER_GAP = 10.0  # between a number in the margin and its text
_MARK_GAP = 6.0  # between the mark of a point and its text
_DATE_SHARE = 0.3  # of the width, for the date of a signature
_PICTURE_SHARE = 0.86  # of the page's depth, at the most: its heading stays with it
_PEN_ROOM = 2.6  # lines of space above a signature's rule


@dataclass(slots=True)
class StripMaker:
    """Turns blocks into strips, in order, for text ``measure`` points wide and ``depth`` high.

    Each block adds its elements to ``document`` as it is turned, so the tree's order is the
    reading order.
    """

    document: Element
    manners: Manners
    case: TypeCase
    measure: float
    depth: float
    _level: int = 0

    def strips(self, blocks: Iterable[Block]) -> list[Strip]:
        """Return the strips of all blocks, a signature held to what stands before it."""
        strips: list[Strip] = []
        for block in blocks:
            if isinstance(block, Signature) and strips and not strips[-1].opens_page:
                strips[-1] = replace(strips[-1], keep=True)
            strips += self._make(block)
        return strips

    @singledispatchmethod
    def _make(self, block: Block) -> list[Strip]:
        raise TypeError(block)

    @_make.register
    def _(self, block: Title) -> list[Strip]:
        return self._heading(block.text, self.manners.title, level=1)

    @_make.register
    def _(self, block: Heading) -> list[Strip]:
        manner = self.manners.headings[min(block.level, len(self.manners.headings)) - 1]
        return self._heading(block.text, manner, level=block.level + 1, number=block.number)

    @_make.register
    def _(self, block: Paragraph) -> list[Strip]:
        manner = self.manners.tones[block.tone]
        strips = line_strips(
            set_lines(block.text, self.measure, manner, self.case),
            manner,
            self.document.child("P"),
            x=0.0,
            measure=self.measure,
            align=block.align,
        )
        last = replace(strips[-1], keep=block.leads_on)
        return [*strips[:-1], last]

    @_make.register
    def _(self, block: NumberedParagraph) -> list[Strip]:
        strips = self._hung(block.number, block.text, self.manners.body, self.document.child("P"))
        return [*strips[:-1], replace(strips[-1], keep=block.leads_on)]

    @_make.register
    def _(self, block: ListBlock) -> list[Strip]:
        numbering = {
            Marker.BULLET: "/Disc",
            Marker.NUMBER: "/Decimal",
            Marker.LETTER: "/LowerAlpha",
        }
        whole = self.document.child("L", {"List": {"ListNumbering": numbering[block.marker]}})
        first = block.start - 1
        marks = [
            self._mark(block.marker, first + place, bold=all(run.bold for run in text))
            for place, text in enumerate(block.points)
        ]
        indent = max(POINT_INDENT, *(mark.width + _MARK_GAP for mark in marks))
        margin = block.level * HANG
        points = [
            self._point(mark, text, (margin, margin + indent), whole.child("LI"))
            for mark, text in zip(marks, block.points, strict=True)
        ]
        if len(points) > 1:  # neither the first point nor the last stands alone on a page
            for kept in (points[0], points[-2]):
                kept[-1] = replace(kept[-1], keep=True)
        strips = [strip for point in points for strip in point]
        after = strips[-1].after if block.keep_with_next else self.manners.body.after
        strips[-1] = replace(strips[-1], after=after, keep=block.keep_with_next)
        return kept_whole(strips, with_next=block.keep_with_next) if block.whole else strips

    @_make.register
    def _(self, block: Table) -> list[Strip]:
        return table_strips(block, self.document, self.manners.cell, self.case, self.measure)

    @_make.register
    def _(self, block: Figure) -> list[Strip]:
        element = self.document.child("Figure")
        element.alt = settled(block.alt)
        scale = min(1.0, self.measure / block.width, self.depth * _PICTURE_SHARE / block.height)
        picture = Picture(block, scale, element)
        return [Strip(block.height * scale, picture=picture, after=self.manners.body.after)]

    @_make.register
    def _(self, block: Signature) -> list[Strip]:
        manner = self.manners.body
        above: list[Strip] = []
        if block.label_above:
            lines = set_lines(plain(block.label), self.measure, manner, self.case)
            label = self.document.child("P")
            above = line_strips(lines, manner, label, x=0.0, measure=self.measure)
            above = kept_whole(above, with_next=True)
        element = self.document.child("P")
        date_x = self.measure * (1 - _DATE_SHARE)
        drop = manner.leading * _PEN_ROOM
        words: list[Words] = []
        rules: list[Rule] = []
        for text, x, end in (
            ("" if above else block.label, 0.0, date_x - 2 * _NUMBER_GAP),
            (block.date_label, date_x, self.measure),
        ):
            start = x
            if text:
                line = set_lines(plain(f"{text} "), end - x, manner, self.case)[0]
                words.append(Words(x, drop, line, manner, element))
                start += line.width + _NUMBER_GAP
            rules.append(Rule(start, drop + 2, end - start, 0.75, INK))
        line_to_sign = Strip(
            drop + manner.leading * 0.5, tuple(words), tuple(rules), after=manner.after
        )
        return [*above, line_to_sign]

    @_make.register
    def _(self, _block: PageBreak) -> list[Strip]:
        return [Strip(0.0, opens_page=True)]

    def _heading(
        self, text: Inline, manner: Manner, *, level: int, number: str = ""
    ) -> list[Strip]:
        """Set a heading; its tag never skips a level, whatever the document does.

        Source: ISO 14289-1 7.4.2 (levels start at 1 and rise by one).
        """
        self._level = min(level, self._level + 1, _DEEPEST)
        element = self.document.child(f"H{self._level}")
        strips = (
            self._hung(number, text, manner, element)
            if number
            else line_strips(
                set_balanced(text, self.measure, manner, self.case),
                manner,
                element,
                x=0.0,
                measure=self.measure,
            )
        )
        said = settled(f"{number} {''.join(run.text for run in text)}").strip()
        strips[0] = replace(strips[0], outline=(self._level, said))
        return kept_whole(strips, with_next=True)

    def _hung(self, number: str, text: Inline, manner: Manner, element: Element) -> list[Strip]:
        """Set text beside a number in the margin; a long number pushes the text further in."""
        if not number:
            lines = set_lines(text, self.measure - HANG, manner, self.case)
            return line_strips(lines, manner, element, x=HANG, measure=self.measure - HANG)
        mark = set_lines(plain(f"{number} "), self.measure, manner, self.case)[0]
        indent = max(HANG, mark.width + _NUMBER_GAP)
        return self._beside(
            Words(0.0, baseline(manner), mark, manner, element), text, indent, element
        )

    def _mark(self, marker: Marker, place: int, *, bold: bool) -> Line:
        """Set the mark of a list's point, counting from 0."""
        letter = point_label(place) if marker is Marker.LETTER else place + 1
        mark = "•" if marker is Marker.BULLET else f"{letter})"
        return set_lines(plain(mark, bold=bold), self.measure, self.manners.point, self.case)[0]

    def _point(
        self, mark: Line, text: Inline, places: tuple[float, float], item: Element
    ) -> list[Strip]:
        """Set a point; ``places`` are where its mark and its text begin, in points."""
        manner = self.manners.point
        label = Words(places[0], baseline(manner), mark, manner, item.child("Lbl"))
        return self._beside(label, text, places[1], item.child("LBody"))

    def _beside(self, label: Words, text: Inline, indent: float, element: Element) -> list[Strip]:
        measure = self.measure - indent
        strips = line_strips(
            set_lines(text, measure, label.manner, self.case),
            label.manner,
            element,
            x=indent,
            measure=measure,
        )
        strips[0] = replace(strips[0], words=(label, *strips[0].words))
        return strips
