"""The rows of spreadsheets: how high each is with its text broken into lines."""

from __future__ import annotations

from collections.abc import Iterable

_LINE = 13.5  # points, of type of ten


def row_height(values: Iterable[object], widths: Iterable[int]) -> float:
    """Return the height of a row in points; ``widths`` are its columns' in letters.

    LibreOffice does not work it out itself, and prints lines over one another.
    """
    lines = [
        sum(1 + len(line) // width for line in str(value).splitlines())
        for value, width in zip(values, widths, strict=False)
        if value
    ]
    return max(lines, default=1) * _LINE
