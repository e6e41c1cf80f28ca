"""What an officer checks before an agenda goes out, each check with its answer and its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.agenda_pack import PackLayout
from scrutiny_app.domain.exclusion import problems_of_order
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import ItemId, PaperId
from scrutiny_app.domain.membership_checks import membership_findings
from scrutiny_app.domain.paper import Paper, PaperKind, TextLayer
from scrutiny_app.domain.paper_text import dates_of_meeting, lists_background_papers
from scrutiny_app.domain.publication import NoticeGiven, publication_findings
from scrutiny_app.domain.readiness import Ready, item_readiness, paper_readiness
from scrutiny_app.domain.wording import DAY_DATE, listed, long_date

_REPORTS = (PaperKind.REPORT, PaperKind.COVERING_REPORT)


class CheckId(StrEnum):
    """The checks, in the order in which they are told."""

    READINESS = "readiness"
    NOTICE = "notice"
    NAMED_PRIVATE = "named as private"
    MEETING_DATE = "meeting date"
    PRIVATE_ORDER = "private business last"
    AUTHORS = "authors"
    BACKGROUND_PAPERS = "background papers"
    ACCESSIBILITY = "accessibility"
    PAGE_NUMBERS = "page numbers"
    PUBLIC_PACK = "public pack"
    MEMBERS = "members"


@dataclass(frozen=True, slots=True)
class MeetingCheck:
    """One answer. ``severity`` is None where the check passed.

    ``detail`` is a second, quieter line; ``item`` and ``paper`` are what it is about.
    """

    id: CheckId
    severity: Severity | None
    sentence: str
    detail: str = ""
    item: ItemId | None = None
    paper: PaperId | None = None

    @property
    def passed(self) -> bool:
        """Whether there is nothing to see to."""
        return self.severity is None


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What the checks look at.

    ``texts`` are the pages of each paper whose words are known; ``public`` is the layout of the
    public edition where it was made; ``descriptions`` are the nation's exempt paragraphs.
    """

    agenda: Agenda
    notice: NoticeGiven
    descriptions: Mapping[int, str]
    texts: Mapping[PaperId, Sequence[str]] = field(default_factory=dict)
    public: PackLayout | None = None

    @property
    def papers(self) -> Iterator[tuple[str, AgendaItem, Paper]]:
        """Every paper with its item and the number the agenda shows it by ("4.1")."""
        for one in self.agenda.numbered:
            for place, paper in enumerate(one.item.papers, start=1):
                yield f"{one.number}.{place}", one.item, paper


def meeting_checks(facts: MeetingFacts) -> tuple[MeetingCheck, ...]:
    """Return every check's answers: what to see to first, then what passed.

    Source: each check's own.
    """
    answers = [answer for check in _CHECKS for answer in check(facts)]
    order = (Severity.PROBLEM, Severity.WARNING, Severity.NOTE, None)
    return tuple(sorted(answers, key=lambda one: order.index(one.severity)))


