"""The notice that a meeting has of what comes out at a moment."""

from __future__ import annotations

from datetime import date, datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.issue import NoticeRecord
from scrutiny_app.domain.notice import (
    NoticeClock,
    NoticeRule,
    day_published,
    local_moment,
    notice_clock,
)
from scrutiny_app.domain.publication import NoticeGiven, notice_given
from scrutiny_app.domain.wording import long_date
from scrutiny_app.domain.working_calendar import WorkingCalendar
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.notice_periods import notice_rule


def notice_at(agenda: Agenda, at: datetime) -> NoticeClock:
    """Return the notice that a meeting has of what is published at a moment (UTC)."""
    rule, calendar = _law(agenda, {local_moment(at).year})
    return notice_clock(agenda.meeting.held_on, rule, calendar, now=at, published_at=at)


def clock_of(agenda: Agenda, now: datetime) -> NoticeClock:
    """Return how the notice of a meeting stands now (UTC), published or not."""
    meeting = agenda.meeting
    rule, calendar = _law(agenda, {local_moment(meeting.published_at or now).year})
    return notice_clock(meeting.held_on, rule, calendar, now=now, published_at=meeting.published_at)


def notice_of(agenda: Agenda, now: datetime) -> NoticeGiven:
    """Return the notice of a meeting, as published or as if it came out now (UTC)."""
    meeting = agenda.meeting
    rule, calendar = _law(agenda, {local_moment(meeting.published_at or now).year})
    return notice_given(meeting, rule, calendar, now=now)


def public_day(agenda: Agenda, at: datetime) -> date:
    """Return the day on which what comes out at a moment (UTC) counts as published.

    Of what comes out after the meeting it is the day itself: no notice is counted from it.
    """
    day = local_moment(at).date()
    if day >= agenda.meeting.held_on:
        return day
    rule, calendar = _law(agenda, {day.year, day.year + 1})
    return day_published(at, rule, calendar)


def notice_sentence(notice: NoticeRecord) -> str:
    """Return what was needed, the latest day, and how many clear days there are."""
    days = "1 clear day" if notice.clear_days == 1 else f"{notice.clear_days} clear days"
    return (
        f"{notice.needed} clear days are needed, so the last day to publish is "
        f"{long_date(notice.latest_day)}; published now, the agenda has {days}."
    )


def _law(agenda: Agenda, years: set[int]) -> tuple[NoticeRule, WorkingCalendar]:
    """Return the rule for a meeting, and the working days of its year and of others."""
    council, held_on = agenda.council, agenda.meeting.held_on
    calendar = working_calendar(council.nation, {held_on.year, *years}, council.closed_days)
    return notice_rule(council.nation, held_on), calendar
