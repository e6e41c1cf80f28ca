"""Tracked changes, comments and hidden text of an OpenDocument text: found, and settled.

Source: OpenDocument 1.3 part 3, 5.5 (change tracking), 14.1 (annotations), 20.369 (text:display).
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.documents.intake.office.markup import Mark, MarkKind, one_line
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local, remove

# Page headers and footers stand among the styles
_STORIES = ("content.xml", "styles.xml")
_CHANGES = {
    "insertion": MarkKind.INSERTION,
    "deletion": MarkKind.DELETION,
    "format-change": MarkKind.CHANGE,
}
_COMMENTS = {"annotation", "annotation-end"}
_HIDDEN_FIELDS = {"hidden-text", "hidden-paragraph"}
_MARKERS = {"tracked-changes", "change", "change-start", "change-end"}


def find_open_document_marks(package: Package) -> list[Mark]:
    """Return every mark of an OpenDocument text, in the order of its text."""
    hidden = _hidden_styles(package)
    return [
        mark
        for name in _STORIES
        if name in package
        for mark in _marks_of(package.xml(name), hidden)
    ]


def settle_open_document(package: Package) -> None:
    """Rewrite content and page headers as their final text.

    Deleted text stands in the list of changes, which goes; inserted text stands in its place.
    """
    hidden = _hidden_styles(package)
    for name in _STORIES:
        if name not in package:
            continue
        story = package.xml(name)
        for element in list(story.iter()):
            gone = local(element) in _MARKERS | _COMMENTS | _HIDDEN_FIELDS
            if gone or _is_hidden(element, hidden):
                remove(element)
        package.replace(name, story)


def _hidden_styles(package: Package) -> set[str]:
    """Return the names of the styles whose text is not shown, those based on them included."""
    styles = [
        style
        for name in _STORIES
        if name in package
        for style in package.xml(name).iter()
        if local(style) == "style"
    ]
    hidden = {
        attribute(style, "name")
        for style in styles
        if any(
            local(one) == "text-properties" and attribute(one, "display") == "none" for one in style
        )
    }
    grew = True
    while grew:
        based = {
            attribute(style, "name")
            for style in styles
            if attribute(style, "parent-style-name") in hidden
        }
        grew = not based <= hidden
        hidden |= based
    return hidden


def _is_hidden(element: XmlPart, hidden: set[str]) -> bool:
    """Tell whether an element is text, or a whole section, that is not shown."""
    name = local(element)
    if name == "section":
        return attribute(element, "display") in ("none", "condition")
    styled = name in ("span", "p", "h") and attribute(element, "style-name") in hidden
    return styled and bool("".join(element.itertext()).strip())


def _marks_of(story: XmlPart, hidden: set[str]) -> Iterator[Mark]:
    heading = ""
    for element in story.iter():
        name = local(element)
        if name == "h":
            heading = one_line("".join(element.itertext()))
        kind = _CHANGES.get(name)
        if kind is not None and local(element.getparent()) == "changed-region":
            yield Mark(kind, "", one_line(_words(element)))
        elif name == "annotation":
            yield Mark(MarkKind.COMMENT, heading, one_line(_words(element)))
        elif name in _HIDDEN_FIELDS or _is_hidden(element, hidden):
            text = "".join(element.itertext()) or attribute(element, "string-value")
            yield Mark(MarkKind.HIDDEN, heading, one_line(text))


def _words(element: XmlPart) -> str:
    """Return the words of a change or a comment without its author and date."""
    return " ".join("".join(one.itertext()) for one in element.iter() if local(one) == "p")
