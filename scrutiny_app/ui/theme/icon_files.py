"""Icons as files, for the few that a style sheet can only take from a file."""

from __future__ import annotations

import re
from pathlib import Path

from platformdirs import user_cache_path

from scrutiny_app.ui.theme.icons import icon_svg


def icon_file(name: str, colour: str) -> Path:
    """Return a file with an icon in a colour (``#rrggbb``), made when it is not in the cache yet.

    Where the cache cannot be written to, the path leads nowhere and the style draws no picture:
    the control still works.
    """
    folder = user_cache_path("scrutiny_app", appauthor=False) / "icons"
    path = folder / f"{name}-{re.sub(r'[^0-9a-f]', '', colour.lower())}.svg"
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(icon_svg(name).replace("currentColor", colour), encoding="utf-8")
        except OSError:
            return path
    return path
