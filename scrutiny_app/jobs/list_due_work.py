"""List what waits for the officer: meetings to come, what is due for them, what is awaited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.deadlines import Deadline
from scrutiny_app.domain.exempt_register import RegisterEntry, Review
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId, ItemId, PaperId, ProgrammeId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.notice import NoticeClock, local_moment
from scrutiny_app.domain.programme.board import BoardCheck, BoardFinding
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.readiness import Readiness, Ready, item_readiness, paper_readiness
from scrutiny_app.jobs.list_deadlines import list_deadlines
from scrutiny_app.jobs.notice_given import clock_of
from scrutiny_app.jobs.programme.show_board import show_board
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.store.store import Store

# So far ahead meetings are looked at, and so many of them
_AHEAD = timedelta(days=120)
_MOST_MEETINGS = 5
# So long before the last day to publish a missing paper is told of
_PAPERS_AHEAD = timedelta(days=28)
# So long before its day a review of an exemption is told of
_REVIEW_AHEAD = timedelta(days=28)
_OVER = (Standing.MOVED, Standing.CANCELLED)


@dataclass(frozen=True, slots=True)
class Unready:
    """A paper or an item that is not ready; ``number`` is what the agenda shows ("4.1")."""

    number: str
    readiness: Readiness
    item: ItemId
    paper: PaperId | None = None


@dataclass(frozen=True, slots=True)
class DueMeeting:
    """A meeting to come, its notice, what is due for it and what is not ready."""

    agenda: Agenda
    notice: NoticeClock
    deadlines: tuple[Deadline, ...]
    unready: tuple[Unready, ...]


@dataclass(frozen=True, slots=True)
class AwaitedReturn:
    """Something that a committee asked for, and its newest work programme if it has one."""

    committee: str
    request: ReturnRequest
    programme: ProgrammeId | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeNote:
    """What a work programme's board shows beside what the committee waits for."""

    committee: str
    programme: ProgrammeId
    finding: BoardFinding


@dataclass(frozen=True, slots=True)
class DueWork:
    """What waits on a day, the most pressing first in each list."""

    today: date
    meetings: tuple[DueMeeting, ...]
    reviews: tuple[RegisterEntry, ...]
    returns: tuple[AwaitedReturn, ...]
    programme: tuple[ProgrammeNote, ...]


def list_due_work(store: Store, now: datetime, committee: CommitteeId | None = None) -> DueWork:
    """Return what waits at a moment (UTC), of one committee or, with no key, of all."""
    today = local_moment(now).date()
    chosen = None if committee is None else store.committees.get(committee)
    return DueWork(
        today,
        tuple(_meetings(store, now, committee)),
        tuple(
            one
            for one in sorted(store.papers.register(), key=_review_day)
            if _review_is_near(one, today) and (chosen is None or one.committee == chosen.name)
        ),
        tuple(sorted(_returns(store, committee), key=_return_day)),
        tuple(_programme_notes(store, today, committee)),
    )


def _meetings(store: Store, now: datetime, committee: CommitteeId | None) -> Iterator[DueMeeting]:
    today = local_moment(now).date()
    coming = [
        one
        for one in store.meetings.between(today, today + _AHEAD)
        if one.standing not in _OVER and committee in (None, one.committee)
    ]
    for meeting in coming[:_MOST_MEETINGS]:
        agenda = store.agendas.read(meeting.id)
        notice = clock_of(agenda, now)
        near = notice.publish_by <= today + _PAPERS_AHEAD
        yield DueMeeting(
            agenda,
            notice,
            list_deadlines(store, agenda, now),
            tuple(_unready(agenda)) if near else (),
        )


def _unready(agenda: Agenda) -> Iterator[Unready]:
    descriptions = exempt_descriptions(agenda.council.nation)
    for one in agenda.numbered:
        if not one.item.papers:
            readiness = item_readiness(one.item, descriptions)
            if readiness.state is not Ready.READY:
                yield Unready(str(one.number), readiness, one.item.id)
        for place, paper in enumerate(one.item.papers, start=1):
            readiness = paper_readiness(paper, descriptions)
            if readiness.state is not Ready.READY:
                yield Unready(f"{one.number}.{place}", readiness, one.item.id, paper.id)


def _review_is_near(entry: RegisterEntry, today: date) -> bool:
    state = entry.review(today)
    near = entry.review_on is not None and entry.review_on <= today + _REVIEW_AHEAD
    return state is Review.OVERDUE or (state is Review.AHEAD and near)


def _review_day(entry: RegisterEntry) -> date:
    return entry.review_on or date.max


def _returns(store: Store, committee: CommitteeId | None) -> Iterator[AwaitedReturn]:
    lines = sorted(store.programmes.list(), key=lambda line: line.municipal_year)
    newest = {line.committee_id: line.id for line in lines}
    for one in store.committees.list():
        if committee in (None, one.id):
            for request in store.return_requests.list(one.id, waiting=True):
                yield AwaitedReturn(one.name, request, newest.get(one.id))


def _return_day(one: AwaitedReturn) -> tuple[date, date]:
    return (one.request.due_by or date.max, one.request.asked_on)


def _programme_notes(
    store: Store, today: date, committee: CommitteeId | None
) -> Iterator[ProgrammeNote]:
    """Return what boards show; requests that wait are told by themselves."""
    for line in store.programmes.list():
        if committee not in (None, line.committee_id):
            continue
        programme, shown = show_board(store, line.id, today=today)
        for finding in shown.findings:
            ahead = finding.day is None or finding.day >= today
            request = finding.check is BoardCheck.OVERDUE and finding.item is None
            told = ahead or finding.severity is not Severity.NOTE
            if told and not request:
                yield ProgrammeNote(line.committee, programme.id, finding)
