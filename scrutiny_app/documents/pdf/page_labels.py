"""Page labels: what viewers call each page, the same numbers as stamped."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, String


def page_labels(stamped: Sequence[int | str]) -> Dictionary:
    """Return the catalogue's entry that labels page ``i`` with ``stamped[i]``.

    A new range starts wherever the numbers skip withheld pages, and at every lettered page.

    Source: ISO 32000-1, 12.4.2.
    """
    ranges: list[object] = []
    expected = ""
    for place, label in enumerate(map(str, stamped)):
        if not label.isdecimal():
            ranges += [place, Dictionary(P=String(label))]
            expected = ""
            continue
        if label != expected:
            ranges += [place, Dictionary(S=Name.D, St=int(label))]
        expected = str(int(label) + 1)
    return Dictionary(Nums=Array(ranges))
