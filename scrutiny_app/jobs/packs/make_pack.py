"""Make a pack from its order: laid out, bound, proved and hashed, without the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from scrutiny_app.documents.gate.withheld_matter import WithheldMatter
from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard
from scrutiny_app.documents.writing import settle, write_atomically
from scrutiny_app.domain.accessibility import accessibility_findings
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackPlan
from scrutiny_app.domain.exclusion import problems_of_order
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.issue import refuse_moved_pages
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.packs.lay_out_pack import LaidOutPack, lay_out_pack
from scrutiny_app.jobs.packs.pack_order import MadePack, PackOrder
from scrutiny_app.jobs.packs.paper_files import refuse_altered
from scrutiny_app.jobs.packs.prove_public import prove_public, withheld_matter_of
from scrutiny_app.jobs.packs.withheld_markings import withheld_markings
from scrutiny_app.jobs.private_echoes import private_echoes
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.rulebook.house_styles import house_style

STAGES = 4


def make_pack(order: PackOrder, destination: Path, *, progress: Progress = silent) -> MadePack:
    """Write the pack as ``destination``, whole or not at all.

    A public one of a meeting with withheld papers is read back and searched for what only they
    hold. A full one is locked with the order's password if there is one; that is kept nowhere.

    Raises:
        PackNotReady: the agenda is published and the pack would not be what was published.
        WorkspaceDamaged: a paper's file is not the one that was taken in.
        LeakFound: the public file holds something of a withheld paper; it was not kept.
        NotWritten: the destination cannot be written.
    """
    agenda = order.agenda
    style = house_style(agenda.council.house_style)
    progress("Laying out", 0, STAGES)
    pack = lay_out_pack(agenda, style, order.edition)
    if order.issue is not None:
        # Of either edition: its pages are those that the public was told
        public = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        refuse_moved_pages(order.issue, agenda, public)
    progress("Binding", 1, STAGES)
    sha256 = _write(order, pack, style, destination, progress)
    problems = (
        *_problems(agenda, pack.layout.plan),
        *private_echoes(order.private, destination, pack.layout.stamped, order.staging),
        *accessibility_findings(pack.layout),
    )
    return MadePack(agenda, pack.layout, destination, sha256, problems)


def _write(
    order: PackOrder, pack: LaidOutPack, style: HouseStyle, destination: Path, progress: Progress
) -> str:
    """Bind the pack as ``destination``, prove a public one, and return the file's SHA-256."""
    layout, agenda = pack.layout, order.agenda
    guard = Guard(withheld_markings(agenda, layout.plan, style), order.password)
    with ThreadPoolExecutor(2) as beside:
        # Hashing leaves the interpreter free, so it costs no time beside the binding, nor
        # beside the wait until the pack is on the disk; reading words is a child's work
        checked = beside.submit(refuse_altered, layout.plan, order.files)
        matter: Future[WithheldMatter] | None = None
        if order.proved:
            matter = beside.submit(
                withheld_matter_of, agenda, layout, order.files, order.staging, style
            )
        hashes: list[str] = []

        def bind(part: Path) -> None:
            bind_pack(pack.front, layout, order.files, style, part, guard)
            progress("Checking", 2, STAGES)
            checked.result()
            hashed = beside.submit(sha256_of, part)
            settle(part)
            hashes.append(hashed.result())
            if matter is not None:
                prove_public(part, layout.stamped, order.staging, matter.result())

        write_atomically(destination, bind)
        return hashes[0]


def _problems(agenda: Agenda, plan: PackPlan) -> Iterator[str]:
    """Tell what the officer should know of the pack before it goes out.

    ``agenda`` is the whole one: a public plan does not know what it leaves out.
    """
    for planned in plan.items:
        for paper in planned.to_follow:
            yield f'Item {planned.number}: "{paper.title}" is to follow and is not in this pack.'
        for paper in planned.attached:
            yield (
                f'Item {planned.number}: "{paper.title}" is kept as an attachment and is not bound '
                "into this pack."
            )
    if plan.edition is Edition.PUBLIC:
        for one in agenda.numbered:
            for paper in one.item.papers:
                if not paper.public:
                    yield (
                        f'Item {one.number}: "{paper.title}" is {paper.access} and is left out of '
                        "the public pack."
                    )
    yield from problems_of_order(agenda)
    yield from _conversions(plan)


def _conversions(plan: PackPlan) -> Iterator[str]:
    """Name every converter with the papers whose pages it made."""
    made: dict[str, list[str]] = {}
    for paper in plan.papers:
        if paper.version and paper.version.facts.converter:
            made.setdefault(paper.version.facts.converter, []).append(f'"{paper.title}"')
    for converter, titles in made.items():
        yield f"{converter} made the pages of {', '.join(titles)} from office files."
