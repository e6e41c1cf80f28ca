"""How the reader left off: place and size in each file, the files last read, the window's size."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from scrutiny_app.ui.viewer.page_layout import Fit, Spot

_MOST_RECENT = 10
_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Left:
    """How a file was left: where, how large, and two pages beside each other or one."""

    spot: Spot
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    two_pages: bool = False


class PlaceMemory:
    """Kept in the user's settings; a file is known by its content, so its name may change."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def left(self, mark: str) -> Left | None:
        """Return how a file was left, None if it was never read."""
        kept = self._places().get(mark)
        try:
            return _left(kept) if isinstance(kept, list) else None
        except (TypeError, ValueError):
            return None

    def keep(self, mark: str, left: Left) -> None:
        """Remember how a file is left."""
        places = self._places()
        places.pop(mark, None)
        spot = left.spot
        places[mark] = [spot.page, spot.down, left.fit.value, left.zoom, left.two_pages]
        newest = dict(list(places.items())[-_MOST_PLACES:])
        self._settings.setValue("reader/places", json.dumps(newest))

    def recent(self) -> list[Path]:
        """Return the files last read that are still there, newest first."""
        paths = [Path(text) for text in self._recent()]
        return [path for path in paths if path.is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a file at the top of those last read."""
        text = str(path.absolute())
        kept = [text, *(one for one in self._recent() if one != text)][:_MOST_RECENT]
        self._settings.setValue("reader/recent", json.dumps(kept))

    def window(self, name: str) -> QByteArray | None:
        """Return the size and place of a part of the window, as Qt saved it."""
        kept = self._settings.value(f"reader/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def keep_window(self, name: str, state: QByteArray) -> None:
        """Remember the size and place of a part of the window."""
        self._settings.setValue(f"reader/{name}", state)

    def _places(self) -> dict[str, object]:
        kept = _json(self._settings.value("reader/places", "{}"))
        return kept if isinstance(kept, dict) else {}

    def _recent(self) -> list[str]:
        kept = _json(self._settings.value("reader/recent", "[]"))
        return [str(one) for one in kept] if isinstance(kept, list) else []


def _left(kept: list[Any]) -> Left:
    """Read how a file was left; earlier versions kept the place alone."""
    page, down, *more = kept
    spot = Spot(int(page), float(down))
    if not more:
        return Left(spot)
    fit, zoom, two_pages = more
    return Left(spot, Fit(fit), float(zoom), bool(two_pages))


def _json(kept: object) -> object:
    """Read a setting; somebody else may have written nonsense into it."""
    try:
        return json.loads(str(kept))
    except json.JSONDecodeError:
        return None
