"""Where a Word document holds tracked changes, comments and hidden text.

Source: ECMA-376-1 17.13 (annotations), 17.3.2.41 (vanish).
"""

from __future__ import annotations

from collections.abc import Iterator

from scrutiny_app.documents.intake.office.markup import Mark, MarkKind, one_line
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.word_styles import WordStyles
from scrutiny_app.documents.intake.office.xml_part import XmlPart, attribute, local, namespace

WORD_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_STORIES = {
    "document": "",
    "hdr": "the page header",
    "ftr": "the page footer",
    "footnotes": "the footnotes",
    "endnotes": "the endnotes",
}
INSERTED = {"ins", "moveTo", "cellIns"}
DELETED = {"del", "moveFrom", "cellDel"}
_TEXT = {"t", "delText"}
SEEN_IN_RUN = {"t", "drawing", "pict", "object", "sym"}


def stories(package: Package) -> list[tuple[str, XmlPart]]:
    """Return the parts that hold text of pages, by name, the document itself first."""
    found = [
        (name, part)
        for name, part in package.xml_parts()
        if namespace(part) in WORD_NAMESPACES and local(part) in _STORIES
    ]
    return sorted(found, key=lambda one: local(one[1]) != "document")


def find_word_marks(package: Package, styles: WordStyles) -> list[Mark]:
    """Return every mark of a Word document, in the order of its text.

    Changes of one hand in one paragraph count as one: Word splits them at every change of type.
    """
    marks: list[Mark] = []
    for _, story in stories(package):
        marks.extend(_marks_of(story, styles))
    return marks


def is_markup(element: XmlPart) -> bool:
    """Tell whether a Word element is a tracked change, or a range of one."""
    name = local(element)
    if namespace(element) not in WORD_NAMESPACES:
        return False
    return name in INSERTED or name in DELETED or name == "cellMerge" or name.endswith("Change")


def is_hidden_drawing(element: XmlPart) -> bool:
    """Tell whether an element is the name plate of a drawing that is not shown."""
    return local(element) == "docPr" and attribute(element, "hidden") in ("1", "true")


def is_hidden_row(element: XmlPart) -> bool:
    """Tell whether an element hides the table row it describes."""
    return (
        local(element) == "hidden"
        and local(element.getparent()) == "trPr"
        and attribute(element, "val") not in ("0", "false", "off")
    )


def _marks_of(story: XmlPart, styles: WordStyles) -> Iterator[Mark]:
    heading = _STORIES[local(story)]
    told: set[tuple[object, ...]] = set()
    paragraph: XmlPart = story
    for element in story.iter():
        if local(element) == "p" and namespace(element) in WORD_NAMESPACES:
            paragraph = element
            if styles.is_heading(element) and text_of(element):
                heading = one_line(text_of(element))
        kind = _kind(element, styles)
        if kind is None:
            continue
        key = (kind, paragraph, attribute(element, "author"), attribute(element, "date"))
        if key in told and kind is not MarkKind.COMMENT:
            continue
        told.add(key)
        yield Mark(kind, heading, one_line(text_of(element) or text_of(paragraph)))


def _kind(element: XmlPart, styles: WordStyles) -> MarkKind | None:
    """Tell what mark an element is, or None for none."""
    name = local(element)
    if is_markup(element):
        if name in INSERTED:
            return MarkKind.INSERTION
        return MarkKind.DELETION if name in DELETED else MarkKind.CHANGE
    if name == "commentReference":
        return MarkKind.COMMENT
    if is_hidden_drawing(element) or is_hidden_row(element):
        return MarkKind.HIDDEN
    if name == "r" and namespace(element) in WORD_NAMESPACES and shows(element):
        return MarkKind.HIDDEN if styles.hides(element) else None
    return None


def shows(run: XmlPart) -> bool:
    """Tell whether a run would put anything on a page if it were not hidden."""
    return any(
        local(child) in SEEN_IN_RUN and (local(child) != "t" or (child.text or "").strip())
        for child in run
    )


def text_of(element: XmlPart) -> str:
    """Return the words in an element, deleted ones too."""
    return "".join(one.text or "" for one in element.iter() if local(one) in _TEXT).strip()
