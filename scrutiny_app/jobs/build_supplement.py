"""Build a supplement: what came since the agenda was issued, on pages that go on from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scrutiny_app.documents.pdf.drawing import DrawnPdf, draw_pdf
from scrutiny_app.documents.supplement_sheet import (
    collation_notes,
    supplement_label,
    supplement_sheet,
)
from scrutiny_app.domain.added_items import with_days_issued
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition, PackLayout
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.house_style import HouseStyle
from scrutiny_app.domain.issue import Issue, NoticeRecord, changes_since
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.public_agenda import withholds
from scrutiny_app.domain.publication import added_item_needs
from scrutiny_app.domain.receipt import PackReceipt
from scrutiny_app.domain.supplement import (
    Supplement,
    issue_supplement,
    lay_out_supplement,
    plan_supplement,
)
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.issue_bench import IssueBench, StyledPack
from scrutiny_app.jobs.latest_issue import latest_issue
from scrutiny_app.jobs.lay_out_pack import MOST_DRAWINGS
from scrutiny_app.jobs.lay_out_reading_copy import lay_out_reading_copy
from scrutiny_app.jobs.notice_given import notice_at, notice_of, public_day
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.readership import EVERYBODY, Readership
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class BuiltSupplement:
    """A supplement as it was written. ``notes`` say what to do with a paper copy.

    ``again``: it was issued before, and this is another file of it.
    """

    receipt: PackReceipt
    supplement: Supplement
    layout: PackLayout
    notes: tuple[str, ...]
    again: bool


def build_supplement(
    desk: Desk,
    meeting: str,
    destination: Path,
    *,
    consolidated: Path | None = None,
    readers: Readership = EVERYBODY,
    progress: Progress = silent,
) -> BuiltSupplement:
    """Write what came since the latest issue as ``destination``, and issue it.

    ``consolidated`` is where a reading copy of everything is written beside it. It cannot be
    undone: from now on these pages stand as those of the agenda do. Where nothing came since the
    last supplement, that one is written again, page for page, so each edition can be had of it.

    Raises:
        NotFound: there is no such meeting.
        PackNotReady: the agenda is not published, or nothing came since.
        WorkspaceDamaged: a paper's file is missing or is not the file that was taken in.
        LeakFound: a file holds something of a withheld paper; it was not kept.
        NotWritten: a destination cannot be written.
    """
    with desk.edit() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        issues = _Issues(store.issues.list(agenda.meeting.id), latest_issue(store, agenda))
        style = house_style(agenda.council.house_style)
        bench = IssueBench(store, agenda, style, readers, desk.clock())
        progress("Laying out", 0, 3)
        again = issues.stand(agenda)
        if not again:
            day = public_day(agenda, bench.at)
            agenda = with_days_issued(agenda, issues.latest, issued_on=day)
            bench = replace(bench, agenda=agenda)
        supplement, pack = _lay_out(issues.before(again=again), bench, issues.published_on)
        issue = issues.latest if again else _issue(issues.latest, supplement, bench)
        progress("Binding", 1, 3)
        needs = added_item_needs(agenda, notice_of(agenda, bench.at))
        problems = tuple(_problems(supplement, readers.edition, needs))
        receipts = [bench.bind(pack, destination, problems=problems)]
        if consolidated:
            copy = lay_out_reading_copy(agenda, issue, style, readers)
            receipts.append(bench.bind(copy, consolidated))
        progress("Recording", 2, 3)
        _record(store, supplement, receipts, new=None if again else issue)
    notes = collation_notes(supplement, readers.edition, style.supplement)
    return BuiltSupplement(receipts[0], supplement, pack.layout, notes, again)


@dataclass(frozen=True, slots=True)
class _Issues:
    """All issues of an agenda, the first one first."""

    all: tuple[Issue, ...]
    latest: Issue

    @property
    def published_on(self) -> date:
        return local_moment(self.all[0].published_at).date()

    def stand(self, agenda: Agenda) -> bool:
        """Whether the latest is a supplement, and the agenda is as it left it."""
        changes = changes_since(self.latest, agenda)
        return self.latest.number > 1 and not (changes.minor or changes.major)

    def before(self, *, again: bool) -> Issue:
        """Return the issue that the supplement to be written goes on from."""
        return self.all[-2] if again else self.latest


def _lay_out(latest: Issue, bench: IssueBench, published_on: date) -> tuple[Supplement, StyledPack]:
    """Draw the supplement's sheet until the pages it takes are those it was laid out for.

    Where something is withheld, the longer sheet of both editions says where the papers begin.
    """
    agenda, style, edition = bench.agenda, bench.style, bench.readers.edition
    editions = tuple(Edition) if withholds(agenda) else (edition,)
    room = 1
    for _ in range(MOST_DRAWINGS):
        supplement = plan_supplement(latest, agenda, front_pages=room)
        drawn = {each: _drawn(supplement, each, style, published_on) for each in editions}
        longest = max(one.pages for one in drawn.values())
        if longest == room:
            sheet = drawn[edition]
            layout = lay_out_supplement(supplement, edition, front_pages=sheet.pages)
            return supplement, StyledPack(sheet.data, layout, _named(style, supplement, edition))
        room = longest
    raise PackNotReady(
        "The front sheet's length would not settle. Shorten one of the longest titles by a word "
        "and try again."
    )


def _drawn(
    supplement: Supplement, edition: Edition, style: HouseStyle, published_on: date
) -> DrawnPdf:
    layout = lay_out_supplement(supplement, edition)
    sheet = supplement_sheet(supplement, layout, style, published_on=published_on)
    return draw_pdf(sheet, style)


def _named(style: HouseStyle, supplement: Supplement, edition: Edition) -> HouseStyle:
    """Return the style with the supplement's own name where the agenda's bookmark would be."""
    label = supplement_label(supplement, edition, style.supplement)
    return replace(style, words=replace(style.words, front_sheet=label))


def _issue(latest: Issue, supplement: Supplement, bench: IssueBench) -> Issue:
    clock = notice_at(bench.agenda, bench.at)
    notice = NoticeRecord(clock.clear_days, clock.needed, clock.publish_by)
    return issue_supplement(latest, supplement, notice, bench.at)


def _record(
    store: Store, supplement: Supplement, receipts: list[PackReceipt], *, new: Issue | None
) -> None:
    """Put the receipts on record, and the issue if it is a new one."""
    if new is None:
        for receipt in receipts:
            store.packs.record(receipt)
        return
    agenda = supplement.agenda
    day = long_date(agenda.meeting.held_on)
    name = f"Issue supplement {supplement.number}, {agenda.committee.name}, {day}"
    with store.step(name, undoable=False):
        store.agendas.write(agenda)
        store.issues.add(new)
        for receipt in receipts:
            store.packs.record(receipt)


def _problems(supplement: Supplement, edition: Edition, needs: Iterable[str]) -> Iterator[str]:
    for one in supplement.additions:
        if not one.paper.public and edition is Edition.PUBLIC:
            yield (
                f'Item {one.number}: "{one.paper.title}" is {one.paper.access}; its pages are kept '
                "for it and it is left out of the public supplement. Give it to members with "
                '"supplement --edition full".'
            )
    yield from needs
    for numbered in supplement.agenda.numbered:
        for paper in numbered.item.papers:
            if paper.version is None:
                yield f'Item {numbered.number}: "{paper.title}" is still to follow.'
