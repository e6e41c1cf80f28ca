"""Brings the pages of a pack together: front sheet, papers and blank pages, in order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pikepdf import Dictionary, Job, Name, Object, Page, Pdf, PikepdfError

from scrutiny_app.documents.pdf.pack_links import FrontLink, take_links
from scrutiny_app.documents.tags.carried import carries_structure
from scrutiny_app.documents.tags.key_holders import drop_keys
from scrutiny_app.documents.tags.settling import settle_structure
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.paper import Paper, PaperFacts


@contextmanager
def merged_papers(layout: PackLayout, papers: Mapping[PaperId, Path]) -> Iterator[Pdf]:
    """Give a new PDF that holds all pages of the layout's papers, and nothing else.

    Their streams stay in the papers' files until it is saved: a pack of 460 MB takes 70 MB of
    memory so, and 500 MB when pages are copied one by one.

    Raises:
        WorkspaceDamaged: a paper's file cannot be read, or has not the pages it was filed with.
    """
    for paper in layout.plan.papers:
        _refuse_other_pages(paper, papers[paper.id])
    files = list(dict.fromkeys(str(papers[paper.id].resolve()) for paper in layout.plan.papers))
    pages = ["--pages", *files, "--"] if files else []
    # "unused" is where the job would write; it is stopped before it does. It must outlive the
    # PDF, for it holds the papers' files
    job = Job(
        ["pack", "--no-warn", "--remove-unreferenced-resources=no", "--empty", *pages, "unused"]
    )
    with job.create_pdf() as pdf:  # type: ignore[no-untyped-call, unused-ignore] # untyped before pikepdf 10.18
        _add_repeated(pdf, layout, papers)
        _drop_unsettled(pdf, layout)
        yield pdf


def add_front_sheet(pdf: Pdf, front: bytes) -> tuple[str, tuple[FrontLink, ...]]:
    """Put the front sheet's pages first; return its title, and its links yet to be led."""
    with Pdf.open(io.BytesIO(front)) as sheet:
        title = str(sheet.docinfo.get(Name.Title, ""))
        links = take_links(sheet)
        if Name.StructTreeRoot in sheet.Root:
            settle_structure(sheet)
        for place, page in enumerate(sheet.pages):
            pdf.pages.insert(place, page)
    return title, links


def add_blank_pages(pdf: Pdf, layout: PackLayout, blank: Object) -> None:
    """Put a copy of ``blank`` wherever the layout has a blank page."""
    blanks = set(layout.blanks)
    for place, number in enumerate(layout.numbers):
        if number in blanks:
            pdf.pages.insert(place, Page(pdf.make_indirect(Dictionary(dict(blank.items())))))


def facts_of(paper: Paper) -> PaperFacts:
    """Return what is known of a planned paper's file."""
    if paper.version is None:
        raise ValueError(f"{paper.title} has no file, so a plan cannot hold it")
    return paper.version.facts


def _add_repeated(pdf: Pdf, layout: PackLayout, papers: Mapping[PaperId, Path]) -> None:
    """Add the pages of papers whose file is also an earlier paper's.

    The merge gives a file's pages once; merged twice, the second's links would lead to the first.
    """
    bound: set[Path] = set()
    place = 0
    for paper in layout.plan.papers:
        path = papers[paper.id].resolve()
        if path in bound:
            with Pdf.open(path) as source:
                for offset, page in enumerate(source.pages):
                    pdf.pages.insert(place + offset, page)
        bound.add(path)
        place += facts_of(paper).page_count


def _drop_unsettled(pdf: Pdf, layout: PackLayout) -> None:
    """Take the keys off papers whose tags an earlier intake kept but did not settle."""
    first = 0
    for paper in layout.plan.papers:
        facts = facts_of(paper)
        pages = (pdf.pages[first + place].obj for place in range(facts.page_count))
        if facts.tagged and not carries_structure(pdf.pages[first].obj):
            for page in pages:
                drop_keys(page)
        first += facts.page_count


def _refuse_other_pages(paper: Paper, path: Path) -> None:
    counted = facts_of(paper).page_count
    try:
        with Pdf.open(path) as source:
            found = len(source.pages)
    except (PikepdfError, OSError) as error:
        raise WorkspaceDamaged(
            f'The file of "{paper.title}" cannot be read. File the paper again, then build the '
            'pack; "check" tells whether other files are damaged too.'
        ) from error
    if found != counted:
        raise WorkspaceDamaged(
            f'The file of "{paper.title}" has {found} pages, but {counted} when it was filed. '
            "File the paper again, then build the pack."
        )
