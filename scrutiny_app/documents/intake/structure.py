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
from scrutiny_app.documents.tags.key_holders import drop_keys
from scrutiny_app.documents.tags.roles import standard_role
from scrutiny_app.documents.tags.settling import is_element, kids_of

_MOST_ELEMENTS = 500_000
# Without /IDTree: it only indexes the elements, and could name some that are gone
_TREE_KEYS = {
    "/Type", "/K", "/ParentTree", "/ParentTreeNextKey", "/RoleMap", "/ClassMap", "/Namespaces",
}  # fmt: skip
_NO_KEY = -1


class Unsound(Exception):
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
        except (Unsound, PikepdfError, ValueError, TypeError):
            # Whatever the fault, the tags go and the paper stays
            drop_tags(pdf, pages)
            return False
        return True
    drop_tags(pdf, pages)
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
        raise Unsound
    owners = dict(NumberTree(parents).items())
    # Entries nobody asks for could still carry along the words of pages cut out earlier
    if not all(_all_known(owner, elements) for owner in owners.values()):
        raise Unsound
    for page in pages:
        keys = [page.obj.get_int(Name.StructParents, _NO_KEY)]
        keys += [each.get_int(Name.StructParent, _NO_KEY) for each in annotations_of(page)]
        if not all(key in owners for key in keys if key != _NO_KEY):
            raise Unsound


def _walk(tree: Object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]) -> ObjectSet:
    """Return all elements, having cut references to annotations that are gone."""
    roles = tree.get(Name.RoleMap, Dictionary())
    elements = ObjectSet()
    waiting = kids_of(tree)
    while waiting:
        element = waiting.pop()
        if not isinstance(element, Dictionary) or not elements.add(element):
            raise Unsound
        if len(elements) > _MOST_ELEMENTS or not standard_role(element.get(Name.S), roles):
            raise Unsound
        if not _is_on_a_page(element, leaves):
            raise Unsound
        waiting.extend(_keep_kids(element, leaves, links))
    return elements


def _keep_kids(
    element: Object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]
) -> list[Object]:
    """Write back the kids that still exist; return those that are elements."""
    kids = kids_of(element)
    kept = [kid for kid in kids if _exists(kid, leaves, links)]
    if len(kept) < len(kids):
        element.K = Array(kept)
    return [kid for kid in kept if is_element(kid)]


def _exists(kid: object, leaves: set[tuple[int, int]], links: set[tuple[int, int]]) -> bool:
    """Whether what a kid refers to is still in the file."""
    if not isinstance(kid, Dictionary):
        return isinstance(kid, int)
    if not _is_on_a_page(kid, leaves):
        raise Unsound
    if kid.get(Name.Type) != Name.OBJR:
        return True
    target = kid.get(Name.Obj)
    return isinstance(target, Stream) or (isinstance(target, Dictionary) and target.objgen in links)


def _is_on_a_page(item: Object, leaves: set[tuple[int, int]]) -> bool:
    """Whether the page an item names, if any, is one of the paper's."""
    page = item.get(Name.Pg)
    return page is None or (isinstance(page, Dictionary) and page.objgen in leaves)


def _all_known(owner: object, elements: ObjectSet) -> bool:
    """Whether an entry of the parent tree names elements of the tree only."""
    if isinstance(owner, Array):
        return all(each is None or each in elements for each in owner)
    return owner is None or (isinstance(owner, Dictionary) and owner in elements)


def drop_tags(pdf: Pdf, pages: Sequence[Page]) -> None:
    """Remove the tree and every pointer into it."""
    for key in ("/StructTreeRoot", "/MarkInfo"):
        if key in pdf.Root:
            del pdf.Root[key]
    for page in pages:
        if "/Tabs" in page.obj:
            del page.obj["/Tabs"]
        drop_keys(page.obj)
