"""A paper's structure tags: kept when they are sound all through, else dropped whole.

Tags that lie are worse than none: a screen reader that meets none reads the page as it stands,
one that meets broken ones leaves words out.
"""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NumberTree,
    Object,
    ObjectSet,
    Page,
    Pdf,
    PikepdfError,
    Stream,
)

from scrutiny_app.documents.intake.page_marks import annotations_of
from scrutiny_app.documents.intake.pdf_name import name_text

_MOST_ELEMENTS = 500_000
_LONGEST_ROLE_CHAIN = 8
# Without /IDTree: it only indexes the elements, and could name some that are gone
_TREE_KEYS = {
    "/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/RoleMap", "/ClassMap", "/Namespaces",
}  # fmt: skip
_NO_KEY = -1
# Source: ISO 32000-1 14.8.4, ISO 32000-2 14.8.4
_STANDARD_ROLES = frozenset(
    {
        "/Document", "/DocumentFragment", "/Part", "/Art", "/Sect", "/Div", "/BlockQuote",
        "/Caption", "/TOC", "/TOCI", "/Index", "/NonStruct", "/Private", "/Aside", "/Title",
        "/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/Sub", "/L", "/LI", "/Lbl",
        "/LBody", "/Table", "/TR", "/TH", "/TD", "/THead", "/TBody", "/TFoot", "/Span", "/Em",
        "/Strong", "/Quote", "/Note", "/FENote", "/Reference", "/BibEntry", "/Code", "/Link",
        "/Annot", "/Ruby", "/RB", "/RT", "/RP", "/Warichu", "/WT", "/WP", "/Figure", "/Formula",
        "/Form", "/Artifact",
    }
)  # fmt: skip


class _Unsound(Exception):
    """The tags contradict themselves or the pages."""


def keep_sound_tags(pdf: Pdf, pages: Sequence[Page], *, redrawn: bool) -> bool:
    """Keep the structure tree if it can be trusted, drop it otherwise; tell which.

    ``redrawn``: fields or marks were drawn into the pages. The tags do not know of them, so a
    screen reader that follows tags would skip them; such tags go.
    """
    tree = pdf.Root.get(Name.StructTreeRoot)
    if isinstance(tree, Dictionary) and not redrawn:
        try:
            _check(tree, pages)
        except (_Unsound, PikepdfError, ValueError, TypeError):
            # Whatever the fault, the tags go and the paper stays
            _drop_tags(pdf, pages)
            return False
        return True
    _drop_tags(pdf, pages)
    return False


def _check(tree: Object, pages: Sequence[Page]) -> None:
    """Walk the tree from its root and from the pages; both ways must meet."""
    for key in tree.keys() - _TREE_KEYS:
        del tree[key]
    leaves = {page.obj.objgen for page in pages}
    links = {each.objgen for page in pages for each in annotations_of(page)}
    elements = _walk(tree, leaves, links)
    parents = tree.get(Name.ParentTree)
    if not isinstance(parents, Dictionary):
        raise _Unsound
    owners = dict(NumberTree(parents).items())
    # Entries nobody asks for could still carry along the words of pages cut out earlier
    if not all(_all_known(owner, elements) for owner in owners.values()):
        raise _Unsound
    for page in pages:
        keys = [page.obj.get_int(Name.StructParents, _NO_KEY)]
        keys += [each.get_int(Name.StructParent, _NO_KEY) for each in annotations_of(page)]
        if not all(key in owners for key in keys if key != _NO_KEY):
            raise _Unsound


def _walk(tree: Object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]) -> ObjectSet:
    """Return all elements, having cut references to annotations that are gone."""
    roles = tree.get(Name.RoleMap, Dictionary())
    elements = ObjectSet()
    waiting = _kids(tree)
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or not elements.add(element):
            raise _Unsound
        if len(elements) > _MOST_ELEMENTS or not _is_known(element.get(Name.S), roles):
            raise _Unsound
        if not _is_on_a_page(element, leaves):
            raise _Unsound
        waiting.extend(_keep_kids(element, leaves, links))
    return elements


def _keep_kids(
    element: Object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]
) -> list[Object]:
    """Write back the kids that still exist; return those that are elements."""
    kids = _kids(element)
    kept = [kid for kid in kids if _exists(kid, leaves, links)]
    if len(kept) < len(kids):
        element.K = Array(kept)
    return [kid for kid in kept if isinstance(kid, Dictionary) and not _is_reference(kid)]


def _exists(kid: object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]) -> bool:
    """Whether what a kid refers to is still in the file."""
    if not isinstance(kid, Dictionary):
        return isinstance(kid, int)
    if not _is_on_a_page(kid, leaves):
        raise _Unsound
    if kid.get(Name.Type) != Name.OBJR:
        return True
    target = kid.get(Name.Obj)
    return isinstance(target, Stream) or (isinstance(target, Dictionary) and target.objgen in links)


def _is_on_a_page(item: Object, leaves: set[tuple[int, int]]) -> bool:
    """Whether the page an item names, if any, is one of the paper's."""
    page = item.get(Name.Pg)
    return page is None or (isinstance(page, Dictionary) and page.objgen in leaves)


def _is_reference(kid: Object) -> bool:
    """Whether a kid points at content or at an annotation instead of being an element."""
    return kid.get(Name.Type) in (Name.MCR, Name.OBJR)


def _is_known(role: object, roles: Object) -> bool:
    """Whether a role is standard, or mapped to one in a few steps."""
    for _ in range(_LONGEST_ROLE_CHAIN):
        if name_text(role) in _STANDARD_ROLES:
            return True
        if not isinstance(role, Name) or not isinstance(roles, Dictionary):
            return False
        role = roles.get(role)
    return False


def _all_known(owner: object, elements: ObjectSet) -> bool:
    """Whether an entry of the parent tree names elements of the tree only."""
    if isinstance(owner, Array):
        return all(each is None or each in elements for each in owner)
    return owner is None or (isinstance(owner, Dictionary) and owner in elements)


def _kids(element: Object) -> list[Object]:
    """An element's kids as a list, however they are written."""
    kids = element.get(Name.K)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _drop_tags(pdf: Pdf, pages: Sequence[Page]) -> None:
    """Remove the tree and every pointer into it."""
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pages:
        for key in ("/StructParents", "/Tabs"):
            if key in page.obj:
                del page.obj[key]
        for each in annotations_of(page):
            if "/StructParent" in each:
                del each["/StructParent"]
