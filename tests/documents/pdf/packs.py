"""Binds papers made by the tests into packs, and looks at the result as a reader does."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
from pikepdf import Array, Name, Pdf
from PIL import Image, ImageChops

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import (
    Edition,
    PackLayout,
    page_counts,
    paginate,
    plan_agenda_pack,
)
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Bookmark, PageFacts, Paper, PaperFacts
from scrutiny_app.rulebook.house_styles import house_style
from tests.build import a_paper, an_agenda, pdf_bytes, some_facts

# Every page is looked at from so far away that its longer side has this many pixels
_LONGER_SIDE = 1700

# Anything darker than this is ink
_WHITE = 245


def style(**stamps: object) -> HouseStyle:
    """The neutral style, its stamps changed as told."""
    neutral = house_style("neutral")
    return replace(neutral, stamps=replace(neutral.stamps, **stamps))  # type: ignore[arg-type]


def seen(pdf: pypdfium2.PdfDocument, place: int) -> Image.Image:
    """A page as a picture in greys."""
    page = pdf[place]
    return page.render(scale=_LONGER_SIDE / max(page.get_size())).to_pil().convert("L")


def ink(picture: Image.Image) -> Image.Image:
    """White where a picture has ink, black elsewhere."""
    return picture.point(lambda grey: 255 if grey < _WHITE else 0)


def measured(path: Path, *, bookmarks: Sequence[Bookmark] = ()) -> PaperFacts:
    """What intake would record of a file's pages, measured on their pictures."""
    pdf = pypdfium2.PdfDocument(path)
    facts = some_facts(0, bookmarks=tuple(bookmarks))
    return replace(facts, pages=tuple(_page_facts(pdf, place) for place in range(len(pdf))))


def _page_facts(pdf: pypdfium2.PdfDocument, place: int) -> PageFacts:
    width, height = pdf[place].get_size()
    picture = ink(seen(pdf, place))
    box = picture.getbbox() or (0, picture.height, 0, 0)
    points = height / picture.height
    return PageFacts(
        width,
        height,
        pdf[place].get_rotation(),
        head_clear=box[1] * points,
        foot_clear=(picture.height - box[3]) * points,
        has_text=True,
    )


def a_filed_paper(path: Path, title: str = "", bookmarks: Sequence[Bookmark] = ()) -> Paper:
    """A paper whose facts are those of the file at ``path``."""
    paper = a_paper(title or path.stem)
    assert paper.version
    version = replace(paper.version, facts=measured(path, bookmarks=bookmarks))
    return replace(paper, version=version)


def lay_out(agenda: Agenda, *, front_pages: int = 2, edition: Edition = Edition.FULL) -> PackLayout:
    plan = plan_agenda_pack(agenda, edition)
    return paginate(plan, page_counts(agenda), front_pages=front_pages)


def bind(
    agenda: Agenda,
    files: dict[PaperId, Path],
    out: Path,
    *,
    front: bytes = b"",
    look: HouseStyle | None = None,
    edition: Edition = Edition.FULL,
) -> PackLayout:
    """Bind a pack with a front sheet of two pages unless given one."""
    front = front or pdf_bytes(2, text="Front sheet")
    with Pdf.open(io.BytesIO(front)) as sheet:
        layout = lay_out(agenda, front_pages=len(sheet.pages), edition=edition)
    bind_pack(front, layout, files, look or style(), out)
    return layout


def bind_files(
    paths: Iterable[Path], out: Path, *, look: HouseStyle | None = None, front: bytes = b""
) -> PackLayout:
    """Bind files as the papers of one item."""
    papers = {a_filed_paper(path): path for path in paths}
    files = {paper.id: path for paper, path in papers.items()}
    return bind(an_agenda(papers), files, out, look=look, front=front)


def only_stamps(pack: Path, to: Path) -> Path:
    """The pack with nothing but its stamps: the last piece of every page's content."""
    with Pdf.open(pack) as pdf:
        for page in pdf.pages:
            last = (
                list(page.obj.Contents)[-1]
                .read_bytes()
                .removeprefix(b"\nQ\n")
                .removeprefix(b"EMC\n")
            )
            page.obj.Contents = pdf.make_stream(last)
            if Name.Annots in page.obj:
                del page.obj[Name.Annots]
        pdf.save(to)
    return to


def without_stamps(pack: Path, to: Path) -> Path:
    """The pack as it would be with nothing stamped on it; moved pages stay moved."""
    with Pdf.open(pack) as pdf:
        for page in pdf.pages:
            *rest, _ = list(page.obj.Contents)
            page.obj.Contents = Array([*rest, pdf.make_stream(b"\nQ\n")])
        pdf.save(to)
    return to


def overlap(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Where both pictures have ink."""
    return ImageChops.darker(ink(one), ink(other)).getbbox()


def links(pack: Path) -> tuple[int, int]:
    """How many links within the file lead to a page of it, and how many lead nowhere."""
    live = dead = 0
    with Pdf.open(pack) as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        for page in pdf.pages:
            for annotation in page.obj.get(Name.Annots, Array()):
                if annotation.Subtype != Name.Link:
                    continue
                action = annotation.get(Name.A)
                target = annotation.get(Name.Dest) if action is None else action.get(Name.D)
                if isinstance(target, Array) and target[0].objgen in pages:
                    live += 1
                elif action is None or action.get(Name.S) == Name.GoTo:
                    dead += 1
    return live, dead


def outline(pack: Path) -> list[tuple[int, str, int]]:
    """Every bookmark in order: its level, words, and the place in the file of its page."""
    pdf = pypdfium2.PdfDocument(pack)
    return [
        (item.level, item.get_title(), item.get_dest().get_index() + 1) for item in pdf.get_toc()
    ]


def words_on(pack: Path) -> list[str]:
    """The text of every page."""
    pdf = pypdfium2.PdfDocument(pack)
    return [page.get_textpage().get_text_range() for page in pdf]
