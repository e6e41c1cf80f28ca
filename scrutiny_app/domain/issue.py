"""What was published: the agenda of a meeting as the public has it, with every page number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackLayout, PageSpan
from scrutiny_app.domain.errors import PackNotReady
from scrutiny_app.domain.ids import ItemId, MeetingId, PaperId
from scrutiny_app.domain.issued_pages import IssuedPages, page_words, whole_number
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.wording import clock_time, long_date

_PAGES = "{first} to {last}"


@dataclass(frozen=True, slots=True)
class IssuedItem:
    """An item in its place on the published agenda."""

    id: ItemId
    title: str


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """A paper as it was issued.

    ``sha256`` is its original file's, empty while it is to follow. ``title`` is empty where the
    public may not read the paper: what is published must not name it.

    Source: Local Government Act 1972 s.100B(2).
    """

    id: PaperId
    item: ItemId
    title: str
    sha256: str
    public: bool
    pages: IssuedPages


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """The notice an issue gave, and what the officer said of it.

    ``latest_day`` is the last day for full notice. ``urgency`` are the special circumstances and
    ``chair_agreed_on`` the day the chair agreed, both only where the officer gave them;
    ``short_notice`` says why the meeting was called late.

    Source: Local Government Act 1972 s.100B(3)-(4).
    """

    clear_days: int
    needed: int
    latest_day: date
    urgency: str = ""
    chair_agreed_on: date | None = None
    short_notice: str = ""

    @property
    def short(self) -> bool:
        """Whether it is less than the law asks for."""
        return self.clear_days < self.needed


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of a meeting's agenda; nothing in it ever changes.

    ``number`` counts from 1, the agenda itself; those after it are supplements. An issue holds
    everything in force when it came out, so only the latest is compared with. ``front`` are the
    pages of the agenda's front sheet, ``sheet`` those of this issue's own, and ``last_page`` is
    the highest number used so far, even. ``published_at`` is UTC; ``starts_at`` is local time.
    """

    meeting: MeetingId
    number: int
    published_at: datetime
    notice: NoticeRecord
    held_on: date
    starts_at: time
    place: str
    front: IssuedPages
    sheet: IssuedPages
    items: tuple[IssuedItem, ...]
    papers: tuple[IssuedPaper, ...]
    last_page: int

    @property
    def by_paper(self) -> Mapping[PaperId, IssuedPaper]:
        """Its papers by their keys."""
        return {paper.id: paper for paper in self.papers}


@dataclass(frozen=True, slots=True)
class ChangesSince:
    """How an agenda differs from what was published, a sentence each.

    ``papers`` came, went or were replaced; ``agenda`` is what the public was told would be done,
    when and where; ``access`` are papers whose access changed. Sentences on ``papers`` are for
    the officer: they may name what is not for publication.

    Source: Local Government Act 1972 s.100A(6)(a) and s.100B(4), as we read them.
    """

    papers: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    access: tuple[str, ...] = ()

    @property
    def minor(self) -> tuple[str, ...]:
        """What a supplement simply brings."""
        return self.papers

    @property
    def major(self) -> tuple[str, ...]:
        """What the officer must choose to do."""
        return self.agenda + self.access


def first_issue(
    agenda: Agenda,
    shown: PackLayout,
    everything: PackLayout,
    notice: NoticeRecord,
    published_at: datetime,
) -> Issue:
    """Return the first issue of an agenda: what stands where, from this moment on.

    ``shown`` is the layout of the public edition, ``everything`` of the full one.

    Raises:
        PackNotReady: the two editions would number a page differently.
    """
    for paper, span in shown.papers.items():
        if everything.papers[paper] != span:
            raise PackNotReady(
                "The public and the full edition of this pack would not share their page numbers. "
                "Move the papers that are not for publication to the end of the agenda."
            )
    pages = laid_out_pages(everything)
    papers = tuple(
        issued_paper(paper, item.id, pages.get(paper.id, IssuedPages()))
        for item in agenda.items
        for paper in item.papers
    )
    front = _laid_out(shown, shown.front)
    taken = [*front.all, *(label for paper in papers for label in paper.pages.all)]
    meeting = agenda.meeting
    return Issue(
        meeting.id,
        1,
        published_at,
        notice,
        meeting.held_on,
        meeting.starts_at,
        meeting.place,
        front,
        front,
        issued_items(agenda),
        papers,
        max(whole_number(label) for label in taken),
    )


def laid_out_pages(layout: PackLayout) -> dict[PaperId, IssuedPages]:
    """Return the pages of every paper of a layout, as they would be issued."""
    return {paper: _laid_out(layout, span) for paper, span in layout.papers.items()}


def withheld_between(issue: Issue) -> tuple[str, ...]:
    """Return the page numbers of withheld papers that stand between those of public ones.

    Numbers behind the last public page are not missed by anybody.
    """
    shown = [label for one in issue.papers if one.public for label in one.pages.all]
    last = max(map(whole_number, shown), default=0)
    kept = (label for one in issue.papers if not one.public for label in one.pages.all)
    return tuple(label for label in kept if whole_number(label) < last)


def issued_items(agenda: Agenda) -> tuple[IssuedItem, ...]:
    """Return the items of an agenda as an issue keeps them."""
    return tuple(IssuedItem(item.id, item.shown_title) for item in agenda.items)


def issued_paper(paper: Paper, item: ItemId, pages: IssuedPages) -> IssuedPaper:
    """Return a paper as an issue keeps it."""
    return IssuedPaper(
        paper.id,
        item,
        paper.title if paper.public else "",
        _sha256(paper),
        paper.public,
        pages,
    )


