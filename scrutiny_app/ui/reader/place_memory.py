"""What the reader left off: the place in each file, the files last read, the window's size."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from scrutiny_app.ui.viewer.page_layout import Spot

_MOST_RECENT = 10
_MOST_PLACES = 200


class PlaceMemory:
    """Kept in the user's settings; a file is known by its content, so its name may change."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def spot(self, mark: str) -> Spot:
        """Return where a file was left, its first page if it was never read."""
        page, down = self._places().get(mark, (0, 0.0))
        return Spot(int(page), float(down))

    def keep(self, mark: str, spot: Spot) -> None:
        """Remember where a file is left."""
        places = self._places()
        places.pop(mark, None)
        places[mark] = (spot.page, spot.down)
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

    def _places(self) -> dict[str, tuple[int, float]]:
        kept = _json(self._settings.value("reader/places", "{}"))
        return kept if isinstance(kept, dict) else {}

    def _recent(self) -> list[str]:
        kept = _json(self._settings.value("reader/recent", "[]"))
        return [str(one) for one in kept] if isinstance(kept, list) else []


def _json(kept: object) -> object:
    """Read a setting; somebody else may have written nonsense into it."""
    try:
        return json.loads(str(kept))
    except json.JSONDecodeError:
        return None
