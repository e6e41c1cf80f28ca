"""Make a bundle from its order: public papers as files, with front sheet and contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scrutiny_app.documents.blocks import Document, Paragraph, Run, Table
from scrutiny_app.documents.bundle_index import THE_PAPERS, bundle_index
from scrutiny_app.documents.front_sheet import front_sheet, note_on_lacking, notes_on_pages
from scrutiny_app.documents.pdf.loose_paper import bind_loose_paper
from scrutiny_app.documents.web_page import web_page
from scrutiny_app.documents.whole_folder import write_folder_whole
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackPlan, PageSpan, plan_agenda_pack
from scrutiny_app.domain.bundle import FRONT_SHEET, INDEX, BundleFile, bundle_files
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import Issue, laid_out_pages, refuse_unissued, withheld_between
from scrutiny_app.domain.issued_pages import IssuedPages
from scrutiny_app.domain.issued_ranges import told_spans
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.supplement import lay_out_issued, only
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.packs.issue_order import IssueOrder, MadeBundle
from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.packs.paper_files import refuse_altered
from scrutiny_app.jobs.packs.public_proof import PublicProof, public_proof
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style

_NO_FRONT = IssuedPages()
_NOT_PUBLISHED = (
    "The agenda is not published yet, so these page numbers may still change. Publish it before "
    "this bundle goes on the website."
)


def make_bundle(order: IssueOrder, destination: Path, *, progress: Progress = silent) -> MadeBundle:
    """Write the public papers as files in a new folder; its receipt is to be put on record.

    Raises:
        PackNotReady: there is nothing on the agenda, or something came since the latest issue.
        WrongInput: there is something at ``destination`` already.
        WorkspaceDamaged: a paper's file is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; nothing was kept.
        NotWritten: the folder cannot be written.
    """
    agenda, paths = order.agenda, order.files
    style = house_style(agenda.council.house_style)
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    pages, notes = _pages(agenda, style, order.issues[-1] if order.issues else None)
    files = bundle_files(plan, pages)
    refuse_altered(plan, paths)
    whole = lay_out_issued(plan, _NO_FRONT, {file.paper.id: file.pages for file in files})
    proof = public_proof(agenda, whole, style, files=paths, staging=order.staging)
    binder = _Binder(plan, paths, style, proof)

    def fill(folder: Path) -> None:
        for done, file in enumerate(files):
            progress("Stamping papers", done, len(files))
            binder.bind(file, folder / file.name)
        # A table without headings is read badly aloud, whatever the printed sheet looks like
        headed = replace(style, agenda_table_headings=True)
        ranges = told_spans(whole, pages, style)
        sheet = front_sheet(plan.agenda, headed, ranges, linked=True, notes=notes)
        agenda_page = web_page(_with_way_to_papers(sheet), _links(plan, files, ranges))
        for name, html in _write_pages(folder, plan.agenda, files, agenda_page, style):
            binder.proof.search_page(html, name)

    write_folder_whole(destination, fill)
    sizes = {path.name: path.stat().st_size for path in destination.iterdir()}
    problems = () if order.issues else (_NOT_PUBLISHED,)
    return MadeBundle(_receipt(order, plan, files, destination, problems), files, sizes)


@dataclass(frozen=True, slots=True)
class _Binder:
    """Stamps papers one by one; ``paths`` are their files."""

    plan: PackPlan
    paths: Mapping[PaperId, Path]
    style: HouseStyle
    proof: PublicProof

    def bind(self, file: BundleFile, out: Path) -> None:
        """Write one paper with the numbers it has in the pack."""
        paper = file.paper
        layout = lay_out_issued(only(self.plan, {paper.id}), _NO_FRONT, {paper.id: file.pages})
        # A lone paper has no front sheet to go to; its first bookmark is the paper itself
        words = replace(self.style.words, front_sheet=paper.title)
        style = replace(self.style, words=words)
        bind_loose_paper(paper.title, layout, {paper.id: self.paths[paper.id]}, style, out)
        self.proof.search(out, layout.stamped)


def _pages(
    agenda: Agenda, style: HouseStyle, issue: Issue | None
) -> tuple[dict[PaperId, IssuedPages], tuple[str, ...]]:
    """Return the pages that were issued, before that those a pack would have now.

    With them goes what is to be known of them, where numbers are missing.
    """
    if issue is None:
        layout = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        return laid_out_pages(layout), notes_on_pages(layout, style)
    refuse_unissued(issue, agenda)
    pages = {paper.id: paper.pages for paper in issue.papers}
    return pages, note_on_lacking(withheld_between(issue), style)


def _links(
    plan: PackPlan, files: Sequence[BundleFile], ranges: Mapping[ItemId, PageSpan]
) -> dict[str, str]:
    """Return where the pages of an item lead: to its paper, or to the contents if it has more."""
    names = {file.paper.id: file.name for file in files}
    return {
        f"#pack-page-{ranges[planned.item.id].first}": (
            names[planned.papers[0].id] if len(planned.papers) == 1 else INDEX
        )
        for planned in plan.items
        if planned.papers
    }


def _with_way_to_papers(sheet: Document) -> Document:
    """Return the agenda with a link to the list of its papers above the business."""
    *_, business = (place for place, one in enumerate(sheet.blocks) if isinstance(one, Table))
    way = Paragraph((Run(THE_PAPERS, link=INDEX),))
    return replace(sheet, blocks=(*sheet.blocks[:business], way, *sheet.blocks[business:]))


def _write_pages(
    folder: Path, agenda: Agenda, files: Sequence[BundleFile], front: str, style: HouseStyle
) -> Iterator[tuple[str, str]]:
    """Write the front sheet and the contents, which tell its size; give both."""
    yield FRONT_SHEET, _written(folder / FRONT_SHEET, front)
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    yield INDEX, _written(folder / INDEX, web_page(bundle_index(agenda, files, sizes, style)))


def _written(path: Path, html: str) -> str:
    path.write_text(html, encoding="utf-8")
    return html


def _receipt(
    order: IssueOrder,
    plan: PackPlan,
    files: Sequence[BundleFile],
    destination: Path,
    problems: tuple[str, ...],
) -> PackReceipt:
    papers = ((file.paper.id, file.paper.version) for file in files)
    return PackReceipt(
        plan.agenda.meeting.id,
        plan.edition,
        f"{destination.name}/",
        sum(len(file.pages.labels) for file in files),
        _sha256_of_folder(destination),
        tuple((key, version.original_sha256) for key, version in papers if version),
        order.at,
        problems,
    )


def _sha256_of_folder(folder: Path) -> str:
    """Return the SHA-256 of a list of the files' own, as ``sha256sum *`` prints it."""
    lines = (f"{sha256_of(path)}  {path.name}\n" for path in sorted(folder.iterdir()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
