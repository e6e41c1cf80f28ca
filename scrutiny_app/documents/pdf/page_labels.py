"""Page labels: what viewers call each page, the same numbers as stamped."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name


def page_labels(numbers: Sequence[int]) -> Dictionary:
    """Return the catalogue's entry that labels page ``i`` with ``numbers[i]``.

    A new range starts wherever the numbers skip withheld pages.

    Source: ISO 32000-1, 12.4.2.
    """
    ranges: list[object] = []
    for place, number in enumerate(numbers):
        if place == 0 or number != numbers[place - 1] + 1:
            ranges += [place, Dictionary(S=Name.D, St=number)]
    return Dictionary(Nums=Array(ranges))
