"""One XML part of an office file: read without reaching out, changed without losing text."""

from __future__ import annotations

from typing import Any

from lxml import etree

from scrutiny_app.domain.errors import PaperRefused

# lxml has no types of its own; an element is a list of elements with a tag, text and a tail
XmlPart = Any

_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
# libxml2 reads "<?xm" in EBCDIC too; nobody writes it, and our strict reader refuses it
_OPENINGS = (b"<", b"\x4c\x6f\xa7\x94")


def looks_like_xml(start: bytes) -> bool:
    """Tell whether a part is XML by how it begins."""
    return start[:256].lstrip(_BEFORE_XML).startswith(_OPENINGS)


def parse(data: bytes) -> XmlPart:
    """Return the root element.

    Raises:
        PaperRefused: lxml cannot read it.
    """
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, reader)
    except etree.XMLSyntaxError as error:
        raise PaperRefused(
            "a part inside it cannot be read. Open it in the program that made it and save it "
            "again, or ask its author for a new copy."
        ) from error


def serialise(part: XmlPart) -> bytes:
    """Return an element as a whole XML file."""
    data: bytes = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def local(element: XmlPart) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def namespace(element: XmlPart) -> str:
    """Return the namespace of an element."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def attribute(element: XmlPart, name: str) -> str:
    """Return an attribute by its name in any namespace, or empty text."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def remove(element: XmlPart) -> None:
    """Take an element out; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    _hand_on(parent, parent.index(element), element.tail)
    element.tail = None
    parent.remove(element)


def unwrap(element: XmlPart) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    remove(element)


def _hand_on(parent: XmlPart, at: int, text: str | None) -> None:
    """Add text to what stands before place ``at``."""
    if not text:
        return
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
