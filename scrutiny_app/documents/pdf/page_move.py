"""Moves and shrinks what a page shows, and everything that points into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from scrutiny_app.documents.pdf.page_geometry import Box, SeenPage, numbers
from scrutiny_app.documents.pdf.page_room import Move

# Entries of annotations that hold points of the page, and those that hold distances on it.
# ISO 32000-1, 12.5; an appearance follows its Rect by itself
_POINTS = (Name.Rect, Name.QuadPoints, Name.Vertices, Name.L, Name.CL)
_LISTS_OF_POINTS = (Name.InkList, Name.Path)
_DISTANCES = (Name.RD, Name.LL, Name.LLE, Name.LLO)

# Where each kind of destination holds across (0) and up (1); ISO 32000-1, table 151
_DESTINATIONS: Mapping[str, tuple[int, ...]] = {
    "/XYZ": (0, 1),
    "/FitH": (1,),
    "/FitBH": (1,),
    "/FitV": (0,),
    "/FitBV": (0,),
    "/FitR": (0, 1, 0, 1),
}


@dataclass(frozen=True, slots=True)
class OwnMove:
    """A move in the page's own space: everything times ``scale``, then plus ``shift``."""

    scale: float
    shift: tuple[float, float]

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The six numbers of a transformation matrix."""
        return (self.scale, 0.0, 0.0, self.scale, *self.shift)

    def points(self, values: Iterable[object]) -> Array:
        """Return points, given as x, y, x, y …, where they stand after the move."""
        return Array(
            [
                self.along(index % 2, float(value))  # type: ignore[arg-type]
                for index, value in enumerate(values)
            ]
        )

    def along(self, axis: int, value: float) -> float:
        """Return one coordinate after the move; ``axis`` is 0 across, 1 up."""
        return round(self.scale * value + self.shift[axis], 4)


def in_own_space(move: Move, seen: SeenPage) -> OwnMove:
    """Return a move as seen in the page's own space, whichever way it is turned."""
    x, y = seen.own(move.right, move.up)
    stay = 1 - move.scale
    corner = seen.corner
    return OwnMove(
        move.scale,
        (x - corner[0] + stay * corner[0], y - corner[1] + stay * corner[1]),
    )


def moved_start(move: OwnMove, box: Box) -> bytes:
    """Return the content that comes before a moved page's own.

    The clip keeps hidden what lay outside the page before: a shrunk page must not show more.
    """
    return b"q %b cm %b re W n\n" % (
        numbers(*move.matrix),
        numbers(box.left, box.bottom, box.width, box.height),
    )


def move_patterns(pdf: Pdf, page: Dictionary, move: OwnMove) -> None:
    """Move a page's patterns with it: they are laid from the page's origin, whatever ``cm`` says.

    The page gets resources of its own, for other pages may share them and stay where they are.

    Source: ISO 32000-1, 8.7.2.
    """
    resources = page.get(Name.Resources)
    patterns = resources.get(Name.Pattern) if isinstance(resources, Dictionary) else None
    if not isinstance(patterns, Dictionary) or not isinstance(resources, Dictionary):
        return
    own = Dictionary(dict(resources.items()))
    own[Name.Pattern] = Dictionary(
        {name: _moved_pattern(pdf, pattern, move) for name, pattern in patterns.items()}
    )
    page[Name.Resources] = own


def _moved_pattern(pdf: Pdf, pattern: Object, move: OwnMove) -> Object:
    entries = pattern.stream_dict if isinstance(pattern, Stream) else pattern
    before = [float(value) for value in entries.get(Name.Matrix, [1, 0, 0, 1, 0, 0])]
    after = [value * move.scale for value in before]
    after[4] += move.shift[0]
    after[5] += move.shift[1]
    copy = Dictionary({key: value for key, value in entries.items() if key != "/Length"})
    copy[Name.Matrix] = Array([round(value, 6) for value in after])
    if isinstance(pattern, Stream):
        return pdf.make_stream(pattern.read_raw_bytes(), copy)
    return pdf.make_indirect(copy)


def move_annotations(page: Dictionary, move: OwnMove) -> None:
    """Move and shrink a page's annotations with its content."""
    for annotation in page.get(Name.Annots, Array()):
        for key in _POINTS:
            if key in annotation:
                annotation[key] = move.points(annotation[key])
        for key in _LISTS_OF_POINTS:
            if key in annotation:
                annotation[key] = Array([move.points(line) for line in annotation[key]])
        for key in _DISTANCES:
            if key in annotation:
                annotation[key] = _shrunk(annotation[key], move.scale)


def _shrunk(distance: Object | int | float, scale: float) -> object:
    if isinstance(distance, Array):
        return Array([round(float(value) * scale, 4) for value in distance])
    return round(float(distance) * scale, 4)


def move_destinations(
    pages: Iterable[Dictionary], moves: Mapping[tuple[int, int], OwnMove]
) -> None:
    """Let links that lead to a moved place of a page still lead there.

    ``moves`` are keyed by the page's object number. A destination is replaced, never changed,
    for several links may share one.
    """
    for page in pages:
        for annotation in page.get(Name.Annots, Array()):
            action = annotation.get(Name.A)
            holder, key = (annotation, Name.Dest) if action is None else (action, Name.D)
            destination = holder.get(key)
            if isinstance(destination, Array) and len(destination):
                move = moves.get(destination[0].objgen)
                if move is not None:
                    holder[key] = _moved_destination(destination, move)


def _moved_destination(destination: Array, move: OwnMove) -> Array:
    page, kind, *values = list(destination)
    axes = _DESTINATIONS.get(str(kind), ())
    moved = [
        value if value is None else move.along(axis, float(value))
        for axis, value in zip(axes, values, strict=False)
    ]
    return Array([page, kind, *moved, *values[len(axes) :]])
