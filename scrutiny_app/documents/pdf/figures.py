"""Pictures drawn by code, put onto a PDF's page, and one by itself as pixels."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from scrutiny_app.documents.blocks import Figure, plain
from scrutiny_app.documents.manners import Manner
from scrutiny_app.documents.pdf.setting import set_lines
from scrutiny_app.documents.pdf.strips import baseline
from scrutiny_app.documents.pdf.type_case import TypeCase
from scrutiny_app.documents.shapes import Anchor, Area, Box, Label, Point, Shape, Stroke

_LEADING = 1.22  # of the type size
_HEAD = 5.0  # points, the length of an arrow's head
_HEAD_TURN = math.radians(24)
_DASHES = (3.0, 2.0)
_NO_LIMIT = 10_000.0
_INK_ROOM = 0.5  # points; half of a line that runs along the edge lies outside it


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands on its page: ``scale`` times its size, its upper left corner here."""

    left: float
    top: float
    scale: float = 1.0

    def at(self, x: float, y: float) -> Point:
        """Return a point of the figure as the page counts, from the lower left."""
        return self.left + x * self.scale, self.top - y * self.scale


def draw_shapes(canvas: Canvas, shapes: Iterable[Shape], place: Place, case: TypeCase) -> None:
    """Draw shapes in their order.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    for shape in shapes:
        _draw(shape, canvas, place, case)


def figure_pixels(figure: Figure, family: str, *, scale: float) -> bytes:
    """Return a figure as a PNG, ``scale`` pixels a point, the lines along its edge whole.

    Raises:
        WrongInput: a letter is in none of our fonts.
    """
    import pypdfium2

    case = TypeCase(family)
    file = io.BytesIO()
    size = (figure.width, figure.height)
    canvas = Canvas(file, pagesize=size, invariant=1, initialFontName=case.plain)  # type: ignore[arg-type] # the stub says float
    shrunk = 1.0 - 2 * _INK_ROOM / min(size)
    draw_shapes(canvas, figure.shapes, Place(_INK_ROOM, figure.height - _INK_ROOM, shrunk), case)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(file.getvalue())
    try:
        made = io.BytesIO()
        document[0].render(scale=scale).to_pil().save(made, "PNG")
    finally:
        document.close()
    return made.getvalue()


@singledispatch
def _draw(shape: Shape, _canvas: Canvas, _place: Place, _case: TypeCase) -> None:
    raise TypeError(shape)


@_draw.register
def _(shape: Box, canvas: Canvas, place: Place, _case: TypeCase) -> None:
    left, bottom = place.at(shape.x, shape.y + shape.height)
    _ink(canvas, shape.fill, shape.edge, shape.weight * place.scale)
    canvas.roundRect(
        left,
        bottom,
        shape.width * place.scale,
        shape.height * place.scale,
        shape.corner * place.scale,
        stroke=int(bool(shape.edge)),
        fill=int(bool(shape.fill)),
    )


@_draw.register
def _(shape: Area, canvas: Canvas, place: Place, _case: TypeCase) -> None:
    _ink(canvas, shape.fill, shape.edge, shape.weight * place.scale)
    _polygon(canvas, [place.at(*corner) for corner in shape.corners], shape)


@_draw.register
def _(shape: Stroke, canvas: Canvas, place: Place, _case: TypeCase) -> None:
    _ink(canvas, shape.colour, shape.colour, shape.weight * place.scale)
    points = [place.at(*point) for point in shape.points]
    if shape.dashed:
        canvas.setDash(*_DASHES)
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)
    canvas.setDash()
    if shape.arrow:
        head = _head(points[-2], points[-1], _HEAD * place.scale)
        _polygon(canvas, head, Area((), shape.colour, ""))


@_draw.register
def _(shape: Label, canvas: Canvas, place: Place, case: TypeCase) -> None:
    size = shape.size * place.scale
    manner = Manner(size, size * _LEADING, bold=shape.bold)
    measure = shape.width * place.scale or _NO_LIMIT
    lines = set_lines(plain(shape.text), measure, manner, case)
    x, middle = place.at(shape.x, shape.y)
    first = middle + len(lines) * manner.leading / 2 - baseline(manner)
    canvas.setFillColor(HexColor(f"#{shape.colour}"))
    for number, line in enumerate(lines):
        back = {Anchor.START: 0.0, Anchor.MIDDLE: line.width / 2, Anchor.END: line.width}
        text = canvas.beginText(x - back[shape.anchor], first - number * manner.leading)
        for piece in line.pieces:
            text.setFont(piece.face, size)
            text.textOut(piece.text)
        canvas.drawText(text)


def _ink(canvas: Canvas, fill: str, edge: str, weight: float) -> None:
    if fill:
        canvas.setFillColor(HexColor(f"#{fill}"))
    if edge:
        canvas.setStrokeColor(HexColor(f"#{edge}"))
    canvas.setLineWidth(weight)


def _polygon(canvas: Canvas, corners: list[Point], shape: Area) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=int(bool(shape.edge)), fill=int(bool(shape.fill)))


def _head(before: Point, end: Point, length: float) -> list[Point]:
    """Return the corners of the head of an arrow that ends at ``end``."""
    back = math.atan2(before[1] - end[1], before[0] - end[0])
    return [
        end,
        *(
            (end[0] + length * math.cos(turn), end[1] + length * math.sin(turn))
            for turn in (back - _HEAD_TURN, back + _HEAD_TURN)
        ),
    ]
