"""Lucide's drawings, kept in the cache folder: its library takes 40 ms to load, each icon 1 ms."""

from __future__ import annotations

import importlib.util
import os
from contextlib import suppress
from functools import cache
from pathlib import Path

from platformdirs import user_cache_path

_STROKE = "1.75"


@cache
def icon_svg(name: str) -> str:
    """Return one icon as SVG, in ``currentColor``."""
    path = icon_folder() / f"{name}-{_STROKE}.svg"
    kept = _kept(path)
    if kept:
        return kept
    import lucide

    drawing = str(lucide.lucide_icon(name, stroke_width=_STROKE))
    keep(path, drawing)
    return drawing


def icon_folder() -> Path:
    """Return where icons are kept from one run to the next."""
    return user_cache_path("scrutiny_app", appauthor=False) / "icons"


def keep(path: Path, drawing: str) -> None:
    """Keep a drawing for the next run; where the cache cannot be written to, it is drawn again."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(drawing, encoding="utf-8")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _kept(path: Path) -> str:
    """Return what was kept, empty where it is none, half written or older than the library."""
    try:
        if path.stat().st_mtime < _installed():
            return ""
        drawing = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return drawing if drawing.rstrip().endswith("</svg>") else ""


@cache
def _installed() -> float:
    """Return when the library of drawings was installed, in seconds since 1970."""
    place = importlib.util.find_spec("lucide")
    return Path(place.origin).stat().st_mtime if place and place.origin else float("inf")
