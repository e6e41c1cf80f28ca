"""The structure of a document as a screen reader meets it, and how a PDF file records it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import pikepdf
from pikepdf import Array, Dictionary, Name, String


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of marked content: page counts from 0, ``mark`` from 0 on each page."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link can be clicked. ``box`` is left, bottom, right, top in points."""

    page: int
    box: tuple[float, float, float, float]
    address: str
    words: str


@dataclass(eq=False, slots=True)
class Element:
    """One node of the structure tree: ``tag`` is a standard structure type ("P", "H1", "TD").

    Elements are made while the text is set and filled while it is drawn, for only the drawing
    knows on which page a line ends up. ``attributes`` holds the /A entries by owner. ``alt`` is
    read out in place of a picture; ``box`` is where that stands on its page: left, bottom, right,
    top in points. ``spoken`` is read out in place of what is printed.
    """

    tag: str
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    kids: list[Element | Content | LinkArea] = field(default_factory=list)
    alt: str = ""
    spoken: str = ""
    box: tuple[float, float, float, float] | None = None

    def child(self, tag: str, attributes: Mapping[str, Mapping[str, str]] | None = None) -> Element:
        """Add an element below this one and return it."""
        made = Element(tag, attributes or {})
        self.kids.append(made)
        return made

    def adopt(self, other: Element) -> None:
        """Put an element at the end of this one's kids, unless it is there already."""
        if other not in self.kids:
            self.kids.append(other)


def write_structure(
    pdf: pikepdf.Pdf, document: Element, marks: Sequence[Sequence[Element]]
) -> None:
    """Write the structure tree into a file whose pages hold the marked content.

    ``marks[page][mark]`` is the element that a stretch of marked content belongs to.

    Source: ISO 32000-1 14.7 (structure), 14.8 (tagged PDF); ISO 14289-1 7 (PDF/UA-1).
    """
    _Tree(pdf).write(document, marks)


class _Tree:
    """The tree while it is written: numbers are given to pages first, then to links."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._made: dict[int, pikepdf.Object] = {}
        self._numbers: list[tuple[int, pikepdf.Object]] = []
        self._next = count(len(self._pages))

    def write(self, document: Element, marks: Sequence[Sequence[Element]]) -> None:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(document, root)])
        for number, (page, elements) in enumerate(zip(self._pages, marks, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            parents = self._pdf.make_indirect(Array([self._made[id(one)] for one in elements]))
            self._numbers.append((number, parents))
        entries = [part for pair in sorted(self._numbers, key=lambda one: one[0]) for part in pair]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(entries)))
        root.ParentTreeNextKey = next(self._next)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        self._made[id(element)] = made
        if element.attributes:
            made.A = _attributes(element.attributes)
        if element.alt:
            made.Alt = String(element.alt)
        if element.spoken:
            made.ActualText = String(element.spoken)
        if element.box is not None:
            edges = Array([round(edge, 2) for edge in element.box])
            made.A = Dictionary(O=Name.Layout, BBox=edges, Placement=Name.Block)
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if home is not None:
            made.Pg = self._pages[home]
        made.K = Array([self._kid(kid, made, home) for kid in element.kids])
        return made

    def _kid(
        self, kid: Element | Content | LinkArea, parent: pikepdf.Object, home: int | None
    ) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self._element(kid, parent)
        if isinstance(kid, LinkArea):
            return self._link(kid, parent)
        if kid.page == home:
            return kid.mark
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.mark)

    def _link(self, area: LinkArea, element: pikepdf.Object) -> pikepdf.Object:
        """Write a link's annotation onto its page; return the reference the tree holds to it."""
        number = next(self._next)
        page = self._pages[area.page]
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in area.box]),
                Border=Array([0, 0, 0]),
                F=4,  # printed
                StructParent=number,
                P=page,
                Contents=String(area.words),
            )
        )
        if area.address.startswith("#"):
            annotation.Dest = String(area.address.removeprefix("#"))
        else:
            annotation.A = Dictionary(S=Name.URI, URI=String(area.address))
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        self._numbers.append((number, element))
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _attributes(owners: Mapping[str, Mapping[str, str]]) -> pikepdf.Object:
    """Return the /A entry: names where a value starts with "/", text otherwise."""
    made = [
        Dictionary(
            {"/O": Name(f"/{owner}")}
            | {
                f"/{key}": Name(value) if value.startswith("/") else String(value)
                for key, value in entries.items()
            }
        )
        for owner, entries in owners.items()
    ]
    return made[0] if len(made) == 1 else Array(made)
