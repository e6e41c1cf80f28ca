"""Which paragraphs of a Word document are points of a list, and how deep."""

from __future__ import annotations

import re

from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local

# "List Bullet 2", "List Number": the digit is the level; without one it is the first
_NAMED = re.compile(r"list (?:bullet|number)(?: ([2-5]))?", re.IGNORECASE)
_DEEPEST = 9


class WordLists:
    """What a document's styles say of lists; None stands for a document without a styles part.

    Source: ECMA-376-1 17.9 (numbering).
    """

    def __init__(self, styles: XmlPart | None) -> None:
        self._names = {
            attribute(style, "styleId"): _value(_child(style, "name"))
            for style in ([] if styles is None else styles)
            if local(style) == "style"
        }

    def level(self, paragraph: XmlPart) -> int:
        """Return how deep a paragraph stands in a list, 0 where it is no point of one."""
        properties = _child(paragraph, "pPr")
        numbering = _child(properties, "numPr")
        if numbering is not None:
            return self._written(numbering)
        named = _NAMED.fullmatch(self._names.get(_value(_child(properties, "pStyle")), ""))
        return 0 if named is None else int(named[1] or 1)

    def _written(self, numbering: XmlPart) -> int:
        """Read a level that the paragraph itself gives; list 0 means that it is in none."""
        if _value(_child(numbering, "numId")) == "0":
            return 0
        level = _value(_child(numbering, "ilvl"))
        return min(int(level), _DEEPEST) + 1 if re.fullmatch("[0-9]{1,3}", level) else 1


def _child(element: XmlPart | None, name: str) -> XmlPart | None:
    return next((one for one in ([] if element is None else element) if local(one) == name), None)


def _value(element: XmlPart | None) -> str:
    return "" if element is None else attribute(element, "val")
