"""A Word document cut off from everything outside it, so that converting it fetches nothing.

Hyperlinks stay: nobody follows them but a reader. They are told from the rest by what uses them,
not by what they call themselves.

Source: ECMA-376-1 (relationships, fields), ECMA-376-2 9.3 (relationship parts).
"""

from __future__ import annotations

import posixpath
import re

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.xml_part import (
    XmlPart,
    attribute,
    local,
    looks_like_xml,
    namespace,
    remove,
)
from scrutiny_app.domain.errors import PaperRefused

_RELATIONSHIP_NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_HYPERLINKS = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
# What an external relationship shows in the document, so that its loss is told
_SHOWN = {
    "image": "pictures linked from elsewhere",
    "oleObject": "objects linked from elsewhere",
    "subDocument": "parts of the text linked from elsewhere",
    "frame": "parts of the text linked from elsewhere",
}
_UNSEEN = "links to other files"
# Programs in another guise; the picture that stands for each of them stays
_EMBEDDED = {"oleObject", "package", "control", "activeXControlBinary", "vbaProject"}
_EMBEDDED_ELEMENTS = {"OLEObject", "control", "subDoc"}
_EMBEDDED_FOLDERS = ("word/embeddings/", "word/activex/", "customui/", "_xmlsignatures/")
# VML pictures name their file in the element itself
_VML_FILLED = {"imagedata", "fill", "stroke"}
_VML_SOURCES = {"src", "href", "althref"}
# Fields that read another file; what they last showed stays
_READING_FIELD = re.compile(
    r"\s*(INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|DDEAUTO|DDE|IMPORT|DATABASE|RD)\b", re.IGNORECASE
)


def cut_off_word(package: Package, findings: Findings) -> None:
    """Take out of a Word document whatever points outside it, but for hyperlinks.

    Raises:
        PaperRefused: it holds a whole document of another kind, which nobody has checked.
    """
    for name in package.names:
        if name.lower().startswith(_EMBEDDED_FOLDERS):
            package.drop(name)
            findings.took_out("embedded objects and controls")
    for name in package.names:
        if name.endswith(".rels"):
            _cut_off_part(package, name, findings)
    for name, part in package.xml_parts():
        if not name.endswith(".rels") and _cut_elements(part, findings):
            package.replace(name, part)


def _cut_off_part(package: Package, name: str, findings: Findings) -> None:
    """Drop the external relationships of one part, and what the part does with them."""
    relationships = package.xml(name)
    links = {one.get("Id", "") for one in relationships if _kind(one) == "hyperlink"}
    gone = [one for one in relationships if _kind(one) in _EMBEDDED or _reaches_out(one)]
    for one in gone:
        relationships.remove(one)
        if _leads_out(one):
            _tell(_kind(one), findings)
    if gone:
        package.replace(name, relationships)
    dropped = {one.get("Id", "") for one in gone}
    source = _source_of(name)
    if (links or dropped) and source in package and looks_like_xml(package.read(source)):
        part = package.xml(source)
        if _unlink(part, links, dropped, findings):
            package.replace(source, part)


def _kind(relationship: XmlPart) -> str:
    """Return what a relationship is to: image, hyperlink, styles.

    Raises:
        PaperRefused: to a document of another kind, which waits to be merged.
    """
    kind = str(relationship.get("Type", "")).rpartition("/")[2]
    if kind == "aFChunk":
        raise PaperRefused(
            "it holds another document that has not been merged into it yet. Open it in Word, "
            "save it again and add that file."
        )
    return kind


def _reaches_out(relationship: XmlPart) -> bool:
    """Tell whether a relationship would have a program fetch something."""
    return _kind(relationship) != "hyperlink" and _leads_out(relationship)


def _leads_out(relationship: XmlPart) -> bool:
    """Tell whether a relationship leaves the package, whatever its mode says."""
    target = relationship.get("Target", "")
    if relationship.get("TargetMode", "").lower() == "external":
        return True
    return target.startswith(("//", "\\")) or bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target))


def _tell(kind: str, findings: Findings) -> None:
    """Note what was cut off; where it was seen on the page, the officer must know."""
    shown = _SHOWN.get(kind)
    findings.took_out(shown or _UNSEEN)
    if shown:
        warn_of_loss(shown, findings)


def warn_of_loss(shown: str, findings: Findings) -> None:
    """Say that something on the page was not fetched."""
    findings.warn(
        f"It has {shown}, which were not fetched and may be missing from its pages. Ask the author "
        "to put them into the document itself if they belong to it."
    )


def _source_of(name: str) -> str:
    """Return the part that a relationships part belongs to."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _unlink(part: XmlPart, links: set[str], dropped: set[str], findings: Findings) -> bool:
    """Remove references to what was dropped, and to a hyperlink from what is none."""
    changed = False
    for element in part.iter():
        for key, value in list(element.attrib.items()):
            if not key.startswith("{") or key[1:].partition("}")[0] not in _RELATIONSHIP_NAMESPACES:
                continue
            misused = value in links and local(element) not in _HYPERLINKS
            if misused:
                _tell("image", findings)
            if misused or value in dropped:
                del element.attrib[key]
                changed = True
    return changed


def _cut_elements(part: XmlPart, findings: Findings) -> bool:
    """Cut what needs no relationship: embedded programs, files named in place, reading fields."""
    changed = False
    for element in list(part.iter()):
        name = local(element)
        if name in _EMBEDDED_ELEMENTS:
            remove(element)
            changed = True
        elif name == "fldSimple" and _READING_FIELD.match(attribute(element, "instr")):
            _blank_simple_field(element)
            findings.took_out(_UNSEEN)
            changed = True
        else:
            changed |= _cut_sources(element, findings)
    return _blank_fields(part, findings) or changed


def _cut_sources(element: XmlPart, findings: Findings) -> bool:
    """Remove file names from a VML filling and from an SVG picture."""
    of_vml = local(element) in _VML_FILLED and namespace(element).startswith("urn:schemas-micro")
    of_svg = namespace(element) == "http://www.w3.org/2000/svg" and local(element) != "a"
    if not (of_vml or of_svg):
        return False
    changed = False
    for key, value in list(element.attrib.items()):
        if key.rpartition("}")[2] in _VML_SOURCES and not value.startswith(("#", "data:")):
            del element.attrib[key]
            _tell("image", findings)
            changed = True
    return changed


def _blank_simple_field(element: XmlPart) -> None:
    """Empty the instruction of a field that is written as one element."""
    for key in element.attrib:
        if key.endswith("}instr"):
            element.set(key, "")


def _blank_fields(part: XmlPart, findings: Findings) -> bool:
    """Empty the instructions of reading fields; one may be spread over many runs."""
    changed = False
    open_fields: list[list[XmlPart]] = []
    for element in part.iter():
        name = local(element)
        if name == "fldChar":
            step = attribute(element, "fldCharType")
            if step == "begin":
                open_fields.append([])
            elif open_fields:
                changed |= _blank(open_fields[-1], findings)
                if step == "end":
                    open_fields.pop()
        elif name == "instrText" and open_fields:
            open_fields[-1].append(element)
    for left_open in open_fields:
        changed |= _blank(left_open, findings)
    return changed


def _blank(instructions: list[XmlPart], findings: Findings) -> bool:
    """Empty one field's instruction if it reads another file."""
    said = "".join(element.text or "" for element in instructions)
    if not _READING_FIELD.match(said):
        return False
    for element in instructions:
        element.text = ""
    findings.took_out(_UNSEEN)
    return True
