"""Finds a file under ``resources/`` in a checkout, an editable install, a wheel or a frozen app."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for home in _homes():
        path = home.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"This installation lacks resources/{'/'.join(parts)}")


def _homes() -> tuple[Path, ...]:
    """Where resources may lie: inside the wheel's package, beside it in a checkout, in a bundle."""
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    return (package / "resources", package.parent / "resources", frozen / "resources")
