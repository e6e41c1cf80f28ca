"""Check the notice of a meeting: its clear days, and every item that is not yet in order."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.notice import NoticeClock
from scrutiny_app.domain.publication import (
    ItemPublication,
    NoticeGiven,
    publication_findings,
    publication_of,
)
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.notice_given import clock_of, notice_of


@dataclass(frozen=True, slots=True)
class CheckedNotice:
    """How the notice of a meeting and of each of its items stands."""

    agenda: Agenda
    clock: NoticeClock
    notice: NoticeGiven
    items: tuple[ItemPublication, ...]
    findings: tuple[Finding, ...]


def check_notice(desk: Desk, meeting: str) -> CheckedNotice:
    """Return how the notice of the meeting with this id or date stands now.

    Raises:
        NotFound: there is no such meeting.
    """
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
    now = desk.clock()
    notice = notice_of(agenda, now)
    items = tuple(publication_of(one, notice) for one in agenda.numbered)
    findings = publication_findings(agenda, notice)
    return CheckedNotice(agenda, clock_of(agenda, now), notice, items, findings)
