"""What holds keys into a structure tree: pages, their annotations, and the forms they draw."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Stream

KEYS = (Name.StructParents, Name.StructParent)


def annotations_with_keys(page: Object) -> Iterator[Object]:
    """Yield the annotations of a page that hold a key into its structure tree.

    Source: ISO 32000-1, 14.7.4.4.
    """
    for annotation in page.get(Name.Annots, ()):
        if isinstance(annotation, Dictionary) and Name.StructParent in annotation:
            yield annotation


def forms_with_keys(page: Object) -> Iterator[Object]:
    """Yield what a page draws that holds a key of its own; what several draw, for each of them.

    Source: ISO 32000-1, 14.7.4.4.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [page.get(Name.Resources)]
    while waiting:
        for form in _streams(waiting.pop()):
            if form.objgen not in seen:
                seen.add(form.objgen)
                waiting.append(form.get(Name.Resources))
                if any(key in form for key in KEYS):
                    yield form


def drop_keys(page: Object) -> None:
    """Take off a page and all below it the keys into a tree that is not there.

    A key without a tree makes readers look for what is not there.
    """
    for holder in (page, *annotations_with_keys(page), *forms_with_keys(page)):
        for key in KEYS:
            if key in holder:
                del holder[key]


def _streams(resources: Object | None) -> list[Stream]:
    """Return the images, forms and patterns that resources name."""
    if not isinstance(resources, Dictionary):
        return []
    return [
        value
        for kind in (Name.XObject, Name.Pattern)
        for value in _values(resources.get(kind))
        if isinstance(value, Stream)
    ]


def _values(entries: Object | None) -> list[Object]:
    return list(entries.values()) if isinstance(entries, Dictionary) else []
