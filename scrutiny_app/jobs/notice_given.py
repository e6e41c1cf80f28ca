"""The notice that a meeting has of what comes out at a moment."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.issue import NoticeRecord
from scrutiny_app.domain.notice import NoticeClock, local_moment, notice_clock
from scrutiny_app.domain.wording import long_date
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.notice_periods import notice_rule


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
