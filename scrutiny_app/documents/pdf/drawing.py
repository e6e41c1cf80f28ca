"""A document drawn as a tagged PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.documents.blocks import Align, Document, plain
from scrutiny_app.documents.colours import QUIET
from scrutiny_app.documents.manners import Manner, Manners, manners
from scrutiny_app.documents.pdf.figures import Place
from scrutiny_app.documents.pdf.finishing import OutlineEntry, finished
from scrutiny_app.documents.pdf.flowables import StripMaker
from scrutiny_app.documents.pdf.paging import Placed, lay_out
from scrutiny_app.documents.pdf.setting import set_balanced, set_lines
from scrutiny_app.documents.pdf.strips import baseline, shift
from scrutiny_app.documents.pdf.structure import Element
from scrutiny_app.documents.pdf.tagged_canvas import TaggedCanvas
from scrutiny_app.documents.pdf.type_case import TypeCase
from scrutiny_app.domain.house_style import HouseStyle

_MILLIMETRE = 72 / 25.4
_FURNITURE_ROOM = 12.0  # points between the text and what stands in the margin
_BOX_WIDTH, _BOX_HEIGHT = 64.0, 26.0


@dataclass(frozen=True, slots=True)
class DrawnPdf:
    """A finished file and how many pages it has."""

    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its text area, in points; ``left`` and ``bottom`` are the area's margins."""

    width: float
    height: float
    left: float
    bottom: float
    measure: float
    depth: float

    @property
    def top(self) -> float:
        """The upper edge of the text area, from the foot of the page."""
        return self.bottom + self.depth


def draw_pdf(document: Document, style: HouseStyle) -> DrawnPdf:
    """Draw a document as PDF/UA-1: tagged, with outline, language and title; no dates in it.

    The same document and style give the same bytes. A run whose link is "#name" becomes a link
    to a destination that this file does not hold: whoever binds the file must add it.

    Raises:
        WrongInput: a letter is in none of our fonts.

    Source: ISO 14289-1 (PDF/UA-1).
    """
    sheet = _sheet(style, landscape=document.landscape)
    case = TypeCase(style.type.family)
    set_ = manners(style)
    tree = Element("Document")
    maker = StripMaker(tree, set_, case, sheet.measure, sheet.depth)
    pages = lay_out(maker.strips(document.blocks), sheet.depth)
    canvas = TaggedCanvas(sheet.width, sheet.height, first_face=case.plain)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            canvas.next_page()
        _draw_page(page, sheet, case, canvas)
        _draw_furniture(document, number, set_, sheet, case, canvas)
    drawn = canvas.finish()
    return DrawnPdf(
        finished(drawn, document, tree, canvas.marks, _outline(pages, sheet)), len(pages)
    )


def _sheet(style: HouseStyle, *, landscape: bool) -> Sheet:
    page = style.page
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    return Sheet(
        width=width * _MILLIMETRE,
        height=height * _MILLIMETRE,
        left=page.left * _MILLIMETRE,
        bottom=page.bottom * _MILLIMETRE,
        measure=(width - page.left - page.right) * _MILLIMETRE,
        depth=(height - page.top - page.bottom) * _MILLIMETRE,
    )


def _draw_page(page: Sequence[Placed], sheet: Sheet, case: TypeCase, canvas: TaggedCanvas) -> None:
    for placed in page:
        top = sheet.top - placed.top
        if placed.strip.picture is not None:
            picture = placed.strip.picture
            place = Place(sheet.left, top, picture.scale)
            canvas.figure(picture.figure, place, picture.element, case)
        for word in placed.strip.words:
            canvas.words(
                sheet.left + word.x, top - word.baseline, word.line, word.manner, word.element
            )
        for rule in placed.strip.rules:
            canvas.rule(
                sheet.left + rule.x,
                top - rule.y,
                (rule.width, rule.depth),
                weight=rule.weight,
                colour=rule.colour,
            )


def _draw_furniture(
    document: Document,
    number: int,
    set_: Manners,
    sheet: Sheet,
    case: TypeCase,
    canvas: TaggedCanvas,
) -> None:
    """Draw what a page carries in its margins; none of it is part of the text."""
    manner = set_.furniture
    if document.running_head and number > 1:
        _draw_running_head(document.running_head, manner, sheet, case, canvas)
    foot = sheet.bottom - _FURNITURE_ROOM - _BOX_HEIGHT / 2 - manner.size * 0.35
    placed = []
    if document.page_numbers:
        placed.append((str(number), Align.CENTRE, sheet.measure, foot))
    if document.initials:
        room = sheet.measure - _BOX_WIDTH - _FURNITURE_ROOM / 2
        placed.append((document.initials, Align.RIGHT, room, foot))
        canvas.box(
            sheet.left + sheet.measure - _BOX_WIDTH,
            sheet.bottom - _FURNITURE_ROOM - _BOX_HEIGHT,
            _BOX_WIDTH,
            _BOX_HEIGHT,
            colour=QUIET,
        )
    for text, align, room, y in placed:
        line = set_lines(plain(text), room, manner, case)[0]
        canvas.words(sheet.left + shift(line, room, align), y, line, manner, None)


def _draw_running_head(
    text: str, manner: Manner, sheet: Sheet, case: TypeCase, canvas: TaggedCanvas
) -> None:
    """Draw the head of a page, its last line next to the text however many there are."""
    base = sheet.top + _FURNITURE_ROOM + manner.leading - baseline(manner)
    lines = set_balanced(plain(text), sheet.measure, manner, case)
    for above, line in enumerate(reversed(lines)):
        canvas.words(sheet.left, base + above * manner.leading, line, manner, None)


def _outline(pages: Sequence[Sequence[Placed]], sheet: Sheet) -> list[OutlineEntry]:
    return [
        OutlineEntry(*placed.strip.outline, page=page, top=sheet.top - placed.top)
        for page, strips in enumerate(pages)
        for placed in strips
        if placed.strip.outline
    ]
