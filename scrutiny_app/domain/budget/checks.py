"""The checks B01 to B20 of budget proposals: what a member would want to know before the debate.

No check ever puts a figure right, and none stops anything.

Source: domain notes 6.4; each check's own source is told with its findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity, Waiver, with_waivers
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.row_checks import row_findings
from scrutiny_app.domain.budget.rules import BudgetRules
from scrutiny_app.domain.budget.set_checks import set_findings
from scrutiny_app.domain.wording import listed

_ORDER = tuple(CheckSeverity)


def check_proposals(
    whole: ProposalSet,
    rules: BudgetRules,
    *,
    earlier: Sequence[ProposalSet] = (),
    waivers: Sequence[Waiver] = (),
) -> tuple[BudgetFinding, ...]:
    """Return what all checks find in a set, by check and in printed order.

    ``earlier`` are the sets of the years before, for what comes back.
    """
    found = [
        *row_findings(whole, rules),
        *set_findings(whole, rules),
        *_seen_before(whole, rules, earlier),
    ]
    found.sort(key=lambda one: one.check.id)
    return with_waivers(found, waivers)


def gravest_first(findings: Sequence[BudgetFinding]) -> tuple[BudgetFinding, ...]:
    """Return findings with errors before warnings, notes and questions."""
    return tuple(sorted(findings, key=lambda one: _ORDER.index(one.severity)))


def _seen_before(
    whole: ProposalSet, rules: BudgetRules, earlier: Sequence[ProposalSet]
) -> Iterator[BudgetFinding]:
    """Find proposals whose reference or title an earlier year has: was it delivered then?"""
    for proposal in whole.proposals:
        years = [
            one.label
            for one in earlier
            if any(
                set(old.references) & set(proposal.references)
                or old.title.casefold() == proposal.title.casefold()
                for old in one.proposals
            )
        ]
        if years:
            yield BudgetFinding(
                rules.checks["B19"],
                CheckSeverity.PROMPT,
                f'"{proposal.title}" stands in the proposals for {listed(years)} too. Ask what was '
                "delivered then.",
                proposal.reference,
                proposal.place,
            )
