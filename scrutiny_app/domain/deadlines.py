"""What is due before a meeting, planned back from its day, and how each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.notice import LONDON, NoticeRule, latest_publication
from scrutiny_app.domain.wording import listed
from scrutiny_app.domain.working_calendar import WorkingCalendar

_ONE_DAY = timedelta(days=1)


class DeadlineKind(StrEnum):
    """What is due, in the order of the days."""

    DRAFT_REPORTS = "draft reports"
    BRIEFING = "chair's briefing"
    FINAL_REPORTS = "final reports"
    PUBLISH = "publish"
    MEETING = "meeting"


class DeadlineState(StrEnum):
    """How something that is due stands."""

    DONE = "done"
    PAST = "past"  # its day is over, and nothing on record says whether it was done
    NEXT = "next"
    AHEAD = "ahead"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing due: ``due`` is its last day, ``awaited`` says what is still to come for it."""

    kind: DeadlineKind
    due: date
    state: DeadlineState
    awaited: str = ""


def deadlines_of(
    agenda: Agenda,
    days_before: Mapping[DeadlineKind, int],
    rule: NoticeRule,
    calendar: WorkingCalendar,
    *,
    now: datetime,
) -> tuple[Deadline, ...]:
    """Return what is due before a meeting and the meeting itself, the first day first.

    ``days_before`` are working days before the last day to publish. That is the law's, or earlier
    by the committee's ``extra_notice``. ``now`` is UTC.

    Source: practice of councils' forward plans and report timetables; ``rule.source`` for the
    last day to publish.
    """
    publish = publish_day(agenda, rule, calendar)
    days = {
        kind: working_days_before(publish, before, calendar) for kind, before in days_before.items()
    }
    days |= {DeadlineKind.PUBLISH: publish, DeadlineKind.MEETING: agenda.meeting.held_on}
    order = sorted(days, key=lambda kind: (days[kind], tuple(DeadlineKind).index(kind)))
    return tuple(_stated(agenda, [(kind, days[kind]) for kind in order], now))


def publish_day(agenda: Agenda, rule: NoticeRule, calendar: WorkingCalendar) -> date:
    """Return the day on which the agenda is planned to go out.

    Source: ``rule.source``; the council's own days come on top, from its constitution.
    """
    last = latest_publication(agenda.meeting.held_on, rule, calendar)
    return working_days_before(last, agenda.committee.extra_notice, calendar)


def working_days_before(day: date, days: int, calendar: WorkingCalendar) -> date:
    """Return the working day that lies so many working days before another."""
    found = calendar.working_day_until(day)
    for _ in range(days):
        found = calendar.working_day_until(found - _ONE_DAY)
    return found


def _stated(
    agenda: Agenda, due: Sequence[tuple[DeadlineKind, date]], now: datetime
) -> Iterator[Deadline]:
    today = now.astimezone(LONDON).date()
    next_found = False
    for kind, day in due:
        awaited = _awaited(agenda, kind)
        state = _state(agenda, kind, day, today, awaited=awaited)
        if state is DeadlineState.AHEAD and not next_found:
            state, next_found = DeadlineState.NEXT, True
        late = state in (DeadlineState.OVERDUE, DeadlineState.NEXT)
        yield Deadline(kind, day, state, awaited if late else "")


def _state(
    agenda: Agenda, kind: DeadlineKind, day: date, today: date, *, awaited: str
) -> DeadlineState:
    past = day < today
    if kind is DeadlineKind.PUBLISH:
        if agenda.meeting.published_at:
            return DeadlineState.DONE
        return DeadlineState.OVERDUE if past else DeadlineState.AHEAD
    if kind in (DeadlineKind.DRAFT_REPORTS, DeadlineKind.FINAL_REPORTS):
        if not awaited and any(item.papers for item in agenda.items):
            return DeadlineState.DONE
        return DeadlineState.OVERDUE if past and awaited else _by_day(past=past)
    return _by_day(past=past)


def _by_day(*, past: bool) -> DeadlineState:
    return DeadlineState.PAST if past else DeadlineState.AHEAD


def _awaited(agenda: Agenda, kind: DeadlineKind) -> str:
    """Name the papers that a deadline waits for, by the numbers the agenda tree shows."""
    if kind not in (DeadlineKind.DRAFT_REPORTS, DeadlineKind.FINAL_REPORTS):
        return ""
    final = kind is DeadlineKind.FINAL_REPORTS
    waiting = [
        f"{one.number}.{place}"
        for one in agenda.numbered
        for place, paper in enumerate(one.item.papers, start=1)
        if paper.version is None or (final and paper.draft)
    ]
    return f"{listed(waiting)} still awaited" if waiting else ""