def changes_since(issue: Issue, agenda: Agenda) -> ChangesSince:
    """Return how an agenda now differs from an issue of it.

    Source: as ``ChangesSince``.
    """
    return ChangesSince(
        papers=tuple(_paper_changes(issue, agenda)),
        agenda=(*_sitting_changes(issue, agenda), *_item_changes(issue, agenda)),
        access=tuple(_access_changes(issue, agenda)),
    )


def refuse_moved_pages(issue: Issue, agenda: Agenda, layout: PackLayout) -> None:
    """Refuse a pack that is not page for page what was issued.

    ``agenda`` is the one on record: a public layout has only the public's view of it.

    Raises:
        PackNotReady: a paper came, went or changed since, or a page would take another number.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    changes = changes_since(issue, agenda)
    if changes.papers or changes.major:
        raise PackNotReady(
            "The agenda was published, and since then: "
            f"{' '.join((*changes.major, *changes.papers))} A pack would not be what was "
            "published. Issue what came since as a supplement; its consolidated reading copy holds "
            "everything under the numbers that were issued."
        )
    if issue.number > 1:
        raise PackNotReady(
            "A supplement was issued since, so a pack by itself would lack pages that people have. "
            "Make the consolidated reading copy, which holds them all."
        )
    known, laid_out = issue.by_paper, laid_out_pages(layout)
    if any(pages.labels != known[paper].pages.labels for paper, pages in laid_out.items()):
        raise PackNotReady(
            f"The agenda was published with a front sheet of {len(issue.front.labels)} pages, now "
            f"it would have {len(layout.front)}, and every page after it would move. Take the "
            "change of wording back, or have a supplement say what changed."
        )


def refuse_unissued(latest: Issue, agenda: Agenda) -> None:
    """Refuse to show papers that the public was never given.

    Raises:
        PackNotReady: something came since the latest issue.

    Source: ours: page numbers never move (ARCHITECTURE.md, decisions).
    """
    changes = changes_since(latest, agenda)
    if changes.minor or changes.major:
        raise PackNotReady(
            f"This has not been issued yet: {' '.join((*changes.major, *changes.minor))} Issue it "
            "as a supplement first."
        )


def settled_first_pages(issue: Issue, agenda: Agenda) -> dict[PaperId, int]:
    """Return the first page of every public paper that is as it was issued.

    Papers with lettered pages, or that changed since, are not in it.
    """
    known = issue.by_paper
    first: dict[PaperId, int] = {}
    for paper in (paper for item in agenda.items for paper in item.papers if paper.version):
        issued = known.get(paper.id)
        if issued is None or not paper.public or _sha256(paper) != issued.sha256:
            continue
        labels = issued.pages.labels
        if labels and all(label.isdecimal() for label in labels):
            first[paper.id] = int(labels[0])
    return first


def _laid_out(layout: PackLayout, span: PageSpan) -> IssuedPages:
    """Return the pages of a span and of the blank ones that follow it."""
    end = span.last
    while end + 1 in layout.blanks:
        end += 1
    labels = tuple(str(number) for number in range(span.first, end + 1))
    return IssuedPages(labels[: len(span)], labels[len(span) :])


def _sha256(paper: Paper) -> str:
    """Return the SHA-256 of a paper's original, empty where it has no pages to issue."""
    return paper.version.original_sha256 if paper.version and paper.has_pages else ""


def _paper_changes(issue: Issue, agenda: Agenda) -> Iterator[str]:
    known = issue.by_paper
    there = set()
    for item in agenda.items:
        for paper in item.papers:
            there.add(paper.id)
            name = f'"{paper.title}"'
            before = known.get(paper.id)
            now = _sha256(paper)
            was = before.sha256 if before else ""
            if now and not was:
                yield f"{name} has come."
            elif was and not now:
                yield f"{name} was issued and now has no file."
            elif now != was and before:
                yield f"{name} (pages {page_words(before.pages.labels, _PAGES)}) was replaced."
    for gone in issue.papers:
        if gone.id not in there and gone.pages.labels:
            name = f'"{gone.title}"' if gone.title else "A paper that is not for publication"
            yield f"{name} (pages {page_words(gone.pages.labels, _PAGES)}) was withdrawn."


def _sitting_changes(issue: Issue, agenda: Agenda) -> Iterator[str]:
    meeting = agenda.meeting
    if meeting.held_on != issue.held_on:
        yield f"The meeting was published for {long_date(issue.held_on)}."
    if meeting.starts_at != issue.starts_at:
        yield f"The meeting was published to begin at {clock_time(issue.starts_at)}."
    if meeting.place != issue.place:
        yield f'The meeting was published to be at "{issue.place}".'


def _item_changes(issue: Issue, agenda: Agenda) -> Iterator[str]:
    before = {item.id: item for item in issue.items}
    now = {one.item.id: one for one in agenda.numbered}
    for number, item in enumerate(issue.items, start=1):
        if item.id not in now:
            yield f'Item {number}, "{item.title}", is taken off.'
    for one in agenda.numbered:
        if one.item.id not in before:
            yield f'Item {one.number}, "{one.item.shown_title}", is added.'
        elif before[one.item.id].title != one.item.shown_title:
            yield (
                f'Item {one.number} was published as "{before[one.item.id].title}" and is now '
                f'called "{one.item.shown_title}".'
            )
    kept = [item.id for item in issue.items if item.id in now]
    if kept != [item.id for item in agenda.items if item.id in before]:
        yield "The items stand in another order than was published."


def _access_changes(issue: Issue, agenda: Agenda) -> Iterator[str]:
    known = issue.by_paper
    for item in agenda.items:
        for paper in item.papers:
            before = known.get(paper.id)
            if before and before.sha256 and before.public and not paper.public:
                yield f'"{paper.title}" was published and is now {paper.access}.'
            elif before and not before.public and paper.public:
                yield f'"{paper.title}" was withheld from the public and is now public.'
