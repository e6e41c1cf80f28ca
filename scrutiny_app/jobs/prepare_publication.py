"""Prepare a publication: read what it would mean, and refuse what may not be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.errors import NoticeTooShort, WrongInput
from scrutiny_app.domain.issue import NoticeRecord
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.notice import local_moment
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.notice_given import notice_at, notice_sentence
from scrutiny_app.jobs.publication_order import NO_REASONS, LateReasons, Prospect
from scrutiny_app.store.store import Store


def prepare_publication(
    store: Store, meeting: str, *, at: datetime, reasons: LateReasons = NO_REASONS
) -> Prospect:
    """Return what publishing the agenda at a moment (UTC) would mean.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: its agenda is published already.
        NoticeTooShort: notice is short and no reason is given.
    """
    agenda = store.agendas.read(store.meetings.find(meeting))
    _refuse_published(agenda.meeting)
    clock = notice_at(agenda, at)
    notice = NoticeRecord(
        clock.clear_days,
        clock.needed,
        clock.publish_by,
        reasons.urgency.strip(),
        reasons.chair_agreed_on,
        reasons.short_notice.strip(),
    )
    if notice.short and not reasons.given:
        raise NoticeTooShort(
            f"{notice_sentence(notice)} Say why it goes out all the same: the special "
            "circumstances that make it urgent, or why the meeting was called at short notice "
            "(Local Government Act 1972 s.100B(3), (4))."
        )
    return Prospect(agenda, at, notice, reasons, tuple(_reminders(agenda, notice)))


def _refuse_published(meeting: Meeting) -> None:
    if meeting.standing is Standing.PUBLISHED and meeting.published_at:
        day = long_date(local_moment(meeting.published_at).date())
        raise WrongInput(
            f"This agenda was published on {day}, and an agenda is published once. Take in what "
            "has come since, then issue it as a supplement."
        )


def _reminders(agenda: Agenda, notice: NoticeRecord) -> Iterator[str]:
    for one in agenda.numbered:
        for paper in one.item.papers:
            if paper.version is None:
                yield (
                    f'Item {one.number}: "{paper.title}" is to follow. Load it when it comes and '
                    "issue it in a supplement."
                )
    if notice.short and notice.urgency and notice.chair_agreed_on is None:
        yield (
            "Ask the chair whether the items should be considered as a matter of urgency, and have "
            "the day noted: the reason must stand in the minutes (Local Government Act 1972 "
            "s.100B(4)(b))."
        )
