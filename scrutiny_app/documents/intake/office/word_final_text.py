"""The final text of a Word document: insertions accepted, the rest of its markup gone.

Source: ECMA-376-1 17.13.5 (revisions), 17.13.4 (comments).
"""

from __future__ import annotations

from scrutiny_app.documents.intake.office.package import Package, beside
from scrutiny_app.documents.intake.office.word_marks import (
    DELETED,
    SEEN_IN_RUN,
    WORD_NAMESPACES,
    is_hidden_drawing,
    is_hidden_row,
    is_markup,
    stories,
)
from scrutiny_app.documents.intake.office.word_styles import WordStyles
from scrutiny_app.documents.intake.office.xml_part import (
    XmlPart,
    local,
    namespace,
    remove,
    unwrap,
)

_COMMENT_ELEMENTS = {"commentReference", "commentRangeStart", "commentRangeEnd", "annotationRef"}
_RANGES = ("moveFromRange", "moveToRange", "customXmlIns", "customXmlDel", "customXmlMove")
# In these, a change is a flag upon the paragraph mark, row or cell around them
_PROPERTIES = {"rPr", "pPr", "trPr", "tcPr"}
_LEFTOVERS = {"delText", "delInstrText"}


def settle_word(package: Package, styles: WordStyles) -> None:
    """Rewrite every part that holds text as its final text, and drop the comments."""
    for name, story in stories(package):
        _drop_hidden(story, styles)
        _drop_comments(story)
        _settle_changes(story)
        package.replace(name, story)
    _drop_comment_parts(package)


def _drop_hidden(story: XmlPart, styles: WordStyles) -> None:
    """Empty hidden runs, leaving the marks of fields, and remove hidden drawings and rows."""
    for element in list(story.iter()):
        if is_hidden_drawing(element):
            drawing = next(
                (one for one in element.iterancestors() if local(one) == "drawing"), None
            )
            remove(element if drawing is None else drawing)
        elif is_hidden_row(element):
            remove(_ancestor(element, "tr"))
        elif local(element) == "r" and styles.hides(element):
            for child in list(element):
                if local(child) in SEEN_IN_RUN | {"tab", "br"}:
                    remove(child)


def _drop_comments(story: XmlPart) -> None:
    for element in list(story.iter()):
        if local(element) in _COMMENT_ELEMENTS:
            remove(element)


def _settle_changes(story: XmlPart) -> None:
    """Accept every tracked change."""
    joined: list[XmlPart] = []
    for element in list(story.iter()):
        if namespace(element) not in WORD_NAMESPACES:
            continue
        name = local(element)
        if name.startswith(_RANGES) or name in _LEFTOVERS:
            remove(element)
        elif is_markup(element):
            if local(element.getparent()) in _PROPERTIES or name.endswith("Change"):
                _settle_flag(element, joined)
            elif name in DELETED:
                remove(element)
            else:
                unwrap(element)
    # From the end, so that a run of deleted paragraph marks gathers into the last paragraph
    for paragraph in reversed(joined):
        _join_with_next(paragraph)
    _mend_tables(story)


def _settle_flag(element: XmlPart, joined: list[XmlPart]) -> None:
    """Accept a change that is a flag: on a row, a cell, a paragraph mark, or on properties."""
    properties = element.getparent()
    name = local(element)
    if name in DELETED and local(properties) == "trPr":
        remove(_ancestor(element, "tr"))
    elif name in DELETED and local(properties) == "tcPr":
        remove(_ancestor(element, "tc"))
    else:
        if name in DELETED and local(properties.getparent()) == "pPr":
            joined.append(_ancestor(element, "p"))
        remove(element)


def _join_with_next(paragraph: XmlPart) -> None:
    """Join a paragraph whose end was deleted with the next, which gives both its form."""
    if any(local(one) == "sectPr" for one in paragraph.iter()):
        # It ends a section, whose page size and headers would be lost
        return
    following = paragraph.getnext()
    content = [one for one in paragraph if local(one) != "pPr"]
    if following is not None and local(following) == "p":
        first = 1 if len(following) and local(following[0]) == "pPr" else 0
        for one in reversed(content):
            following.insert(first, one)
        remove(paragraph)
    elif not content and local(paragraph.getparent()) != "tc":
        remove(paragraph)


def _mend_tables(story: XmlPart) -> None:
    """Drop tables and rows that lost all they held; a cell ends with a paragraph."""
    for row in [one for one in story.iter() if local(one) == "tr" and _is_word(one)]:
        if not any(local(one) in ("tc", "sdt") for one in row):
            remove(row)
    for table in [one for one in story.iter() if local(one) == "tbl" and _is_word(one)]:
        if not any(local(one) in ("tr", "sdt") for one in table):
            remove(table)
    for cell in [one for one in story.iter() if local(one) == "tc" and _is_word(one)]:
        if not len(cell) or local(cell[-1]) not in ("p", "sdt"):
            cell.append(cell.makeelement(cell.tag.replace("}tc", "}p")))


def _drop_comment_parts(package: Package) -> None:
    """Drop the parts that hold comments and the people who made them, with their relationships."""
    for name in package.names:
        if not name.endswith(".rels"):
            continue
        relationships = package.xml(name)
        gone = [
            one
            for one in relationships
            if "comments" in one.get("Type", "").lower() or one.get("Type", "").endswith("/people")
        ]
        for one in gone:
            relationships.remove(one)
            target = beside(name.replace("_rels/", ""), one.get("Target", ""))
            if target in package:
                package.drop(target)
        if gone:
            package.replace(name, relationships)


def _is_word(element: XmlPart) -> bool:
    return namespace(element) in WORD_NAMESPACES


def _ancestor(element: XmlPart, name: str) -> XmlPart:
    """Return the nearest element of that name around this one."""
    return next(one for one in element.iterancestors() if local(one) == name)
