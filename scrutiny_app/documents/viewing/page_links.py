"""The links of a page: where each can be clicked and where it leads."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from scrutiny_app.documents.viewing.page_text import ShownPlace

_MOST = 2_000
_LONGEST_ADDRESS = 4_096


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link.

    ``box`` is left, top, right, bottom in tenths of a point from the top left of the shown page.
    It leads to ``page`` (counted from 0) at ``down`` points below its top, or, where ``page`` is
    -1, to the ``address`` outside the file.
    """

    box: tuple[int, ...]
    page: int = -1
    down: float = 0.0
    address: str = ""


def page_links(pdf: pdfium.PdfDocument, page: pdfium.PdfPage) -> tuple[PageLink, ...]:
    """Return the links of a page; those that lead nowhere we can follow are left out."""
    shown = ShownPlace(page)
    found: list[PageLink] = []
    for link in _links(page):
        box = raw.FS_RECTF()
        if not raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box)):
            continue
        place = tuple(shown.box(box.left, box.top, box.right, box.bottom))
        target = _target(pdf, link, place)
        if target is not None:
            found.append(target)
    return tuple(found)


def _links(page: pdfium.PdfPage) -> Iterator[raw.FPDF_LINK]:
    at = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    for _ in range(_MOST):
        if not raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
            return
        yield link


def _target(pdf: pdfium.PdfDocument, link: raw.FPDF_LINK, box: tuple[int, ...]) -> PageLink | None:
    """Return where a link leads, or None when that is no page and no address."""
    action = raw.FPDFLink_GetAction(link)
    kind = raw.FPDFAction_GetType(action) if action else 0
    if kind == raw.PDFACTION_URI:
        address = _address(pdf, action)
        return PageLink(box, address=address) if address else None
    goal = raw.FPDFLink_GetDest(pdf, link)
    if not goal and kind == raw.PDFACTION_GOTO:
        goal = raw.FPDFAction_GetDest(pdf, action)
    page = raw.FPDFDest_GetDestPageIndex(pdf, goal) if goal else -1
    if not 0 <= page < len(pdf):
        return None
    return PageLink(box, page, _down(pdf, goal, page))


def _address(pdf: pdfium.PdfDocument, action: raw.FPDF_ACTION) -> str:
    length = min(raw.FPDFAction_GetURIPath(pdf, action, None, 0), _LONGEST_ADDRESS)
    room = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(pdf, action, room, length)
    return room.value.decode("utf-8", "replace")


def _down(pdf: pdfium.PdfDocument, goal: raw.FPDF_DEST, page: int) -> float:
    """Return how far below the top of its page a destination lies; 0 when it does not say."""
    has_x, has_y, has_zoom = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x, y, zoom = ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
    known = raw.FPDFDest_GetLocationInPage(
        goal, *(ctypes.byref(one) for one in (has_x, has_y, has_zoom, x, y, zoom))
    )
    if not known or not has_y.value:
        return 0.0
    height = float(pdf.get_page_size(page)[1])
    return max(0.0, min(height, height - y.value))
