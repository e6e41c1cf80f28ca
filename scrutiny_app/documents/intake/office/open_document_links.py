"""An OpenDocument text cut off from everything outside it, so that converting it fetches nothing.

Source: OpenDocument 1.3 part 3, 19.918 (xlink:href) and part 2 (packages).
"""

from __future__ import annotations

import posixpath

from scrutiny_app.documents.intake.findings import Findings
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.word_links import warn_of_loss
from scrutiny_app.documents.intake.office.xml_part import XmlPart, local, remove

_HYPERLINKS = {"a"}
# Elements that are nothing without what they point to, and what to call them
_SHOWN = {
    "image": "pictures linked from elsewhere",
    "fill-image": "pictures linked from elsewhere",
    "background-image": "pictures linked from elsewhere",
    "object": "objects linked from elsewhere",
    "section-source": "parts of the text linked from elsewhere",
}
_NEVER = {
    "applet",
    "auto-reload",
    "dde-connection-decls",
    "dde-source",
    "event-listeners",
    "execute-macro",
    "floating-frame",
    "object-ole",
    "plugin",
    "scripts",
}


def cut_off_open_document(package: Package, findings: Findings) -> None:
    """Take out of an OpenDocument text whatever points outside it, but for hyperlinks."""
    for name in package.names:
        if name.lower().endswith("signatures.xml"):
            package.drop(name)
    for name, part in package.xml_parts():
        if name == "META-INF/manifest.xml":
            continue
        if _cut_off(part, package, posixpath.dirname(name), findings):
            package.replace(name, part)


def _cut_off(part: XmlPart, package: Package, folder: str, findings: Findings) -> bool:
    """Cut one XML part off; tell whether anything had to be."""
    changed = False
    for element in list(part.iter()):
        name = local(element)
        if name in _NEVER:
            remove(element)
            if len(element):
                findings.took_out("scripts and embedded programs")
            changed = True
        elif name not in _HYPERLINKS:
            changed |= _unlink(element, package, folder, findings)
    return changed


def _unlink(element: XmlPart, package: Package, folder: str, findings: Findings) -> bool:
    """Remove what an element points to when that is not in the package."""
    changed = False
    for key, target in list(element.attrib.items()):
        if key.rpartition("}")[2] != "href" or _is_inside(target, package, folder):
            continue
        changed = True
        shown = _SHOWN.get(local(element))
        findings.took_out(shown or "links to other files")
        del element.attrib[key]
        if shown:
            warn_of_loss(shown, findings)
            remove(element)
    return changed


def _is_inside(target: str, package: Package, folder: str) -> bool:
    """Tell whether a target is a place in the document, or one of its own parts."""
    if not target or target.startswith("#"):
        return True
    for base in (folder, ""):
        name = posixpath.normpath(posixpath.join(base, target))
        if any(part == name or part.startswith(f"{name}/") for part in package.names):
            return not name.startswith(("..", "/"))
    return False
