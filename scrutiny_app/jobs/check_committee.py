"""Check who sits on a committee: more than one in the chair, somebody who sits twice."""

from __future__ import annotations

from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.membership_checks import membership_findings
from scrutiny_app.store.store import Store


def check_committee(store: Store, committee: CommitteeId) -> tuple[Finding, ...]:
    """Return what is odd in a committee's seats, past and to come, a sentence each."""
    return membership_findings(store.memberships.ever(committee))
