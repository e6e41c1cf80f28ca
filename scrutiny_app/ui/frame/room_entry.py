"""What the frame knows of a room before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Room


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """A room's name and icon, and how its page is made when it is first shown.

    ``under`` is the room that the navigation marks while this one is shown; None for one that
    stands in the navigation itself. ``last`` puts it at the foot.
    """

    room: Room
    name: str
    icon_name: str
    make: Callable[[Surroundings], Page]
    under: Room | None = None
    last: bool = False
