"""The workspaces that were open last, in the user's settings."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "workspaces/recent"
_MOST = 10


class RecentWorkspaces:
    """Newest first; one that is not there any more is not offered."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def there(self) -> list[Path]:
        """Return those that are still there."""
        return [path for path in map(Path, self._kept()) if (path / "scrutiny.db").is_file()]

    def add(self, folder: Path) -> None:
        """Put one at the top."""
        text = str(folder.absolute())
        kept = [text, *(one for one in self._kept() if one != text)][:_MOST]
        self._settings.setValue(_KEY, json.dumps(kept))

    def forget(self, folder: Path) -> None:
        """Take one off the list."""
        kept = [one for one in self._kept() if one != str(folder.absolute())]
        self._settings.setValue(_KEY, json.dumps(kept))

    def _kept(self) -> list[str]:
        try:
            kept = json.loads(str(self._settings.value(_KEY, "[]")))
        except json.JSONDecodeError:
            return []
        return [str(one) for one in kept] if isinstance(kept, list) else []
