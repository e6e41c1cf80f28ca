"""Takes the keys to a structure tree off pages whose tree is not carried over."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Stream


def drop_structure_keys(page: Object) -> None:
    """Remove a page's keys into its paper's structure tree, and those of all that it shows.

    A key without a tree makes readers look for what is not there.

    Source: ISO 32000-1, 14.7.4.4.
    """
    _drop_keys(page)
    for annotation in page.get(Name.Annots, Array()):
        _drop_keys(annotation)
    seen: set[tuple[int, int]] = set()
    waiting = [page.get(Name.Resources)]
    while waiting:
        for form in _streams(waiting.pop()):
            if form.objgen not in seen:
                seen.add(form.objgen)
                _drop_keys(form.stream_dict)
                waiting.append(form.get(Name.Resources))


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


def _drop_keys(holder: Object) -> None:
    for key in (Name.StructParents, Name.StructParent):
        if key in holder:
            del holder[key]
