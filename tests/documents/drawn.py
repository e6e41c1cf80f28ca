"""Documents to draw, and ways of reading back what was drawn."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2

from scrutiny_app.documents.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Inline,
    Table,
    plain,
)
from scrutiny_app.documents.shapes import Anchor, Area, Box, Label, Stroke
from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind
from scrutiny_app.domain.agenda_pack import PageSpan
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_key, an_agenda

NOTTINGHAM = house_style("nottingham")
NEUTRAL = house_style("neutral")
LOREM = (
    "The committee asked how many children had waited longer than a month, and was told that the "
    "number had fallen in every team but one, where two posts had stood empty since the autumn. "
)


def a_document(*blocks: Block, **changes: object) -> Document:
    """A document with the blocks given, by an invented council."""
    return replace(Document("A report", "Kelsham City Council", blocks), **changes)  # type: ignore[arg-type]


def cells(*texts: str) -> tuple[Cell, ...]:
    """One row of a table."""
    return tuple(Cell((plain(text),)) for text in texts)


def a_table(rows: int, *, words: str = "word", **changes: object) -> Table:
    """A table of three columns with one row of headings and so many more."""
    body = tuple(cells(f"Row {row}", words, str(row)) for row in range(1, rows + 1))
    table = Table((Column(2), Column(5), Column(1)), (cells("First", "Second", "Third"), *body))
    return replace(table, **changes)  # type: ignore[arg-type]


def a_table_with_lists() -> Table:
    """A table whose second column holds a point, what goes on below it, and points below that."""
    points = tuple(map(plain, ("Rents", "To scrutinise rents", "Arrears", "Evictions", "Fees")))
    lists = Cell(points, levels=(1, -1, 2, 2, 1))
    heads = cells("Date", "Items")
    return Table((Column(1), Column(4)), (heads, (Cell((plain("21 January"),)), lists)))


def a_picture() -> Figure:
    """A picture with every kind of shape."""
    shapes = (
        Box(10, 10, 100, 40, fill="eaf0f6", corner=6),
        Area(((150, 10), (200, 30), (150, 50)), fill="b3b3b3"),
        Stroke(((110, 30), (150, 30)), arrow=True),
        Stroke(((10, 70), (200, 70)), dashed=True),
        Label(60, 30, "Is it within the remit?", anchor=Anchor.MIDDLE, width=90),
        Label(200, 85, "No", bold=True, anchor=Anchor.END),
    )
    return Figure(210, 100, shapes, "A box leads to a triangle.")


def an_ordinary_agenda() -> Agenda:
    """Six items, in the order and with the lines of an ordinary agenda."""
    items = (
        ("Apologies for Absence", ItemKind.APOLOGIES, "", ""),
        ("Declarations of Interest", ItemKind.INTERESTS, "", ""),
        ("Minutes", ItemKind.MINUTES, "To confirm the Minutes of the meeting of 26 November", ""),
        ("Children's Services Improvement", ItemKind.BUSINESS, "", "Statutory Scrutiny Officer"),
        ("Budget Proposals", ItemKind.BUSINESS, "", "Statutory Scrutiny Officer"),
        ("Work Programme", ItemKind.WORK_PROGRAMME, "", "Statutory Scrutiny Officer"),
    )
    return replace(
        an_agenda(),
        items=tuple(
            AgendaItem(ItemId(a_key()), title, kind, purpose, report_of)
            for title, kind, purpose, report_of in items
        ),
    )


def ordinary_ranges(agenda: Agenda) -> dict[ItemId, PageSpan]:
    """The pages of items 3 to 6 in a pack of 68."""
    spans = (PageSpan(3, 8), PageSpan(9, 52), PageSpan(53, 62), PageSpan(63, 68))
    return {item.id: span for item, span in zip(agenda.items[2:], spans, strict=True)}


def with_style(**changes: object) -> HouseStyle:
    """The Nottingham style with something changed."""
    return replace(NOTTINGHAM, **changes)  # type: ignore[arg-type]


def page_texts(data: bytes) -> list[str]:
    """The text of every page, line by line, without the spaces that end the lines."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in pdf:
            text = page.get_textpage()
            lines = text.get_text_range().replace("\u00a0", " ").splitlines()
            texts.append("\n".join(line.rstrip() for line in lines))
            text.close()
            page.close()
        return texts
    finally:
        pdf.close()


@dataclass(frozen=True)
class Node:
    """One element of a structure tree. ``marks`` are (page, mark) pairs, ``links`` addresses."""

    tag: str
    kids: tuple[Node, ...]
    marks: tuple[tuple[int, int], ...]
    links: tuple[str, ...]
    attributes: dict[str, str]

    def walk(self) -> Iterator[Node]:
        """Yield this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def structure(data: bytes) -> Node:
    """Read a file's structure tree back."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return _node(pdf.Root.StructTreeRoot.K[0], pages)


def tags(data: bytes) -> list[str]:
    """Every tag of a file's structure tree, in reading order."""
    return [node.tag for node in structure(data).walk()]


def _node(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Node:
    kids, marks, links = [], [], []
    for kid in element.K:
        if isinstance(kid, int):
            marks.append((pages[element.Pg.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            links.append(_address(kid.Obj))
        else:
            kids.append(_node(kid, pages))
    told = {key: str(value) for key, value in dict(element.get("/A", {})).items()}
    return Node(str(element.S)[1:], tuple(kids), tuple(marks), tuple(links), told)


def _address(annotation: pikepdf.Object) -> str:
    return str(annotation.A.URI) if "/A" in annotation else f"#{annotation.Dest}"


def parts(data: bytes) -> dict[str, str]:
    """The XML parts of a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def said(text: Inline) -> str:
    """Runs as plain text."""
    return "".join(run.text for run in text)
