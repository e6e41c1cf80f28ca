"""A ReportLab canvas on which everything drawn belongs to the structure tree or is an artifact."""

from __future__ import annotations

import io
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.blocks import Figure
from scrutiny_app.documents.colours import LINK
from scrutiny_app.documents.manners import Manner
from scrutiny_app.documents.pdf.figures import Place, draw_shapes
from scrutiny_app.documents.pdf.setting import Anchor, Line, Piece
from scrutiny_app.documents.pdf.structure import Content, Element, LinkArea
from scrutiny_app.documents.pdf.type_case import TypeCase, width

_UNDERLINE_DEPTH = 0.12  # of the type size
_UNDERLINE_WEIGHT = 0.05
_LINK_REACH = 0.25  # how far a link's area goes below the baseline
_ARTIFACT = Element("Artifact")  # stands for "no element"; never filled


class TaggedCanvas:
    """Pages of tagged content. Points; the origin is the lower left corner of the page.

    A stretch of marked content stays open while what is drawn belongs to the same element, so
    that a paragraph of one page is one stretch. Only the canvas's public calls are used.

    ``marks[page][mark]`` is the element of each stretch, as ``write_structure`` wants it.
    """

    def __init__(self, width: float, height: float, *, first_face: str) -> None:
        """Start the first page. ``first_face`` keeps an unembedded Helvetica out of the file."""
        self.marks: list[list[Element]] = [[]]
        self._file = io.BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(width, height),
            pageCompression=0,  # once is enough: finishing the file compresses them
            invariant=1,
            initialFontName=first_face,  # type: ignore[arg-type] # the stub says float
        )
        self._open: Element | None = None
        self._colour = ""

    @property
    def page(self) -> int:
        """The page being drawn, counting from 0."""
        return len(self.marks) - 1

    def next_page(self) -> None:
        """Finish this page and start another."""
        self._close()
        self._canvas.showPage()
        self._colour = ""
        self.marks.append([])

    def finish(self) -> bytes:
        """Finish the last page and return the file."""
        self._close()
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def words(
        self, x: float, y: float, line: Line, manner: Manner, element: Element | None
    ) -> None:
        """Draw a line with its baseline at ``y``; without an element it is an artifact."""
        for _, group in groupby(line.pieces, key=lambda piece: id(piece.link)):
            pieces = list(group)
            anchor = pieces[0].link
            if anchor is None or element is None:
                self._belong(element)
                self._text(x, y, pieces, manner, anchor)
            else:
                element.adopt(anchor.element)
                self._belong(anchor.element)
                self._text(x, y, pieces, manner, anchor)
                self._link_area(x, y, pieces, manner, anchor)
            x += sum(piece.width for piece in pieces)

    def rule(
        self, x: float, y: float, extent: tuple[float, float], *, weight: float, colour: str
    ) -> None:
        """Draw a rule, its ``extent`` to the right and down; rules are artifacts."""
        self._belong(None)
        self._canvas.setLineWidth(weight)
        self._canvas.setStrokeColor(HexColor(f"#{colour}"))
        self._canvas.line(x, y, x + extent[0], y - extent[1])

    def box(self, x: float, y: float, width: float, height: float, *, colour: str) -> None:
        """Draw an empty box, an artifact like a rule. ``x`` and ``y`` are its lower left corner."""
        self._belong(None)
        self._canvas.setLineWidth(0.75)
        self._canvas.setStrokeColor(HexColor(f"#{colour}"))
        self._canvas.rect(x, y, width, height)

    def figure(self, figure: Figure, place: Place, element: Element, case: TypeCase) -> None:
        """Draw a figure with its upper left corner at ``place``."""
        self._belong(element)
        right, bottom = place.at(figure.width, figure.height)
        element.box = (place.left, bottom, right, place.top)
        draw_shapes(self._canvas, figure.shapes, place, case)
        self._colour = ""

    def _text(
        self, x: float, y: float, pieces: list[Piece], manner: Manner, anchor: Anchor | None
    ) -> None:
        outside = anchor is not None and not anchor.address.startswith("#")
        colour = LINK if anchor is not None else manner.colour
        if colour != self._colour:
            self._canvas.setFillColor(HexColor(f"#{colour}"))
            self._colour = colour
        text = self._canvas.beginText(x, y)
        for piece in pieces:
            text.setFont(piece.face, manner.size)
            text.textOut(piece.text)
        self._canvas.drawText(text)
        if outside:
            depth = y - manner.size * _UNDERLINE_DEPTH
            self._canvas.setLineWidth(manner.size * _UNDERLINE_WEIGHT)
            self._canvas.setStrokeColor(HexColor(f"#{LINK}"))
            self._canvas.line(x, depth, x + _inked(pieces, manner), depth)

    def _link_area(
        self, x: float, y: float, pieces: list[Piece], manner: Manner, anchor: Anchor
    ) -> None:
        bottom = y - manner.size * _LINK_REACH
        area = LinkArea(
            self.page,
            (x, bottom, x + _inked(pieces, manner), bottom + manner.leading),
            anchor.address,
            anchor.words,
        )
        anchor.element.kids.append(area)

    def _belong(self, element: Element | None) -> None:
        """Say what is drawn next: part of an element, or an artifact (None)."""
        wanted = _ARTIFACT if element is None else element
        if wanted is self._open:
            return
        self._close()
        self._open = wanted
        if element is None:
            self._canvas.addLiteral("/Artifact BMC")
            return
        mark = len(self.marks[-1])
        self.marks[-1].append(element)
        element.kids.append(Content(self.page, mark))
        self._canvas.addLiteral(f"/{element.tag} <</MCID {mark}>> BDC")

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        self._open = None


def _inked(pieces: list[Piece], manner: Manner) -> float:
    """Width without the space that ends a line."""
    last = pieces[-1]
    inked = width(last.text.rstrip(" "), last.face, manner.size)
    return sum(piece.width for piece in pieces[:-1]) + inked
