"""Build the agenda pack of one meeting: every paper in one stamped, bookmarked, linked PDF."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.documents.gate.withheld_matter import WithheldMatter
from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.encryption import Guard, checked_password
from scrutiny_app.documents.writing import settle, write_atomically
from scrutiny_app.domain.accessibility import accessibility_findings
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, PackPlan
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.exclusion import marking_of, problems_of_order
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.domain.issue import refuse_moved_pages
from scrutiny_app.domain.public_agenda import withholds
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.lay_out_pack import LaidOutPack, lay_out_pack, remember_layout
from scrutiny_app.jobs.paper_files import paper_files, refuse_altered
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.prove_public import all_paper_files, prove_public, withheld_matter_of
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
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
    password: str | None = None,
    progress: Progress = silent,
) -> BuiltPack:
    """Build the pack of the meeting with this id or date as ``destination``.

    The file is written whole or not at all, and recorded once it stands. A public one of a
    meeting with withheld papers is read back and searched for what only they hold. A full one is
    locked with ``password`` if there is one; that is kept nowhere.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: there is nothing on its agenda, or it is published and the pack would not
            be what was published.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: the public file holds something of a withheld paper; it was not kept.
        WrongInput: a public pack was to be locked, or the password is too short.
        NotWritten: the destination cannot be written.
    """
    if password is not None and edition is Edition.PUBLIC:
        raise WrongInput(
            "A public pack is for everybody, so it takes no password. Ask for --edition full, or "
            "leave the password out."
        )
    key = "" if password is None else checked_password(password)
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        style = house_style(agenda.council.house_style)
        progress("Laying out", 0, 3)
        pack = lay_out_pack(agenda, style, edition)
        _refuse_moved(store, agenda, style)
        progress("Binding", 1, 3)
        sha256 = _write(store, agenda, pack, destination, key)
        progress("Recording", 2, 3)
        receipt = _receipt(desk, agenda, pack.layout, destination, sha256)
        store.packs.record(receipt)
        if edition is Edition.PUBLIC:
            remember_layout(store, agenda, pack.layout, style)
    return BuiltPack(receipt, pack.layout)


def _write(
    store: Store, agenda: Agenda, pack: LaidOutPack, destination: Path, password: str
) -> str:
    """Bind the pack as ``destination``, prove a public one, and return the file's SHA-256."""
    layout, style = pack.layout, house_style(agenda.council.house_style)
    paths = paper_files(store, layout.plan)
    guard = Guard(_markings(agenda, layout.plan, style), password)
    proved = layout.plan.edition is Edition.PUBLIC and withholds(agenda)
    with ThreadPoolExecutor(2) as beside:
        # Hashing leaves the interpreter free, so it costs no time beside the binding, nor
        # beside the wait until the pack is on the disk; reading words is a child's work
        checked = beside.submit(refuse_altered, layout.plan, paths)
        matter: Future[WithheldMatter] | None = None
        if proved:
            everything = all_paper_files(store, agenda)
            matter = beside.submit(
                withheld_matter_of, agenda, layout, everything, store.staging, style
            )
        hashes: list[str] = []

        def bind(part: Path) -> None:
            bind_pack(pack.front, layout, paths, style, part, guard)
            checked.result()
            hashed = beside.submit(sha256_of, part)
            settle(part)
            hashes.append(hashed.result())
            if matter is not None:
                prove_public(part, layout.stamped, store.staging, matter.result())

        write_atomically(destination, bind)
        return hashes[0]


def _markings(agenda: Agenda, plan: PackPlan, style: HouseStyle) -> dict[PaperId, str]:
    """Return what the pages of every withheld paper in a plan bear."""
    descriptions = exempt_descriptions(agenda.council.nation)
    return {
        paper.id: marking_of(paper, style.private, descriptions)
        for paper in plan.papers
        if not paper.public
    }


def _refuse_moved(store: Store, agenda: Agenda, style: HouseStyle) -> None:
    """Refuse a pack, of either edition, whose pages are not those that were issued."""
    issue = store.issues.latest(agenda.meeting.id)
    if issue is not None:
        refuse_moved_pages(issue, agenda, lay_out_pack(agenda, style, Edition.PUBLIC).layout)


def _receipt(
    desk: Desk, agenda: Agenda, layout: PackLayout, destination: Path, sha256: str
) -> PackReceipt:
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
        (*_problems(agenda, layout.plan), *accessibility_findings(layout)),
    )


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
