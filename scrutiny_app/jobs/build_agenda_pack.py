"""Build the agenda pack of one meeting: every paper in one stamped, bookmarked, linked PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, PackPlan
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.lay_out_pack import lay_out_pack, remember_layout
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class BuiltPack:
    """The record of the pack, and where everything stands in it."""

    receipt: PackReceipt
    layout: PackLayout


def build_agenda_pack(
    desk: Desk,
    meeting: str,
    destination: Path,
    *,
    edition: Edition = Edition.PUBLIC,
    progress: Progress = silent,
) -> BuiltPack:
    """Build the pack of the meeting with this id or date as ``destination``.

    The file is written whole or not at all, and recorded once it stands.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: there is nothing on its agenda.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        NotWritten: the destination cannot be written.
    """
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        style = house_style(agenda.council.house_style)
        progress("Laying out", 0, 3)
        pack = lay_out_pack(agenda, style, edition)
        paths = _paper_paths(store, pack.layout.plan)
        progress("Binding", 1, 3)
        with ThreadPoolExecutor(1) as beside:
            # Hashing leaves the interpreter free, so it costs no time beside the binding, nor
            # beside the wait until the pack is on the disk
            checked = beside.submit(_refuse_altered, pack.layout.plan, paths)
            hashed: list[Future[str]] = []

            def bind(part: Path) -> None:
                bind_pack(pack.front, pack.layout, paths, style, part)
                checked.result()
                hashed.append(beside.submit(sha256_of, part))

            write_atomically(destination, bind)
            sha256 = hashed[0].result()
        progress("Recording", 2, 3)
        receipt = _receipt(desk, pack.layout, destination, sha256)
        store.packs.record(receipt)
        remember_layout(store, pack.layout, style)
    return BuiltPack(receipt, pack.layout)


def _paper_paths(store: Store, plan: PackPlan) -> dict[PaperId, Path]:
    return {
        paper.id: store.paper_folder.path(paper.version.normalised_sha256)
        for paper in plan.papers
        if paper.version
    }


def _refuse_altered(plan: PackPlan, paths: Mapping[PaperId, Path]) -> None:
    """Refuse to bind a file that is no longer the one that was taken in."""
    for paper in plan.papers:
        if paper.version and sha256_of(paths[paper.id]) != paper.version.normalised_sha256:
            raise WorkspaceDamaged(
                f'The file of "{paper.title}" has been changed since it was taken in. Load the '
                "paper again, or restore the workspace from a backup, and build the pack again."
            )


def _receipt(desk: Desk, layout: PackLayout, destination: Path, sha256: str) -> PackReceipt:
    return PackReceipt(
        layout.plan.agenda.meeting.id,
        layout.plan.edition,
        destination.name,
        layout.page_count,
        sha256,
        tuple(
            (paper.id, paper.version.original_sha256)
            for paper in layout.plan.papers
            if paper.version
        ),
        desk.clock(),
        tuple(_problems(layout.plan)),
    )


def _problems(plan: PackPlan) -> Iterator[str]:
    """Tell what the officer should know of the pack before it goes out."""
    for planned in plan.items:
        for paper in planned.to_follow:
            yield f'Item {planned.number}: "{paper.title}" is to follow and is not in this pack.'
        for paper in planned.withheld:
            yield (
                f'Item {planned.number}: "{paper.title}" is {paper.access} and is left out of the '
                "public pack."
            )
