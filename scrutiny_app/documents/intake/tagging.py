"""Whether a paper's tags and its content agree; those that do are settled for packs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Page, Pdf, PikepdfError

from scrutiny_app.documents.intake.bare_lines import mark_bare_lines
from scrutiny_app.documents.intake.barriers import barriers_in_links, barriers_in_structure
from scrutiny_app.documents.intake.findings import pages_in_words
from scrutiny_app.documents.intake.marked_content import read_marks
from scrutiny_app.documents.intake.page_marks import annotations_of
from scrutiny_app.documents.intake.structure import Unsound, drop_tags
from scrutiny_app.documents.tags.key_holders import forms_with_keys
from scrutiny_app.documents.tags.settling import elements_below, kids_of, settle_structure

# An object's number and generation; what an element owns is one with a mark's number
_Place = tuple[int, int]
_Owned = dict[tuple[_Place, int | None], _Place]


@dataclass(frozen=True, slots=True)
class Tagging:
    """What came of a paper's tags; ``barriers`` are half sentences for the officer."""

    tagged: bool
    barriers: tuple[str, ...] = ()


def settle_tags(
    pdf: Pdf, pages: Sequence[Page], *, claimed: bool, fonts_missing: Sequence[str]
) -> Tagging:
    """Settle the structure for packs, or drop it if it contradicts what the pages draw.

    ``claimed``: the file says that it keeps to PDF/UA. That much of it as a machine can tell
    quickly is looked at again, for it is what our own changes could have spoilt.

    Source: ISO 14289-1, 5 (the claim), 7.1 (all content tagged), 7.21.4 (fonts).
    """
    try:
        loose = _pages_with_loose_content(pdf, pages)
        marked = [mark_bare_lines(pdf, pages[number - 1]) for number in loose]
        if any(marked):
            loose = _pages_with_loose_content(pdf, pages)
        settle_structure(pdf)
    except (Unsound, PikepdfError, ValueError, TypeError, LookupError, AttributeError):
        # Whatever the fault, the tags go and the paper stays
        drop_tags(pdf, pages)
        return Tagging(tagged=False)
    barriers = [*barriers_in_structure(pdf), *barriers_in_links(pages)]
    if loose:
        barriers.insert(0, f"something without a tag on {pages_in_words(loose)}")
    if fonts_missing:
        barriers.append("it does not hold all its fonts")
    if not claimed:
        barriers.append("it does not say that it keeps to PDF/UA")
    return Tagging(tagged=True, barriers=tuple(barriers))


def _pages_with_loose_content(pdf: Pdf, pages: Sequence[Page]) -> list[int]:
    """Return the pages, from 1, that draw something no element owns.

    Raises:
        Unsound: the tree says otherwise than the parent tree does.
    """
    tree = pdf.Root.StructTreeRoot
    owners = {int(key): owner for key, owner in NumberTree(tree.ParentTree).items()}
    owned = _owned(tree)
    loose = []
    for number, page in enumerate(pages, start=1):
        # A list, lest one loose piece leaves the others unread
        read = [
            _owns_its_marks(holder, owners, owned)
            for holder in (page.obj, *forms_with_keys(page.obj))
            if Name.StructParent not in holder
        ]
        for annotation in annotations_of(page):
            _check_annotation(annotation, owners, owned)
        if not all(read):
            loose.append(number)
    return loose


def _owned(tree: Object) -> _Owned:
    """Return the owner of every mark and every annotation, as the tree tells it."""
    owned: _Owned = {}
    for element in elements_below(tree):
        for kid in kids_of(element):
            place = _what(kid, element)
            if place is not None and owned.setdefault(place, element.objgen) != element.objgen:
                raise Unsound
    return owned


def _what(kid: object, element: Object) -> tuple[_Place, int | None] | None:
    """Return what a kid refers to; None if it is an element, or refers to nothing on a page."""
    if isinstance(kid, int):
        page = element.get(Name.Pg)
        return None if page is None else (page.objgen, kid)
    if not isinstance(kid, Dictionary) or kid.get(Name.Type) not in (Name.MCR, Name.OBJR):
        return None
    if kid.Type == Name.OBJR:
        return (kid.Obj.objgen, None)
    holder = kid.get(Name.Stm, kid.get(Name.Pg, element.get(Name.Pg)))
    return None if holder is None else (holder.objgen, int(kid.MCID))


def _owns_its_marks(holder: Object, owners: dict[int, Object], owned: _Owned) -> bool:
    """Whether elements own all that a page or form draws.

    Raises:
        Unsound: a mark leads to an element that does not know of it.
    """
    marks = read_marks(holder)
    by_mark: list[Object | None] = []
    if Name.StructParents in holder:
        listed = owners.get(int(holder.StructParents))
        if not isinstance(listed, Array):
            raise Unsound
        by_mark = list(listed)
    complete = not marks.loose
    for number in marks.numbers:
        owner = by_mark[number] if 0 <= number < len(by_mark) else None
        if owner is None:
            complete = False
        elif owned.get((holder.objgen, number)) != owner.objgen:
            raise Unsound
    return complete


def _check_annotation(annotation: Object, owners: dict[int, Object], owned: _Owned) -> None:
    """Return quietly when an annotation has no key, or the one that leads to its owner.

    Raises:
        Unsound: it leads elsewhere.
    """
    if Name.StructParent in annotation:
        owner = owners.get(int(annotation.StructParent))
        if owner is None or owned.get((annotation.objgen, None)) != owner.objgen:
            raise Unsound
