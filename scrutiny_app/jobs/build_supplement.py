"""Build a supplement: what came since the agenda was issued, on pages that go on from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from scrutiny_app.documents.front_sheet import front_sheet
from scrutiny_app.documents.pdf.binder import bind_pack
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.supplement_sheet import collation_notes, supplement_sheet
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.accessibility import accessibility_findings
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout, PageSpan, plan_agenda_pack
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.issue import Issue, NoticeRecord, changes_since
from scrutiny_app.domain.issued_pages import IssuedPages, page_words, pages_in_place
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.supplement import (
    Supplement,
    issue_supplement,
    lay_out_issued,
    lay_out_supplement,
    only,
    plan_supplement,
)
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.lay_out_pack import MOST_DRAWINGS, LaidOutPack
from scrutiny_app.jobs.notice_given import notice_at
from scrutiny_app.jobs.paper_files import paper_files, refuse_altered
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.public_proof import public_proof
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class BuiltSupplement:
    """A supplement as it was written. ``notes`` say what to do with a paper copy."""

    receipt: PackReceipt
    supplement: Supplement
    layout: PackLayout
    notes: tuple[str, ...]


def build_supplement(
    desk: Desk,
    meeting: str,
    destination: Path,
    *,
    consolidated: Path | None = None,
    progress: Progress = silent,
) -> BuiltSupplement:
    """Write what came since the latest issue as ``destination``, and issue it.

    ``consolidated`` is where a reading copy of everything is written beside it. It cannot be
    undone: from now on these pages stand as those of the agenda do.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published, or nothing came since.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; it was not kept.
        NotWritten: a destination cannot be written.
    """
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        latest = _latest(store, agenda)
        bench = _Bench(store, agenda, house_style(agenda.council.house_style), desk.clock())
        progress("Laying out", 0, 3)
        supplement, pack = _lay_out(latest, bench)
        issue = issue_supplement(latest, supplement, _notice(bench), bench.at)
        progress("Binding", 1, 3)
        receipts = [bench.bind(pack, destination, problems=tuple(_problems(supplement)))]
        if consolidated:
            copy = _lay_out_consolidated(agenda, issue, bench.style)
            receipts.append(bench.bind(copy, consolidated))
        progress("Recording", 2, 3)
        day = long_date(agenda.meeting.held_on)
        name = f"Issue supplement {supplement.number}, {agenda.committee.name}, {day}"
        with store.step(name, undoable=False):
            store.issues.add(issue)
            for receipt in receipts:
                store.packs.record(receipt)
    shown = supplement.shown(pack.layout.plan.edition)
    notes = collation_notes(supplement, shown, bench.style.supplement)
    return BuiltSupplement(receipts[0], supplement, pack.layout, notes)


def build_consolidated(desk: Desk, meeting: str, destination: Path) -> PackReceipt:
    """Write a reading copy of all that was issued, every page under its own number.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published, or something came since that is not issued.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        NotWritten: the destination cannot be written.
    """
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        latest = _latest(store, agenda)
        refuse_unissued(latest, agenda)
        bench = _Bench(store, agenda, house_style(agenda.council.house_style), desk.clock())
        copy = _lay_out_consolidated(agenda, latest, bench.style)
        receipt = bench.bind(copy, destination)
        store.packs.record(receipt)
    return receipt


def refuse_unissued(latest: Issue, agenda: Agenda) -> None:
    """Refuse to show papers that the public was never given.

    Raises:
        PackNotReady: something came since the latest issue.
    """
    changes = changes_since(latest, agenda)
    if changes.minor or changes.major:
        raise PackNotReady(
            f"This has not been issued yet: {' '.join((*changes.major, *changes.minor))} Issue it "
            'with "supplement --to FILE" first.'
        )


def _latest(store: Store, agenda: Agenda) -> Issue:
    latest = store.issues.latest(agenda.meeting.id)
    if latest is None:
        raise PackNotReady(
            "The agenda of this meeting is not published yet, so it has no supplement: whatever "
            'has come goes into the pack. Use "pack", or "publish" the agenda first.'
        )
    return latest


@dataclass(frozen=True, slots=True)
class _Styled(LaidOutPack):
    """A laid-out file with the style it is bound in, which names its front sheet."""

    style: HouseStyle


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where files are bound: the whole agenda, its style, and the moment (UTC) it happens."""

    store: Store
    agenda: Agenda
    style: HouseStyle
    at: datetime

    def bind(
        self, pack: _Styled, destination: Path, *, problems: tuple[str, ...] = ()
    ) -> PackReceipt:
        """Write a public file whole, prove it, and return its receipt."""
        layout = pack.layout
        paths = paper_files(self.store, layout.plan)
        refuse_altered(layout.plan, paths)
        proof = public_proof(self.store, self.agenda, layout, self.style)

        def write(part: Path) -> None:
            bind_pack(pack.front, layout, paths, pack.style, part)
            proof.search(part, layout.stamped)

        write_atomically(destination, write)
        return PackReceipt(
            self.agenda.meeting.id,
            layout.plan.edition,
            destination.name,
            layout.page_count,
            sha256_of(destination),
            tuple(
                (paper.id, paper.version.original_sha256)
                for paper in layout.plan.papers
                if paper.version
            ),
            self.at,
            (*problems, *accessibility_findings(layout)),
        )


