"""Publish an agenda: from then on its titles and page numbers stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.issue import Issue, NoticeRecord, first_issue
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.notice import NoticeClock, local_moment, notice_clock
from scrutiny_app.domain.standing import publish_agenda as become_published
from scrutiny_app.domain.wording import long_date
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.lay_out_pack import lay_out_pack
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.notice_periods import notice_rule
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class LateReasons:
    """What the officer says of a publication that is short of notice; nothing is made up.

    ``urgency`` are the special circumstances; ``chair_agreed_on`` the day the chair agreed.
    ``short_notice`` says why the meeting was called late, ``convened_on`` when it was.

    Source: Local Government Act 1972 s.100B(3), (4).
    """

    urgency: str = ""
    chair_agreed_on: date | None = None
    short_notice: str = ""
    convened_on: date | None = None

    @property
    def given(self) -> bool:
        """Whether there is a reason."""
        return bool(self.urgency.strip() or self.short_notice.strip())


@dataclass(frozen=True, slots=True)
class Prospect:
    """What publishing would mean. ``at`` is UTC; ``reminders`` are sentences for the officer."""

    agenda: Agenda
    at: datetime
    notice: NoticeRecord
    reminders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedAgenda:
    """The issue as it stands from now on, and what the officer still has to see to."""

    issue: Issue
    reminders: tuple[str, ...]


NO_REASONS = LateReasons()


def look_ahead(
    desk: Desk, meeting: str, *, at: datetime | None = None, reasons: LateReasons = NO_REASONS
) -> Prospect:
    """Return what publishing the agenda at a moment (UTC; now if none) would mean.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: its agenda is published already, or notice is short and no reason is given.
    """
    with desk.read() as store:
        return _prospect(store, meeting, at or desk.clock(), reasons)


def publish_agenda(
    desk: Desk, meeting: str, *, at: datetime | None = None, reasons: LateReasons = NO_REASONS
) -> PublishedAgenda:
    """Fix the first issue of an agenda, published at a moment (UTC; now if none).

    It cannot be undone, nor can anything done before it.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: the agenda is published already, or notice is short and no reason is given.
        PackNotReady: there is nothing on the agenda.
    """
    with desk.edit() as store:
        prospect = _prospect(store, meeting, at or desk.clock(), reasons)
        agenda = replace(
            prospect.agenda,
            meeting=_published(prospect.agenda.meeting, prospect.at, reasons),
        )
        style = house_style(agenda.council.house_style)
        shown = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        everything = lay_out_pack(agenda, style, Edition.FULL).layout
        issue = first_issue(agenda, shown, everything, prospect.notice, prospect.at)
        day = long_date(agenda.meeting.held_on)
        with store.step(f"Publish {agenda.committee.name}, {day}", undoable=False):
            store.agendas.write(agenda)
            store.issues.add(issue)
    return PublishedAgenda(issue, prospect.reminders)


def notice_at(agenda: Agenda, at: datetime) -> NoticeClock:
    """Return the notice that a meeting has of what is published at a moment (UTC)."""
    held_on = agenda.meeting.held_on
    years = {held_on.year, local_moment(at).year}
    calendar = working_calendar(agenda.council.nation, years, agenda.council.closed_days)
    rule = notice_rule(agenda.council.nation, held_on)
    return notice_clock(held_on, rule, calendar, now=at, published_at=at)


def notice_sentence(notice: NoticeRecord) -> str:
    """Return what was needed, the latest day, and how many clear days there are."""
    days = "1 clear day" if notice.clear_days == 1 else f"{notice.clear_days} clear days"
    return (
        f"{notice.needed} clear days are needed, so the last day to publish is "
        f"{long_date(notice.latest_day)}; published now, the agenda has {days}."
    )


def _prospect(store: Store, meeting: str, at: datetime, reasons: LateReasons) -> Prospect:
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
        raise WrongInput(
            f"{notice_sentence(notice)} Say why it goes out all the same: give --urgency with the "
            "special circumstances, or --short-notice with the reason the meeting was called late "
            "(Local Government Act 1972 s.100B(3), (4))."
        )
    return Prospect(agenda, at, notice, tuple(_reminders(agenda, notice)))


def _refuse_published(meeting: Meeting) -> None:
    if meeting.standing is Standing.PUBLISHED and meeting.published_at:
        day = long_date(local_moment(meeting.published_at).date())
        raise WrongInput(
            f"This agenda was published on {day}, and an agenda is published once. Load what has "
            'come since, then issue it with "supplement".'
        )


def _published(meeting: Meeting, at: datetime, reasons: LateReasons) -> Meeting:
    return replace(
        become_published(meeting, at),
        short_notice_reason=reasons.short_notice.strip() or meeting.short_notice_reason,
        convened_on=reasons.convened_on or meeting.convened_on,
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
