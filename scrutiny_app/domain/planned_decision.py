"""A decision of the forward plan becomes an item that looks at it before it is taken."""

from __future__ import annotations

from datetime import date, timedelta

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.programme import ProgrammeItem, ProgrammeKind, Suggester


def item_before(entry: PlanEntry, key: ProgrammeItemId, *, on: date) -> ProgrammeItem:
    """Return the suggested item that looks at a decision, wanted by the day before it.

    Source: pre-decision scrutiny as councils practise it, as ``scrutiny_before``.
    """
    return ProgrammeItem(
        id=key,
        title=entry.title,
        kind=ProgrammeKind.PRE_DECISION,
        wanted_by=None if entry.decision_on is None else entry.decision_on - timedelta(days=1),
        suggested_on=on,
        suggester=Suggester.FORWARD_PLAN,
        asked_for_in=entry.reference,
        lead_officer=entry.lead_officer,
        portfolio_holder=entry.portfolio_holder,
    )