def _lay_out(latest: Issue, bench: _Bench) -> tuple[Supplement, _Styled]:
    """Draw the supplement's sheet until the pages it takes are those it was laid out for."""
    agenda, style = bench.agenda, bench.style
    agenda_issue = bench.store.issues.list(agenda.meeting.id)[0]
    published_on = local_moment(agenda_issue.published_at).date()
    pages = 1
    for _ in range(MOST_DRAWINGS):
        supplement = plan_supplement(latest, agenda, front_pages=pages)
        layout = lay_out_supplement(supplement, Edition.PUBLIC)
        drawn = draw_pdf(
            supplement_sheet(supplement, layout, style, published_on=published_on), style
        )
        if drawn.pages == pages:
            return supplement, _Styled(drawn.data, layout, _named(style, supplement.number))
        pages = drawn.pages
    raise _unsettled()


def _lay_out_consolidated(agenda: Agenda, issue: Issue, style: HouseStyle) -> _Styled:
    """Lay out the agenda and everything issued since, in agenda order."""
    pages = {paper.id: paper.pages for paper in issue.papers}
    plan = plan_agenda_pack(agenda, Edition.PUBLIC)
    label = style.supplement.reading_copy.format(number=issue.number - 1)
    words = replace(style.words, pack_label=label) if issue.number > 1 else style.words
    labelled = replace(style, words=words)
    front = issue.front
    for _ in range(MOST_DRAWINGS):
        layout = lay_out_issued(plan, front, pages)
        sheet = front_sheet(plan.agenda, labelled, told_spans(layout, pages, style), linked=True)
        drawn = draw_pdf(sheet, style)
        if drawn.pages == len(front.labels):
            return _Styled(drawn.data, layout, style)
        front = pages_in_place(issue.front, drawn.pages)
    raise _unsettled()


def issued_spans(issue: Issue, agenda: Agenda, style: HouseStyle) -> dict[ItemId, PageSpan]:
    """Return the pages that every item was issued with, as its reader is told them."""
    pages = {paper.id: paper.pages for paper in issue.papers if paper.pages.labels}
    plan = only(plan_agenda_pack(agenda, Edition.PUBLIC), pages)
    return told_spans(lay_out_issued(plan, IssuedPages(), pages), pages, style)


def told_spans(
    layout: PackLayout, pages: Mapping[PaperId, IssuedPages], style: HouseStyle
) -> dict[ItemId, PageSpan]:
    """Return the pages of every item, told by their issued numbers: "9 - 12B, 71 - 74"."""
    return {
        planned.item.id: replace(
            layout.items[planned.item.id],
            told=page_words(
                [label for paper in planned.papers for label in pages[paper.id].all],
                style.words.page_range,
            ),
        )
        for planned in layout.plan.items
        if planned.papers
    }


def _named(style: HouseStyle, number: int) -> HouseStyle:
    """Return the style with the supplement's own name where the agenda's bookmark would be."""
    label = style.supplement.label.format(number=number)
    return replace(style, words=replace(style.words, front_sheet=label))


def _notice(bench: _Bench) -> NoticeRecord:
    clock = notice_at(bench.agenda, bench.at)
    return NoticeRecord(clock.clear_days, clock.needed, clock.publish_by)


def _problems(supplement: Supplement) -> Iterator[str]:
    for one in supplement.additions:
        if not one.paper.public:
            yield (
                f'Item {one.number}: "{one.paper.title}" is {one.paper.access}; its pages are kept '
                "for it and it is left out of the public supplement."
            )
    for numbered in supplement.agenda.numbered:
        for paper in numbered.item.papers:
            if paper.version is None:
                yield f'Item {numbered.number}: "{paper.title}" is still to follow.'


def _unsettled() -> PackNotReady:
    return PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest titles by a word "
        "and try again."
    )
