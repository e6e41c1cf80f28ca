"""Set the executive's forward plan against the meetings of scrutiny committees."""

from __future__ import annotations

from datetime import date

from scrutiny_app.domain.committee import Council
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting import Standing
from scrutiny_app.domain.programme.forward_plan import PlanEntry, PlanFinding, plan_findings
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.key_decisions import key_decision_rule
from scrutiny_app.store.store import Store

_NOT_HELD = (Standing.CANCELLED, Standing.MOVED)


def check_forward_plan(
    store: Store, council: Council, *, today: date
) -> tuple[tuple[PlanEntry, ...], tuple[PlanFinding, ...]]:
    """Return the decisions from today on, and what to know of them.

    Meetings are those in the workspace and those of the work programmes.

    Raises:
        NotFound: the rulebook has no rule for the council's nation.
    """
    entries = store.plan_entries.list(council.id, since=today)
    rule = key_decision_rule(council.nation, today)
    calendar = working_calendar(
        council.nation, range(today.year - 1, today.year + 3), council.closed_days
    )
    return entries, plan_findings(entries, _meetings(store, council), rule, calendar, today=today)


def _meetings(store: Store, council: Council) -> dict[CommitteeId, tuple[date, ...]]:
    days: dict[CommitteeId, set[date]] = {
        committee.id: {
            meeting.held_on
            for meeting in store.meetings.of(committee.id)
            if meeting.standing not in _NOT_HELD
        }
        for committee in store.committees.list()
        if committee.host == council.id
    }
    for line in store.programmes.list():
        if line.committee_id in days:
            days[line.committee_id].update(store.programmes.days(line.id))
    return {committee: tuple(sorted(found)) for committee, found in days.items()}
