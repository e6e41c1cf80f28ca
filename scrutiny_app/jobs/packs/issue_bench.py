"""Where the files of an issue are bound: supplements and reading copies, for their readers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.accessibility import accessibility_findings
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.private_words import NO_PRIVATE_WORDS
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.packs.issue_order import IssueOrder
from scrutiny_app.jobs.packs.lay_out_pack import LaidOutPack
from scrutiny_app.jobs.packs.paper_files import refuse_altered
from scrutiny_app.jobs.packs.public_proof import public_proof
from scrutiny_app.jobs.packs.withheld_markings import withheld_markings
from scrutiny_app.jobs.private_echoes import private_echoes
from scrutiny_app.rulebook.house_styles import house_style


@dataclass(frozen=True, slots=True)
class StyledPack(LaidOutPack):
    """A laid-out file with the style it is bound in, which names its front sheet."""

    style: HouseStyle


def bind_issue(
    order: IssueOrder, pack: StyledPack, destination: Path, *, problems: tuple[str, ...] = ()
) -> PackReceipt:
    """Write a file whole, prove a public one, and return its receipt.

    Raises:
        WorkspaceDamaged: a paper's file is not the file that was taken in.
        LeakFound: a public file holds something of a withheld paper; it was not kept.
        NotWritten: the destination cannot be written.
    """
    layout = pack.layout
    papers = layout.plan.papers
    refuse_altered(layout.plan, order.files)
    _write(order, pack, destination)
    words = order.private if layout.plan.edition is Edition.PUBLIC else NO_PRIVATE_WORDS
    echoes = private_echoes(words, destination, layout.stamped, order.staging)
    return PackReceipt(
        order.agenda.meeting.id,
        layout.plan.edition,
        destination.name,
        layout.page_count,
        sha256_of(destination),
        tuple((one.id, one.version.original_sha256) for one in papers if one.version),
        order.at,
        (*problems, *echoes, *accessibility_findings(layout)),
    )


def _write(order: IssueOrder, pack: StyledPack, destination: Path) -> None:
    layout, agenda = pack.layout, order.agenda
    style = house_style(agenda.council.house_style)
    guard = Guard(withheld_markings(agenda, layout.plan, style), order.readers.password)
    proof = None
    if layout.plan.edition is Edition.PUBLIC:
        proof = public_proof(agenda, layout, style, files=order.files, staging=order.staging)

    def write(part: Path) -> None:
        bind_pack(pack.front, layout, order.files, pack.style, part, guard)
        if proof:
            proof.search(part, layout.stamped)

    write_atomically(destination, write)
