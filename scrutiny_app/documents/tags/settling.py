"""A sound structure tree brought into one shape, so that a pack can take it up as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from scrutiny_app.documents.tags.carried import give_structure
from scrutiny_app.documents.tags.key_holders import KEYS, annotations_with_keys, forms_with_keys
from scrutiny_app.documents.tags.recipe_writing import RecipeWriter
from scrutiny_app.documents.tags.roles import standard_role

# What an element keeps. Source: ISO 32000-1, table 323
_ELEMENT_KEYS = frozenset(
    {"/Type", "/S", "/P", "/ID", "/Pg", "/K", "/A", "/T", "/Lang", "/Alt", "/E", "/ActualText"}
)
_REFERENCES = (Name.MCR, Name.OBJR)


def settle_structure(pdf: Pdf) -> None:
    """Bring the structure of ``pdf`` into the shape packs are bound from, on its first page too.

    Roles become standard ones, classes of attributes are written out, one Part holds everything,
    and the keys of pages, annotations and forms run 0, 1, 2 …. The file stays a tagged PDF of its
    own. The tree must be sound: every element once, every key in the parent tree.

    Source: ISO 32000-1, 14.7 and 14.8.
    """
    tree = pdf.Root.StructTreeRoot
    part = _one_part(pdf, tree)
    roles, classes = tree.get(Name.RoleMap), tree.get(Name.ClassMap, Dictionary())
    names: set[bytes] = set()
    for element in elements_below(tree):
        element.S = Name(standard_role(element.S, roles))
        _write_out_classes(element, classes)
        for key in element.keys() - _ELEMENT_KEYS:
            del element[key]
        _keep_unique_name(element, names)
    part.S = Name.Part
    pages = [page.obj for page in pdf.pages]
    links = [link for page in pages for link in annotations_with_keys(page)]
    forms = list({form.objgen: form for page in pages for form in forms_with_keys(page)}.values())
    owners = _number_keys(pdf, tree, [*pages, *links, *forms])
    for key in tree.keys() - {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"}:
        del tree[key]
    writer = RecipeWriter(pages, [*links, *forms], len(owners))
    give_structure(pdf, writer.recipe(part, owners), forms)


def elements_below(tree: Object) -> Iterator[Object]:
    """Yield every element in reading order, having told it which element is above it."""
    waiting = [(kid, tree) for kid in reversed(kids_of(tree))]
    while waiting:
        kid, above = waiting.pop()
        if is_element(kid):
            kid.P = above
            yield kid
            waiting += [(each, kid) for each in reversed(kids_of(kid))]


def kids_of(element: Object) -> list[Object]:
    """Return an element's kids as a list, however they are written."""
    kids = element.get(Name.K)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def is_element(kid: object) -> bool:
    """Whether a kid is an element, not the number of a mark or a reference to something."""
    return isinstance(kid, Dictionary) and kid.get(Name.Type) not in _REFERENCES


def _one_part(pdf: Pdf, tree: Object) -> Object:
    """Return the one element below the root, made if the paper has several."""
    tops = kids_of(tree)
    if len(tops) == 1 and standard_role(tops[0].S, tree.get(Name.RoleMap)) == "/Document":
        part = tops[0]
    else:
        part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=Array(tops)))
    part.P = tree
    tree.K = Array([part])
    return part


def _write_out_classes(element: Object, classes: Object) -> None:
    """Give an element the attributes of its classes, and after them its own, which prevail."""
    if Name.C not in element:
        return
    named = element.C if isinstance(element.C, Array) else [element.C]
    found = [classes.get(one) for one in named if isinstance(one, Name)]
    lists = [list(one) if isinstance(one, Array) else [one] for one in found if one is not None]
    attributes = [one for each in lists for one in each if isinstance(one, Dictionary)]
    # Copies: another element of the same class may come to differ
    copies = [Dictionary(dict(one.items())) for one in attributes]
    if copies:
        # Where two speak of the same thing, the later holds. Source: ISO 32000-1, 14.7.5.3
        element.A = Array([*copies, *_attributes(element)])


def _attributes(element: Object) -> list[Object]:
    """Return an element's own dictionaries of attributes; revision numbers among them go."""
    own = element.get(Name.A)
    listed = list(own) if isinstance(own, Array) else [own]
    return [one for one in listed if isinstance(one, Dictionary)]


def _keep_unique_name(element: Object, names: set[bytes]) -> None:
    """Note an element by its /ID; one that is no text, or another element's too, goes."""
    if Name.ID not in element:
        return
    name = element.ID
    if isinstance(name, String) and bytes(name) not in names:
        names.add(bytes(name))
    else:
        del element[Name.ID]


def _number_keys(pdf: Pdf, tree: Object, holders: Iterable[Object]) -> list[Object]:
    """Number all keys anew in the order of what holds them; return what each leads to."""
    known = {int(key): owner for key, owner in NumberTree(tree.ParentTree).items()}
    owners: list[Object] = []
    for holder in holders:
        for key in KEYS:
            if key in holder:
                owner = known[int(holder[key])]
                holder[key] = len(owners)
                owners.append(owner)
    entries = [part for entry in enumerate(owners) for part in entry]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(entries)))
    tree.ParentTreeNextKey = len(owners)
    return owners
