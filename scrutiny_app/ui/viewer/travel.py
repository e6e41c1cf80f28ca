"""Back and forward, as in a browser."""

from __future__ import annotations

from scrutiny_app.ui.viewer.page_layout import Spot

_LONGEST = 100


class Travel:
    """The places the reader left by a jump."""

    def __init__(self) -> None:
        self._behind: list[Spot] = []
        self._ahead: list[Spot] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader went back and may return."""
        return bool(self._ahead)

    def leave(self, spot: Spot) -> None:
        """Remember a place that is left by a jump."""
        if not self._behind or self._behind[-1] != spot:
            self._behind = [*self._behind[-_LONGEST:], spot]
        self._ahead.clear()

    def back(self, here: Spot) -> Spot:
        """Return the place last left; ask ``can_go_back`` first."""
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Spot) -> Spot:
        """Return the place last gone back from; ask ``can_go_forward`` first."""
        self._behind.append(here)
        return self._ahead.pop()
