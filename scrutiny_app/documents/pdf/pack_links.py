"""The front sheet's links, led to the pages they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pikepdf import Array, Name, Object, Pdf, String

_PREFIX = "pack-page-"


@dataclass(frozen=True, slots=True)
class FrontLink:
    """A link on the front sheet: where its annotation lies, counting from 0, and where it leads.

    ``number`` is the stamped number of the page.
    """

    page: int
    annotation: int
    number: int


def take_links(front: Pdf) -> tuple[FrontLink, ...]:
    """Take the destinations "pack-page-N" off a front sheet and return them.

    They name pages of a pack that is not there yet, so they must not be copied as they are.
    """
    taken = []
    for page_place, page in enumerate(front.pages):
        for place, annotation in enumerate(page.obj.get(Name.Annots, Array())):
            named = annotation.get(Name.Dest)
            if isinstance(named, String) and str(named).startswith(_PREFIX):
                number = int(str(named).removeprefix(_PREFIX))
                taken.append(FrontLink(page_place, place, number))
                del annotation[Name.Dest]
    return tuple(taken)


def lead_links(
    links: Iterable[FrontLink], pages: Sequence[Object], tops: Mapping[int, Array]
) -> None:
    """Lead the front sheet's links to their pages of the pack.

    ``tops`` holds the destination of every page by its stamped number.
    """
    for link in links:
        annotation = list(pages[link.page][Name.Annots])[link.annotation]
        annotation[Name.Dest] = Array(list(tops[link.number]))
