"""A document cut into strips, each a horizontal band that is never divided between pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from scrutiny_app.documents.blocks import Align, Figure
from scrutiny_app.documents.manners import Manner
from scrutiny_app.documents.pdf.setting import Line
from scrutiny_app.documents.pdf.structure import Element

_CAP_HEIGHT = 0.7  # of the type size; puts the letters in the middle of their line


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: ``x`` from the left edge of the text area, ``baseline`` below the top."""

    x: float
    baseline: float
    line: Line
    manner: Manner
    element: Element | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule from ``x`` and ``y`` below the strip's top, ``width`` across or ``depth`` down."""

    x: float
    y: float
    width: float
    weight: float
    colour: str
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure at the head of its strip, ``scale`` times its own size."""

    figure: Figure
    scale: float
    element: Element


@dataclass(frozen=True, slots=True)
class Strip:
    """A band of the page, in points from its own upper left corner.

    ``before`` and ``after`` are the space around it; between two strips the larger counts, at
    the head of a page none. ``keep`` holds it on one page with the next strip. ``repeated`` is
    drawn above it, as an artifact, when it opens a page (the headings of a table). ``outline``
    is its line in the bookmarks, with the level counting from 1.
    """

    height: float
    words: tuple[Words, ...] = ()
    rules: tuple[Rule, ...] = ()
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    repeated: Strip | None = None
    outline: tuple[int, str] | None = None
    opens_page: bool = False
    picture: Picture | None = None


def baseline(manner: Manner) -> float:
    """How far the baseline of a line stands below the line's top."""
    return (manner.leading + manner.size * _CAP_HEIGHT) / 2


def line_strips(
    lines: tuple[Line, ...],
    manner: Manner,
    element: Element,
    *,
    x: float,
    measure: float,
    align: Align = Align.LEFT,
) -> list[Strip]:
    """Give every line of a paragraph its strip; first two and last two lines stay together."""
    last = len(lines) - 1
    return [
        Strip(
            manner.leading,
            (Words(x + shift(line, measure, align), baseline(manner), line, manner, element),),
            before=manner.before if place == 0 else 0.0,
            after=manner.after if place == last else 0.0,
            keep=place != last and place in {0, last - 1},
        )
        for place, line in enumerate(lines)
    ]


def shift(line: Line, measure: float, align: Align) -> float:
    """How far a line moves to the right to stand as aligned."""
    spare = measure - line.width
    return {Align.LEFT: 0.0, Align.CENTRE: spare / 2}.get(align, spare)


def kept_whole(strips: list[Strip], *, with_next: bool) -> list[Strip]:
    """Hold strips on one page, and the last of them with what follows when asked."""
    kept = [replace(strip, keep=True) for strip in strips[:-1]]
    return [*kept, replace(strips[-1], keep=with_next or strips[-1].keep)]
