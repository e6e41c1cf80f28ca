"""Where links and bookmarks lead: every named place resolved to a page of this paper."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NameTree,
    Object,
    Page,
    Pdf,
    PikepdfError,
    String,
)

from scrutiny_app.documents.intake.pdf_name import name_text

# How a destination may place the page in the window. Source: ISO 32000-1 table 151
_VIEWS = ("/XYZ", "/Fit", "/FitH", "/FitV", "/FitR", "/FitB", "/FitBH", "/FitBV")


class Destinations:
    """The places in one paper that can be led to."""

    def __init__(self, pdf: Pdf, pages: Sequence[Page]) -> None:
        self._pages = [page.obj for page in pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self._pages, start=1)}
        self._named = _named_places(pdf)

    def resolve(self, target: Object | int | None) -> Array | None:
        """Return ``[page, /View, numbers...]``, or None for a place that is not in this paper."""
        if isinstance(target, Name | String):
            target = self._named.get(_key(target))
        if isinstance(target, Dictionary):
            target = target.get(Name.D)
        if not isinstance(target, Array) or len(target) == 0:
            return None
        page = self._page(target[0])
        return None if page is None else Array([page, *_view(list(target)[1:])])

    def page_number(self, target: Object | int | None) -> int | None:
        """Return the page led to, counting from 1, or None."""
        place = self.resolve(target)
        return None if place is None else self._numbers[place[0].objgen]

    def _page(self, value: object) -> Object | None:
        """Find the page meant: most files name the object, some give its index from 0."""
        if isinstance(value, int) and 0 <= value < len(self._pages):
            return self._pages[value]
        if isinstance(value, Dictionary) and value.objgen in self._numbers:
            return value
        return None


def action_target(holder: Object) -> Object | None:
    """Return where a link or bookmark leads inside its own file, or None."""
    action = holder.get(Name.A)
    if isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
        return action.get(Name.D)
    return holder.get(Name.Dest)


def _view(view: Sequence[object]) -> list[object]:
    """Keep the view's name and its numbers; anything else becomes "fit the page"."""
    if not view or name_text(view[0]) not in _VIEWS:
        return [Name.Fit]
    numbers = [each for each in view[1:5] if each is None or isinstance(each, int | Decimal)]
    return [view[0], *numbers]


def _named_places(pdf: Pdf) -> dict[bytes, Object]:
    """Gather named places from the catalog's old dictionary and its new tree."""
    places: dict[bytes, Object] = {}
    old = pdf.Root.get(Name.Dests)
    if isinstance(old, Dictionary):
        places.update({_bytes(key)[1:]: value for key, value in old.items()})
    names = pdf.Root.get(Name.Names)
    tree = names.get(Name.Dests) if isinstance(names, Dictionary) else None
    if not isinstance(tree, Dictionary):
        return places
    try:
        # qpdf mends a broken tree as it walks, and notices circles
        places.update({_bytes(key): value for key, value in NameTree(tree).items()})
    except (PikepdfError, ValueError, TypeError):
        # A broken tree costs the links that need it, not the paper
        return places
    return places


def _key(name: Object) -> bytes:
    """Names and strings look up alike: names without their stroke, strings as their bytes."""
    return bytes(name)[1:] if isinstance(name, Name) else bytes(name)


def _bytes(key: str | bytes) -> bytes:
    """A key as it stands in the file."""
    return key.encode("utf-8", "surrogateescape") if isinstance(key, str) else key
