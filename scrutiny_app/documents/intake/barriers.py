"""What keeps a tagged paper from being accessible, as far as a machine can tell quickly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pikepdf import Object, Page, Pdf

from scrutiny_app.documents.intake.page_marks import annotations_of
from scrutiny_app.documents.tags.settling import elements_below

_HEADING = re.compile(r"/H([1-6])")


def barriers_in_structure(pdf: Pdf) -> list[str]:
    """Return half sentences on the elements of a settled tree.

    Source: ISO 14289-1, 7.3 (figures), 7.7 (formulas), 7.4.2 (levels of headings), 7.4.4
    (headings without levels stand alone, and a pack has others).
    """
    found: Counter[str] = Counter()
    # Before every paper of a pack stands a heading of level 1, the front sheet's
    level = 1
    for element in elements_below(pdf.Root.StructTreeRoot):
        role = str(element.S)
        if role in {"/Figure", "/Formula"} and not _is_described(element):
            found["pictures without a description"] += 1
        elif role == "/H":
            found["headings without a level"] += 1
        elif heading := _HEADING.fullmatch(role):
            found["headings that skip a level"] += int(heading[1]) > level + 1
            level = int(heading[1])
    return [f"{barrier}: {times}" for barrier, times in found.items() if times]


def barriers_in_links(pages: Sequence[Page]) -> list[str]:
    """Return half sentences on the links.

    Source: ISO 14289-1, 7.18.5.
    """
    links = [link for page in pages for link in annotations_of(page)]
    silent = [link for link in links if "/StructParent" not in link or not _says(link, "/Contents")]
    return [f"links without a tag or a description: {len(silent)}"] if silent else []


def _is_described(element: Object) -> bool:
    return _says(element, "/Alt") or _says(element, "/ActualText")


def _says(holder: Object, key: str) -> bool:
    return bool(holder.get_str(key, "").strip())
