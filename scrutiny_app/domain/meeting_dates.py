"""A year's meetings from a rule, each day looked at for holidays and clashes."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeAlias

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.wording import MONTHS, WEEKDAYS, clock_time, listed, long_date
from scrutiny_app.domain.working_calendar import WorkingCalendar

LAST = -1
# How long meetings are taken to last, and the least days between two of one committee; ours
USUAL_LENGTH = timedelta(hours=2, minutes=30)
LEAST_GAP = 14
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}


@dataclass(frozen=True, slots=True)
class MonthlyRule:
    """A weekday (0 for Monday) of every month: the ``nth`` (1 to 4), or the ``LAST``.

    ``without`` are months (1 to 12) in which there is no meeting.
    """

    weekday: int
    nth: int
    without: frozenset[int] = frozenset()

    def __str__(self) -> str:
        """Say it as officers do: "the last Thursday of each month but August and December"."""
        but = [MONTHS[month - 1] for month in sorted(self.without)]
        said = f"the {_ORDINALS[self.nth]} {WEEKDAYS[self.weekday]} of each month"
        return f"{said} but {listed(but)}" if but else said


@dataclass(frozen=True, slots=True)
class WeeklyRule:
    """Every so many weeks, counted from a day on which there is a meeting."""

    starts_on: date
    every: int

    def __str__(self) -> str:
        """Say it as officers do: "every 6 weeks on a Thursday"."""
        weeks = "week" if self.every == 1 else f"{self.every} weeks"
        return f"every {weeks} on a {WEEKDAYS[self.starts_on.weekday()]}"


@dataclass(frozen=True, slots=True)
class ChosenDays:
    """Days that were written down one by one."""

    days: tuple[date, ...]


DateRule: TypeAlias = MonthlyRule | WeeklyRule | ChosenDays


class DateTrouble(StrEnum):
    """What may speak against a day."""

    CLOSED = "the offices are closed"
    SAME_COMMITTEE = "the committee meets already"
    SAME_TIME = "another committee meets then"
    SAME_MEMBERS = "members sit on both"
    TOO_CLOSE = "too close to another meeting"


@dataclass(frozen=True, slots=True)
class OtherMeeting:
    """A meeting that is planned already; ``members`` are the full names of who sits there."""

    committee: str
    held_on: date
    starts_at: time
    members: frozenset[str] = frozenset()
    own: bool = False


@dataclass(frozen=True, slots=True)
class DateFinding:
    """One thing that speaks against a day, in a sentence."""

    trouble: DateTrouble
    sentence: str


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """A day that a rule gives. ``instead`` is the next working day where it is none itself."""

    day: date
    findings: tuple[DateFinding, ...] = ()
    instead: date | None = None

    @property
    def clear(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.findings


def days_by_rule(rule: DateRule, first: date, last: date) -> tuple[date, ...]:
    """Return the days that a rule gives from one day to another, both included.

    Raises:
        WrongInput: the rule cannot be, or the last day is before the first.
    """
    if last < first:
        raise WrongInput("The last day is before the first. Correct one of the two.")
    match rule:
        case MonthlyRule():
            _refuse_odd(rule)
            days = _monthly(rule, first, last)
        case WeeklyRule():
            if rule.every < 1:
                raise WrongInput("Meetings can be every week or every so many weeks, from 1.")
            days = _weekly(rule, first, last)
        case ChosenDays():
            days = iter(sorted(set(rule.days)))
    return tuple(day for day in days if first <= day <= last)


def review_dates(
    days: Sequence[date],
    starts_at: time,
    calendar_of: WorkingCalendar,
    others: Collection[OtherMeeting] = (),
    *,
    members: frozenset[str] = frozenset(),
    least_gap: int = LEAST_GAP,
) -> tuple[ProposedDate, ...]:
    """Return every day with what speaks against it; the officer decides.

    ``others`` are the meetings planned already, the committee's own among them; ``members`` are
    the full names of the committee's. ``least_gap`` are the least days between two meetings.

    Source: practice; meetings are taken to last two and a half hours.
    """
    proposals = []
    for place, day in enumerate(days):
        beside = [*days[max(0, place - 1) : place]]
        findings = (
            *_closed(day, calendar_of),
            *_clashes(day, starts_at, others, members),
            *_too_close(day, beside, others, least_gap),
        )
        open_day = calendar_of.is_working(day)
        instead = None if open_day else calendar_of.working_day_from(day)
        proposals.append(ProposedDate(day, findings, instead))
    return tuple(proposals)


def _refuse_odd(rule: MonthlyRule) -> None:
    if rule.nth not in _ORDINALS or rule.weekday not in range(len(WEEKDAYS)):
        raise WrongInput(
            "A monthly rule names a weekday and which one of the month: the first to the fourth, "
            "or the last."
        )
    if rule.without >= set(range(1, len(MONTHS) + 1)):
        raise WrongInput("Every month is left out, so there is no day. Leave fewer months out.")


def _monthly(rule: MonthlyRule, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        for month in range(1, len(MONTHS) + 1):
            if month not in rule.without:
                yield _nth_weekday(year, month, rule)


def _nth_weekday(year: int, month: int, rule: MonthlyRule) -> date:
    days = [
        day
        for day in range(1, calendar.monthrange(year, month)[1] + 1)
        if date(year, month, day).weekday() == rule.weekday
    ]
    return date(year, month, days[LAST if rule.nth == LAST else rule.nth - 1])


def _weekly(rule: WeeklyRule, first: date, last: date) -> Iterator[date]:
    step = timedelta(weeks=rule.every)
    behind = max(0, (first - rule.starts_on).days)
    day = rule.starts_on + step * (behind // step.days)
    while day <= last:
        yield day
        day += step


def _closed(day: date, calendar_of: WorkingCalendar) -> Iterator[DateFinding]:
    reason = calendar_of.day_off(day)
    if reason:
        yield DateFinding(DateTrouble.CLOSED, f"{long_date(day)}: {reason}.")


def _clashes(
    day: date, starts_at: time, others: Iterable[OtherMeeting], members: frozenset[str]
) -> Iterator[DateFinding]:
    for other in others:
        if other.held_on != day:
            continue
        when = f"{other.committee} meets on {long_date(day)} at {clock_time(other.starts_at)}"
        if other.own:
            yield DateFinding(DateTrouble.SAME_COMMITTEE, f"{when} already.")
        elif _overlap(starts_at, other.starts_at):
            shared = sorted(members & other.members)
            if shared:
                yield DateFinding(
                    DateTrouble.SAME_MEMBERS, f"{when}, and these sit on both: {listed(shared)}."
                )
            else:
                yield DateFinding(DateTrouble.SAME_TIME, f"{when}.")


def _overlap(one: time, other: time) -> bool:
    day = date.min
    apart = datetime.combine(day, one) - datetime.combine(day, other)
    return abs(apart) < USUAL_LENGTH


def _too_close(
    day: date, before: Iterable[date], others: Iterable[OtherMeeting], least_gap: int
) -> Iterator[DateFinding]:
    own = (other.held_on for other in others if other.own and other.held_on != day)
    near = sorted(
        {one for one in (*before, *own) if abs((day - one).days) < least_gap},
        key=lambda one: abs((day - one).days),
    )
    if near:
        apart = abs((day - near[0]).days)
        days = "1 day" if apart == 1 else f"{apart} days"
        yield DateFinding(
            DateTrouble.TOO_CLOSE,
            f"{long_date(day)} is {days} from the meeting on {long_date(near[0])}.",
        )
