"""Packs of tagged papers, and a reader that follows their tags both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf

from scrutiny_app.documents.blocks import Block, Heading, Paragraph, Run, Title, plain
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Paper
from tests.build import a_paper
from tests.documents.drawn import LOREM, NEUTRAL, a_document, a_table
from tests.documents.intake.made import made


@dataclass(frozen=True)
class Taken:
    """A paper that was taken in, and its normalised file."""

    paper: Paper
    path: Path

    @property
    def file(self) -> dict[PaperId, Path]:
        return {self.paper.id: self.path}


def taken_in(folder: Path, data: bytes, title: str) -> Taken:
    """A paper taken in from bytes."""
    own = folder / title
    own.mkdir()
    one = made(own, data)
    paper = a_paper(title)
    assert paper.version
    return Taken(replace(paper, version=replace(paper.version, facts=one.facts)), one.path)


def a_report(*more: Block, **changes: object) -> bytes:
    """A tagged report of three pages with headings, a table and a link, drawn by us."""
    return draw_pdf(
        a_document(
            Title(plain("Report")),
            Heading(2, plain("Why")),
            *(Paragraph(plain(LOREM * 4)) for _ in range(8)),
            a_table(40),
            Paragraph((Run("See "), Run("the policy", link="https://kelsham.example/"))),
            *more,
            **changes,
        ),
        NEUTRAL,
    ).data


def without_tags(path: Path, to: Path) -> Path:
    """The same pages as an untagged file; their marks stay in the content."""
    with Pdf.open(path) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            for holder in (page.obj, *page.obj.get(Name.Annots, Array())):
                for key in ("/StructParents", "/StructParent", "/XXStructure"):
                    if key in holder:
                        del holder[key]
        pdf.save(to, static_id=True)
    return to


def elements(pdf: Pdf) -> Iterator[Object]:
    """Every element, in reading order."""

    def below(element: Object) -> Iterator[Object]:
        for kid in _kids(element):
            if isinstance(kid, Dictionary) and kid.get("/Type") not in (Name.MCR, Name.OBJR):
                assert kid.P.objgen == element.objgen
                yield kid
                yield from below(kid)

    return below(pdf.Root.StructTreeRoot)


def parts(path: Path) -> list[tuple[str, list[str]]]:
    """The title of every part of a pack, and the roles of the elements right below it."""
    with Pdf.open(path) as pdf:
        (document,) = _kids(pdf.Root.StructTreeRoot)
        assert Name.Document == document.S
        return [(str(part.T), [str(kid.S)[1:] for kid in _kids(part)]) for part in _kids(document)]


def claims(path: Path) -> bool:
    """Whether a file says that it keeps to PDF/UA-1."""
    with Pdf.open(path) as pdf, pdf.open_metadata(update_docinfo=False) as told:
        return told.get("pdfuaid:part") == "1"


def contradictions(path: Path) -> list[str]:
    """Where pages, parent tree and elements disagree; each is asked about the other two."""
    with Pdf.open(path) as pdf:
        root = pdf.Root.StructTreeRoot
        owners = {int(key): owner for key, owner in NumberTree(root.ParentTree).items()}
        said = _said(elements(pdf))
        found = []
        met = set()
        for place, page in enumerate(pdf.pages, start=1):
            listed = owners.get(int(page.obj.get("/StructParents", -1)), [])
            for mark in _marks(page.obj):
                owner = listed[mark] if mark < len(listed) else None
                known = said.get((page.obj.objgen, mark))
                met.add((page.obj.objgen, mark))
                if owner is None or owner.objgen != known:
                    found.append(f"mark {mark} of page {place}")
            for link in page.obj.get("/Annots", []):
                owner = owners.get(int(link.get("/StructParent", -1)))
                met.add((link.objgen, None))
                if owner is None or owner.objgen != said.get((link.objgen, None)):
                    found.append(f"a link on page {place}")
        found += [f"an element says {place}" for place in said.keys() - met]
        keys = [int(page.obj.StructParents) for page in pdf.pages if "/StructParents" in page.obj]
        found += ["two pages share a key"] if len(keys) != len(set(keys)) else []
        return found


_Place = tuple[tuple[int, int], int | None]


def _said(every: Iterator[Object]) -> dict[_Place, tuple[int, int]]:
    """What each element says it owns."""
    said = {}
    for element in every:
        for kid in _kids(element):
            if isinstance(kid, int):
                said[(element.Pg.objgen, kid)] = element.objgen
            elif kid.get("/Type") == Name.MCR:
                said[(kid.get("/Pg", element.get("/Pg")).objgen, int(kid.MCID))] = element.objgen
            elif kid.get("/Type") == Name.OBJR:
                said[(kid.Obj.objgen, None)] = element.objgen
    return said


def _marks(page: Object) -> set[int]:
    """The numbers of the marks in a page's content."""
    pieces = page.Contents if isinstance(page.Contents, Array) else [page.Contents]
    content = b"\n".join(piece.read_bytes() for piece in pieces)
    return {int(number) for number in re.findall(rb"/MCID\s+(\d+)", content)}


def _kids(element: Object) -> Sequence[Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]
