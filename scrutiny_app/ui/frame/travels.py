"""The places one has been to, for going back and forward."""

from __future__ import annotations

from scrutiny_app.ui.place import Place

_MOST = 100


class Travels:
    """A list of places and where one stands in it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def clear(self) -> None:
        """Forget everything."""
        self._places, self._at = [], -1

    def add(self, place: Place) -> None:
        """Be somewhere new; what lay ahead is forgotten."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places = [*self._places[: self._at + 1], place][-_MOST:]
        self._at = len(self._places) - 1

    def step(self, by: int) -> Place | None:
        """Return the place that many steps on, None where there is none."""
        if 0 <= self._at + by < len(self._places):
            self._at += by
            return self._places[self._at]
        return None
