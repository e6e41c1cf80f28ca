"""What lies on top of a page: notes go, marks are drawn in for good, links lead to safe places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Page

from scrutiny_app.documents.intake.destinations import Destinations, action_target
from scrutiny_app.documents.intake.findings import Findings, pages_in_words
from scrutiny_app.documents.intake.pdf_name import name_text
from scrutiny_app.domain.errors import PaperRefused

_NOTES = {"/Text", "/Popup"}
_MEDIA = {"/Sound", "/Movie", "/Screen", "/RichMedia", "/3D"}
_PRINTERS = {"/TrapNet", "/PrinterMark"}
_HIDDEN_FLAG = 2
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\"<>\\^`{|}]+", re.IGNORECASE)
_LINK_KEYS = {
    "/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/QuadPoints", "/H", "/F",
    "/Contents", "/StructParent", "/Dest", "/A",
}  # fmt: skip


def refuse_unapplied_redactions(pages: Sequence[Page]) -> None:
    """Return quietly when no page carries a redaction that was marked but never applied.

    Raises:
        PaperRefused: names the pages; the words under such a mark are still in the file.
    """
    marked = [
        number
        for number, page in enumerate(pages, start=1)
        if any(each.get(Name.Subtype) == Name.Redact for each in annotations_of(page))
    ]
    if marked:
        raise PaperRefused(
            f"{pages_in_words(marked)} carries redaction marks that were never applied: "
            "the words under them are still in the file. "
            "Apply the redactions in the program that made them, save, and add the new file."
        )


def take_away_notes(pages: Sequence[Page], findings: Findings) -> bool:
    """Remove reviewers' notes, media and hidden marks; tell whether marks or fields remain to draw.

    What remains are links, and marks with a picture of their own (typed text, stamps, drawn
    lines, highlights, form fields), which a reader sees as part of the page.
    """
    to_draw = False
    for page in pages:
        kept = [each for each in annotations_of(page) if _stays(each, findings)]
        for each in kept:
            if each.get(Name.Subtype) == Name.Link:
                # A link's picture would be drawn into the page by the flattening
                if "/AP" in each:
                    del each["/AP"]
            else:
                to_draw = True
        _set(page, kept)
    return to_draw


def keep_safe_links(
    pages: Sequence[Page], destinations: Destinations, findings: Findings, *, tagged: bool
) -> None:
    """Leave links to the web, to e-mail addresses and within the paper; everything else goes."""
    for page in pages:
        kept = []
        for each in annotations_of(page):
            if each.get(Name.Subtype) != Name.Link:
                findings.took_out("marks without a picture of their own")
            elif _made_safe(each, destinations, findings, tagged=tagged):
                kept.append(each)
        _set(page, kept)


def annotations_of(page: Page) -> list[Object]:
    """Return the page's annotations that are dictionaries, whatever else stands in the list."""
    annotations = page.obj.get(Name.Annots)
    if not isinstance(annotations, Array):
        return []
    return [each for each in annotations if isinstance(each, Dictionary)]


def _stays(annotation: Object, findings: Findings) -> bool:
    """Decide on one annotation and note what goes."""
    kind = name_text(annotation.get(Name.Subtype))
    if kind == "/FileAttachment":
        findings.took_out("attached files")
    elif kind in _MEDIA:
        findings.took_out("sound, film and 3D media")
    elif kind in _NOTES:
        findings.took_out("reviewers' notes")
    elif kind in _PRINTERS:
        findings.took_out("printers' marks")
    elif annotation.get_int(Name.F, 0) & _HIDDEN_FLAG:
        findings.took_out("hidden marks")
    else:
        return True
    return False


def _made_safe(
    link: Object, destinations: Destinations, findings: Findings, *, tagged: bool
) -> bool:
    """Reduce a link to where it leads and how it looks; False when it leads nowhere safe."""
    area = link.get(Name.Rect)
    drawn = isinstance(area, Array) and area.is_rectangle
    address = _address(link) if drawn else ""
    place = destinations.resolve(action_target(link)) if drawn and not address else None
    for key in link.keys() - _LINK_KEYS:
        del link[key]
    for key in ("/Dest", "/A"):
        if key in link:
            del link[key]
    if not tagged and "/Contents" in link:
        # In a tagged file it is the link's spoken name, else it is a comment
        del link["/Contents"]
    if address:
        link.A = Dictionary(S=Name.URI, URI=address)
    elif place is not None:
        link.Dest = place
    else:
        findings.took_out("links that lead nowhere or start something")
        return False
    return True


def _address(link: Object) -> str:
    """Return the link's web or e-mail address if it is a plain one, else an empty text."""
    action = link.get(Name.A)
    if not isinstance(action, Dictionary) or action.get(Name.S) != Name.URI:
        return ""
    address = action.get_str(Name.URI, "").strip()
    return address if _SAFE_ADDRESS.fullmatch(address) else ""


def _set(page: Page, annotations: Sequence[Object]) -> None:
    """Write the page's list of annotations, or none."""
    if annotations:
        page.obj.Annots = Array(list(annotations))
    elif "/Annots" in page.obj:
        del page.obj["/Annots"]
