"""A PDF name as text, whatever bytes it holds."""

from __future__ import annotations

from pikepdf import Name


def name_text(value: object) -> str:
    """Return a name with its stroke ("/Link"), or an empty text for anything else.

    Names are bytes: older programs wrote font names in the alphabet of their day, which
    ``str`` refuses.
    """
    return bytes(value).decode("utf-8", "replace") if isinstance(value, Name) else ""
