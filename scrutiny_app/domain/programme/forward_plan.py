"""The executive's forward plan: what will be decided, and whether scrutiny can look at it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId, CouncilId, PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.law import Rule
from scrutiny_app.domain.wording import DAY_DATE, long_date
from scrutiny_app.domain.working_calendar import WorkingCalendar


class DayBasis(StrEnum):
    """Which days count."""

    CALENDAR = "calendar"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDecisionRule(Rule):
    """How long before a key decision its notice must be public. Unit: clear days."""

    days: int
    basis: DayBasis


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """One decision the executive means to take.

    ``decision_on`` is the day, or the first day of a ``period`` told in words; None when neither
    is known. ``notice_on`` is the day its notice was published. ``private``: part of it will be
    decided in private. ``committee`` is the one whose remit it is in, None while nobody has said.
    ``item`` is the programme item that looks at it first.
    """

    id: PlanEntryId
    council: CouncilId
    title: str
    reference: str = ""
    decision_maker: str = ""
    decision_on: date | None = None
    period: str = ""
    key: bool = False
    private: bool = False
    notice_on: date | None = None
    portfolio_holder: str = ""
    lead_officer: str = ""
    documents: tuple[str, ...] = ()
    committee: CommitteeId | None = None
    item: ProgrammeItemId | None = None


class PlanCheck(StrEnum):
    """What a forward plan is looked through for."""

    NOTICE = "notice"
    SCRUTINY = "scrutiny before the decision"


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """One thing to know of an entry."""

    entry: PlanEntryId
    check: PlanCheck
    severity: Severity
    message: str


def clear_days_of_notice(
    notice_on: date, decision_on: date, rule: KeyDecisionRule, calendar: WorkingCalendar
) -> int:
    """Return how many clear days lie between notice and decision, both left out.

    Source: ``rule.source``; the counting of clear days as in ``notice.py``.
    """
    days = (decision_on - notice_on).days
    between = (notice_on + timedelta(days=one) for one in range(1, days))
    return sum(rule.basis is DayBasis.CALENDAR or calendar.is_working(day) for day in between)


def latest_notice(decision_on: date, rule: KeyDecisionRule, calendar: WorkingCalendar) -> date:
    """Return the last day on which the notice of a key decision may still be published.

    A decision of 19 December 2023 needs its notice by 20 November, counted in calendar days.

    Source: ``rule.source``, read from ``resources/law/key-decisions.toml``.
    """
    day = decision_on - timedelta(days=1)
    while clear_days_of_notice(day, decision_on, rule, calendar) < rule.days:
        day -= timedelta(days=1)
    return day


def scrutiny_before(
    entry: PlanEntry, meetings: Mapping[CommitteeId, Sequence[date]], *, today: date
) -> date | None:
    """Return the last meeting from today that comes before a decision; None when none does.

    Of the committee whose remit it is in, or of any while that is not said.

    Source: pre-decision scrutiny as councils practise it; statutory guidance encourages it.
    """
    if entry.decision_on is None:
        return None
    committees = meetings if entry.committee is None else (entry.committee,)
    days = (day for one in committees for day in meetings.get(one, ()))
    return max((day for day in days if today <= day < entry.decision_on), default=None)


def plan_findings(
    entries: Iterable[PlanEntry],
    meetings: Mapping[CommitteeId, Sequence[date]],
    rule: KeyDecisionRule,
    calendar: WorkingCalendar,
    *,
    today: date,
) -> tuple[PlanFinding, ...]:
    """Return what to know of decisions to come: short notice, and no meeting before them.

    Source: ``rule.source`` for notice; the rest as ``scrutiny_before``.
    """
    return tuple(
        finding
        for entry in entries
        if entry.decision_on is None or entry.decision_on >= today
        for finding in (
            *_notice(entry, rule, calendar),
            *_looked_at(entry, scrutiny_before(entry, meetings, today=today)),
        )
    )


def _notice(
    entry: PlanEntry, rule: KeyDecisionRule, calendar: WorkingCalendar
) -> Iterator[PlanFinding]:
    if not entry.key or entry.decision_on is None:
        return
    latest = long_date(latest_notice(entry.decision_on, rule, calendar), DAY_DATE)
    if entry.notice_on is None:
        yield PlanFinding(
            entry.id,
            PlanCheck.NOTICE,
            Severity.NOTE,
            f'"{entry.title}" is a key decision: its notice has to be public by {latest} '
            f"({rule.days} clear days, counted in {rule.basis} days).",
        )
        return
    given = clear_days_of_notice(entry.notice_on, entry.decision_on, rule, calendar)
    if given < rule.days:
        yield PlanFinding(
            entry.id,
            PlanCheck.NOTICE,
            Severity.WARNING,
            f'"{entry.title}" has {given} clear days of notice and a key decision usually needs '
            f"{rule.days}: it had to be public by {latest}. Ask whether general exception or "
            "special urgency was used.",
        )


def _looked_at(entry: PlanEntry, meeting: date | None) -> Iterator[PlanFinding]:
    if entry.decision_on is None:
        yield PlanFinding(
            entry.id,
            PlanCheck.SCRUTINY,
            Severity.NOTE,
            f'"{entry.title}" has no day of decision yet, so it cannot be set against meetings.',
        )
    elif meeting is None:
        yield PlanFinding(
            entry.id,
            PlanCheck.SCRUTINY,
            Severity.WARNING,
            f'"{entry.title}" will be decided on {long_date(entry.decision_on, DAY_DATE)} and no '
            "scrutiny meeting comes before it. Ask for a briefing, or call a meeting.",
        )
    elif entry.item is None:
        yield PlanFinding(
            entry.id,
            PlanCheck.SCRUTINY,
            Severity.NOTE,
            f'"{entry.title}" is in no work programme. The last meeting before its decision is on '
            f"{long_date(meeting, DAY_DATE)}.",
        )