def _readiness(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Papers that are missing, drafts, or not fit to go out.

    Source: practice.
    """
    found = False
    for number, item, paper in facts.papers:
        ready = paper_readiness(paper, facts.descriptions)
        if ready.state is Ready.READY:
            continue
        found = True
        yield MeetingCheck(
            CheckId.READINESS,
            Severity.PROBLEM if ready.state is Ready.PROBLEM else Severity.WARNING,
            f"{number} {_STATES[ready.state]}",
            ready.sentence,
            item.id,
            paper.id,
        )
    for one in facts.agenda.numbered:
        ready = item_readiness(one.item, facts.descriptions)
        if not one.item.papers and ready.state is not Ready.READY:
            found = True
            yield MeetingCheck(
                CheckId.READINESS,
                Severity.WARNING,
                f"Item {one.number} has no paper yet",
                ready.sentence,
                one.item.id,
            )
    if not found:
        yield _passed(CheckId.READINESS, "Every paper is final")


_STATES = {
    Ready.DRAFT: "is a draft",
    Ready.TO_FOLLOW: "is to follow",
    Ready.PROBLEM: "cannot go out as it is",
}


def _notice(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Clear days, and items and papers that come too late for them.

    Source: Local Government Act 1972 s.100B(3)-(4), see ``publication.py``.
    """
    to_follow = {paper.title for _, _, paper in facts.papers if paper.version is None}
    found = False
    for finding in publication_findings(facts.agenda, facts.notice):
        # A paper that is to follow is told of once, above
        if any(finding.message.startswith(f'"{title}"') for title in to_follow):
            continue
        found = True
        yield MeetingCheck(CheckId.NOTICE, finding.severity, finding.message, finding.where)
    if not found:
        days = facts.notice.clear_days
        said = "1 clear day" if days == 1 else f"{days} clear days"
        yield _passed(CheckId.NOTICE, f"The agenda has {said} of the {facts.notice.needed} needed")


def _meeting_date(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Reports that give another day for the meeting than the agenda does.

    Source: practice; a report of a real pack gave the day before.
    """
    held_on = facts.agenda.meeting.held_on
    read = found = False
    for number, item, paper in facts.papers:
        if paper.kind is PaperKind.MINUTES or paper.id not in facts.texts:
            continue
        read = True
        said = dates_of_meeting(facts.texts[paper.id])
        if said and held_on not in said:
            found = True
            yield MeetingCheck(
                CheckId.MEETING_DATE,
                Severity.WARNING,
                f"{number} gives the meeting date as {long_date(said[0], DAY_DATE)}",
                f"The agenda says {long_date(held_on, DAY_DATE)}",
                item.id,
                paper.id,
            )
    if read and not found:
        yield _passed(CheckId.MEETING_DATE, "No paper gives another date for the meeting")


def _accessibility(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Papers that not everyone can read.

    Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
    Regulations 2018 reg 6; see ``accessibility.py``.
    """
    found = False
    for number, item, paper in facts.papers:
        if paper.version is None or not paper.has_pages or paper.version.facts.accessible:
            continue
        found = True
        yield MeetingCheck(
            CheckId.ACCESSIBILITY,
            Severity.WARNING,
            f"{number} {_barrier(paper)}",
            paper.title,
            item.id,
            paper.id,
        )
    if not found and any(paper.has_pages for _, _, paper in facts.papers):
        yield _passed(CheckId.ACCESSIBILITY, "Every paper can be read aloud")


def _barrier(paper: Paper) -> str:
    version = paper.version
    if version is None:
        return ""
    if version.facts.text_layer is TextLayer.SCAN:
        return "is a scan, which screen readers cannot read"
    if not version.facts.tagged:
        return "cannot be read aloud well: its PDF has no tags"
    barriers = version.facts.barriers
    return f"is hard to read aloud: {'; '.join(barriers)}" if barriers else "is not PDF/UA"


def _authors(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Reports without anybody's name on the agenda.

    Source: practice: the agenda says whose report it is.
    """
    nameless = [
        (number, item, paper)
        for number, item, paper in facts.papers
        if paper.kind in _REPORTS and not (paper.author.strip() or item.report_of.strip())
    ]
    for number, item, paper in nameless:
        yield MeetingCheck(
            CheckId.AUTHORS,
            Severity.WARNING,
            f"{number} does not say whose report it is",
            paper.title,
            item.id,
            paper.id,
        )
    if not nameless and any(paper.kind in _REPORTS for _, _, paper in facts.papers):
        yield _passed(CheckId.AUTHORS, "Every report has an author")


def _background_papers(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Items on which no report's words hold a list of background papers.

    A covering report may list them for the reports under it.

    Source: Local Government Act 1972 s.100D: a report's list of background papers is open to
    inspection with it. Whether a list is there is told from its heading.
    """
    listing: list[str] = []
    lacking: list[tuple[str, AgendaItem]] = []
    for numbered in facts.agenda.numbered:
        reports = [
            facts.texts[paper.id]
            for paper in numbered.item.papers
            if paper.kind in _REPORTS and any(facts.texts.get(paper.id, ()))
        ]
        if any(lists_background_papers(text) for text in reports):
            listing.append(str(numbered.number))
        elif reports:
            lacking.append((str(numbered.number), numbered.item))
    for number, item in lacking:
        yield MeetingCheck(
            CheckId.BACKGROUND_PAPERS,
            Severity.WARNING,
            f"No list of background papers was found in the reports of item {number}",
            item.title,
            item.id,
        )
    if listing:
        items = "item" if len(listing) == 1 else "items"
        yield _passed(
            CheckId.BACKGROUND_PAPERS, f"Background papers listed for {items} {listed(listing)}"
        )


def _named_private(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Public papers whose title or file says that they are not for the public.

    Source: practice: reports come with "EXEMPT" in the name of the file, and are added in a hurry.
    """
    for number, item, paper in facts.papers:
        file_name = paper.version.file_name if paper.version else ""
        named = next((one for one in (file_name, paper.title) if _SAYS_PRIVATE.search(one)), "")
        if named and paper.public and not paper.made_public_by:
            yield MeetingCheck(
                CheckId.NAMED_PRIVATE,
                Severity.WARNING,
                f'{number} is public, yet it is called "{named}". Choose Exempt if it is not.',
                paper.title,
                item.id,
                paper.id,
            )


# No letter beside it, for names of files have underscores and figures there
_SAYS_PRIVATE = re.compile(
    r"(?<![a-z])(exempt|confidential|not[ _-]for[ _-]publication)(?![a-z])", re.IGNORECASE
)


def _private_order(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Private business that is not last, or has no item before it to exclude the public.

    Source: as ``exclusion.problems_of_order``.
    """
    problems = tuple(problems_of_order(facts.agenda))
    for problem in problems:
        yield MeetingCheck(CheckId.PRIVATE_ORDER, Severity.WARNING, problem)
    if not problems and any(not paper.public for _, _, paper in facts.papers):
        yield _passed(CheckId.PRIVATE_ORDER, "Private business stands last, after the exclusion")


def _page_numbers(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Whether the numbers of the public pack run on without gaps.

    Source: practice; decisions on page numbers are in ``agenda_pack.py``.
    """
    layout = facts.public
    if layout is None or not layout.numbers:
        return
    last = layout.numbers[-1]
    if layout.skipped:
        gaps = listed(
            f"{span.first}" if span.first == span.last else f"{span.first} to {span.last}"
            for span in layout.skipped
        )
        yield MeetingCheck(
            CheckId.PAGE_NUMBERS,
            Severity.NOTE,
            f"The public pack has no pages {gaps}",
            "They are those of papers that are not for publication",
        )
        return
    yield _passed(CheckId.PAGE_NUMBERS, f"Page numbers run 1 to {last} without gaps")


def _public_pack(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Whether the public pack holds only what anybody may read.

    Source: Local Government Act 1972 s.100B(2). The written file is searched besides.
    """
    if facts.public is None:
        return
    withheld = {paper.id: number for number, _, paper in facts.papers if not paper.public}
    leaking = [withheld[paper] for paper in facts.public.papers if paper in withheld]
    if leaking:
        yield MeetingCheck(
            CheckId.PUBLIC_PACK,
            Severity.PROBLEM,
            f"{listed(leaking)} would stand in the public pack",
            "It is not for publication: do not send the pack out",
        )
    else:
        kept = f"{listed(withheld.values())} kept out" if withheld else ""
        yield _passed(CheckId.PUBLIC_PACK, "No exempt papers in the public pack", kept)


def _members(facts: MeetingFacts) -> Iterator[MeetingCheck]:
    """Two in the chair, or somebody who sits twice; the front sheet prints the members.

    Source: as ``membership_checks.membership_findings``.
    """
    for finding in membership_findings(facts.agenda.members):
        yield MeetingCheck(CheckId.MEMBERS, finding.severity, finding.message)


def _passed(check: CheckId, sentence: str, detail: str = "") -> MeetingCheck:
    return MeetingCheck(check, None, sentence, detail)


_CHECKS: tuple[Callable[[MeetingFacts], Iterator[MeetingCheck]], ...] = (
    _readiness,
    _notice,
    _named_private,
    _meeting_date,
    _private_order,
    _authors,
    _background_papers,
    # A line for each paper: what concerns the meeting would be far down behind them
    _accessibility,
    _page_numbers,
    _public_pack,
    _members,
)
