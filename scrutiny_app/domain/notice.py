"""Notice of a meeting: clear days, the last day to publish, and the clock that runs until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from scrutiny_app.domain.law import Rule
from scrutiny_app.domain.wording import clock_time, long_date
from scrutiny_app.domain.working_calendar import ONE_DAY, WorkingCalendar

# UK councils' clocks; Windows finds it in the tzdata package
LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule(Rule):
    """How many clear days' notice a meeting needs.

    ``cut_off`` is local time: what is published after it counts as published on the next working
    day. No law sets it; it is the hour at which offices usually close.
    """

    days: int
    cut_off: time


def counted_days(published: date, meeting: date, calendar: WorkingCalendar) -> tuple[date, ...]:
    """Return the working days that lie between publication and the meeting.

    Neither the day of publication nor the day of the meeting is among them.

    Source: R v Herefordshire Justices (1820) and R v Swansea CC ex p Elitestone (CA 1993).
    """
    return calendar.working_days(published + ONE_DAY, meeting - ONE_DAY)


def clear_days(published: date, meeting: date, calendar: WorkingCalendar) -> int:
    """Return how many clear days of notice a meeting has.

    Source: as ``counted_days``. Local Government Act 1972 s.243 is not used: its subsection (4)
    is limited to polls and s.89(1), and its Christmas and Easter breaks would leave out too much.
    """
    return len(counted_days(published, meeting, calendar))


def latest_publication(meeting: date, rule: NoticeRule, calendar: WorkingCalendar) -> date:
    """Return the last working day on which the agenda may still be published.

    Neither that day nor the day of the meeting counts; nor does any day that is not a working
    day. The day itself is one on which the offices are open, as the papers must be.

    Source: ``rule.source``, read from ``resources/law/notice-periods.toml``.
    """
    day = meeting
    for _ in range(rule.days):
        day = calendar.working_day_until(day - ONE_DAY)
    return calendar.working_day_until(day - ONE_DAY)


def local_moment(moment: datetime) -> datetime:
    """Return a moment as UK clocks showed it, in winter and in summer time.

    Raises:
        ValueError: the moment has no time zone, which is a bug of the caller.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment must say its time zone; the program keeps moments in UTC")
    return moment.astimezone(LONDON)


def day_published(moment: datetime, rule: NoticeRule, calendar: WorkingCalendar) -> date:
    """Return the working day on which something published at a moment counts as published.

    Source: none in statute. Papers must be open to inspection at the offices (Local Government
    Act 1972 s.100B(1)), so what comes out after ``rule.cut_off``, at a weekend or on a closed day
    counts from the next working day (our proposal; a council may set its own hour).
    """
    local = local_moment(moment)
    day = local.date()
    return calendar.working_day_from(day + ONE_DAY if local.time() > rule.cut_off else day)


def deadline(meeting: date, rule: NoticeRule, calendar: WorkingCalendar) -> datetime:
    """Return the last moment, in UTC, at which the agenda may still be published.

    Source: as ``latest_publication`` and, for the hour, ``day_published``.
    """
    day = latest_publication(meeting, rule, calendar)
    return datetime.combine(day, rule.cut_off, tzinfo=LONDON).astimezone(UTC)


class NoticeState(StrEnum):
    """How the notice of a meeting stands."""

    OPEN = "open"
    LAST_DAY = "last day"
    MISSED = "missed"
    GIVEN = "given"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class NoticeClock:
    """The notice of one meeting at one moment.

    ``clear_days`` are those given, or those there would be if the agenda came out now; ``needed``
    is how many the law asks for. ``working_days_left`` counts the working days from now until
    ``publish_by``, that day included; it is 0 once published or missed. ``deadline`` is UTC.
    """

    state: NoticeState
    clear_days: int
    needed: int
    publish_by: date
    deadline: datetime
    working_days_left: int

    @property
    def sentence(self) -> str:
        """How the notice stands, in a sentence for the officer."""
        local = local_moment(self.deadline)
        by = f"{clock_time(local.time())} on {long_date(self.publish_by)}"
        given = f"{_days(self.clear_days)} of the {self.needed} needed"
        return {
            NoticeState.OPEN: f"Publish by {by}; working days left: {self.working_days_left}.",
            NoticeState.LAST_DAY: f"Publish by {by}; it is the last working day for it.",
            NoticeState.MISSED: f"The last moment to publish was {by}. There are now {given}.",
            NoticeState.GIVEN: f"The agenda was published in time, with {_days(self.clear_days)}.",
            NoticeState.SHORT: f"The agenda was published after {by}, with {given}.",
        }[self.state]


def notice_clock(
    meeting: date,
    rule: NoticeRule,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    published_at: datetime | None = None,
) -> NoticeClock:
    """Return how the notice of a meeting stands at the moment ``now`` (UTC).

    Source: ``rule.source``.
    """
    publish_by = latest_publication(meeting, rule, calendar)
    moment = published_at or now
    # A meeting of long ago needs no calendar for today
    over = local_moment(moment).date() >= meeting
    counts_from = meeting if over else day_published(moment, rule, calendar)
    in_time = counts_from <= publish_by
    left = 0 if published_at else len(calendar.working_days(counts_from, publish_by))
    return NoticeClock(
        _state(in_time=in_time, published=published_at is not None, left=left),
        clear_days(counts_from, meeting, calendar),
        rule.days,
        publish_by,
        deadline(meeting, rule, calendar),
        left,
    )


def _state(*, in_time: bool, published: bool, left: int) -> NoticeState:
    if published:
        return NoticeState.GIVEN if in_time else NoticeState.SHORT
    if not in_time:
        return NoticeState.MISSED
    return NoticeState.LAST_DAY if left == 1 else NoticeState.OPEN


def _days(number: int) -> str:
    return "1 clear day" if number == 1 else f"{number} clear days"
