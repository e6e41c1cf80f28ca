"""Icons as files, for the few that a style sheet can only take from a file."""

from __future__ import annotations

import re
from pathlib import Path

from scrutiny_app.ui.theme.drawings import icon_folder, icon_svg, keep


def icon_file(name: str, colour: str) -> Path:
    """Return a file with an icon in a colour (``#rrggbb``), made when it is not in the cache yet.

    Where the cache cannot be written to, the path leads nowhere and the style draws no picture:
    the control still works.
    """
    path = icon_folder() / f"{name}-{re.sub(r'[^0-9a-f]', '', colour.lower())}.svg"
    if not path.exists():
        keep(path, icon_svg(name).replace("currentColor", colour))
    return path
