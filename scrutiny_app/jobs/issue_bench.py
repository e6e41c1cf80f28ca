"""Where the files of an issue are bound: supplements and reading copies, for their readers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.accessibility import accessibility_findings
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.lay_out_pack import LaidOutPack
from scrutiny_app.jobs.paper_files import paper_files, refuse_altered
from scrutiny_app.jobs.public_proof import public_proof
from scrutiny_app.jobs.readership import Readership
from scrutiny_app.jobs.withheld_markings import withheld_markings
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class StyledPack(LaidOutPack):
    """A laid-out file with the style it is bound in, which names its front sheet."""

    style: HouseStyle


@dataclass(frozen=True, slots=True)
class IssueBench:
    """The whole agenda, its style, who the files are for, and the moment (UTC) it happens."""

    store: Store
    agenda: Agenda
    style: HouseStyle
    readers: Readership
    at: datetime

    def bind(
        self, pack: StyledPack, destination: Path, *, problems: tuple[str, ...] = ()
    ) -> PackReceipt:
        """Write a file whole, prove a public one, and return its receipt.

        Raises:
            WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
            LeakFound: a public file holds something of a withheld paper; it was not kept.
            NotWritten: the destination cannot be written.
        """
        layout = pack.layout
        papers = layout.plan.papers
        paths = paper_files(self.store, layout.plan)
        refuse_altered(layout.plan, paths)
        self._write(pack, paths, destination)
        return PackReceipt(
            self.agenda.meeting.id,
            layout.plan.edition,
            destination.name,
            layout.page_count,
            sha256_of(destination),
            tuple((one.id, one.version.original_sha256) for one in papers if one.version),
            self.at,
            (*problems, *accessibility_findings(layout)),
        )

    def _write(self, pack: StyledPack, paths: dict[PaperId, Path], destination: Path) -> None:
        layout = pack.layout
        guard = Guard(
            withheld_markings(self.agenda, layout.plan, self.style), self.readers.password
        )
        proof = None
        if layout.plan.edition is Edition.PUBLIC:
            proof = public_proof(self.store, self.agenda, layout, self.style)

        def write(part: Path) -> None:
            bind_pack(pack.front, layout, paths, pack.style, part, guard)
            if proof:
                proof.search(part, layout.stamped)

        write_atomically(destination, write)
