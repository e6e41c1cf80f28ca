"""Room for stamps: how far a page's content must move or shrink to leave its edges free."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.paper import PageFacts


@dataclass(frozen=True, slots=True)
class EdgeBands:
    """Two bands across a page as seen, at its upper and its lower edge; heights in points."""

    head: float
    foot: float


@dataclass(frozen=True, slots=True)
class Move:
    """How content moves on its page as seen: made smaller from the lower left, then shifted.

    Units: ``scale`` is at most 1; ``right`` and ``up`` are points as seen.
    """

    scale: float = 1.0
    right: float = 0.0
    up: float = 0.0


STILL = Move()

# Half a pixel of the screen: less cannot be seen, and facts are measured on a picture
_TOLERANCE = 0.1


def clear_bands(facts: PageFacts, height: float) -> EdgeBands:
    """Return the bands without ink of a page that is ``height`` points high.

    They are taken as shares of the height on record, so that they hold whatever unit it was in.
    """
    share = height / facts.height if facts.height > 0 else 0.0
    return EdgeBands(facts.head_clear * share, facts.foot_clear * share)


def make_room(width: float, height: float, *, clear: EdgeBands, wanted: EdgeBands) -> Move:
    """Return the smallest change that leaves the ``wanted`` bands free of ink.

    A page with room to spare at the other edge is only shifted, never so far that this edge is
    left with less room than a stamp would have; what is still missing is gained by shrinking.
    """
    ink = height - clear.head - clear.foot
    if ink <= 0 or _fits(clear, wanted):
        return STILL
    margin = max(wanted.head, wanted.foot)
    head = max(wanted.head, min(clear.head, margin))
    foot = max(wanted.foot, min(clear.foot, margin))
    scale = min(1.0, max(height - head - foot, 0.0) / ink)
    lowest = foot - scale * clear.foot
    highest = height - head - scale * (height - clear.head)
    centred = (1 - scale) * height / 2
    return Move(scale, (1 - scale) * width / 2, min(max(centred, lowest), highest))


def _fits(clear: EdgeBands, wanted: EdgeBands) -> bool:
    return (
        clear.head + _TOLERANCE >= wanted.head or not wanted.head
    ) and clear.foot + _TOLERANCE >= wanted.foot
