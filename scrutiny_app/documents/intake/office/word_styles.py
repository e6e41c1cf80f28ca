"""What the styles of a Word document say of headings and of hidden text."""

from __future__ import annotations

import re

from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local

_HEADING = re.compile(r"(heading \d|title)$", re.IGNORECASE)
_NO = ("0", "false", "off", "none")
_DEEPEST = 20


class WordStyles:
    """The styles part; None stands for a document that has none."""

    def __init__(self, part: XmlPart | None) -> None:
        self._styles = {
            attribute(style, "styleId"): style
            for style in ([] if part is None else part)
            if local(style) == "style"
        }

    def is_heading(self, paragraph: XmlPart) -> bool:
        """Tell whether a paragraph is a heading, by its style's name or its outline level."""
        properties = _child(paragraph, "pPr")
        style = self._styles.get(_value(_child(properties, "pStyle")))
        level = _child(properties, "outlineLvl")
        if level is None:
            level = _child(_child(style, "pPr"), "outlineLvl")
        if level is not None:
            # Level 9 is body text
            return _value(level) != "9"
        return bool(_HEADING.match(_value(_child(style, "name"))))

    def hides(self, run: XmlPart) -> bool:
        """Tell whether a run is hidden: by itself, else by its style, else by its paragraph's."""
        properties = _child(run, "rPr")
        own = _vanishes(properties)
        if own is not None:
            return own
        by_style = self._style_hides(_value(_child(properties, "rStyle")))
        if by_style is not None:
            return by_style
        paragraph = next((one for one in run.iterancestors() if local(one) == "p"), None)
        name = _value(_child(_child(paragraph, "pPr"), "pStyle"))
        return bool(self._style_hides(name))

    def _style_hides(self, name: str) -> bool | None:
        """Follow a style and those it is based on to the first that says something."""
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return None
            said = _vanishes(_child(style, "rPr"))
            if said is not None:
                return said
            name = _value(_child(style, "basedOn"))
        return None


def _vanishes(properties: XmlPart | None) -> bool | None:
    """Read the hidden-text switch of run properties; None where they do not say."""
    switch = _child(properties, "vanish")
    return None if switch is None else attribute(switch, "val").lower() not in _NO


def _child(element: XmlPart | None, name: str) -> XmlPart | None:
    """Return the first child of that name, or None."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def _value(element: XmlPart | None) -> str:
    """Return the ``val`` of an element, empty where there is none."""
    return "" if element is None else attribute(element, "val")
