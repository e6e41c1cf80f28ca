"""Questions that budget proposals raise, for members to choose from and make their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_app.domain.budget.finding import BudgetFinding
from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.budget.rules import BudgetRules


@dataclass(frozen=True, slots=True)
class ProposalQuestions:
    """What one proposal raises: what was noticed, and what to ask."""

    proposal: BudgetProposal
    noticed: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionsSheet:
    """The questions of a whole set; ``noticed`` is what the set as a whole shows."""

    whole: ProposalSet
    questions: tuple[str, ...]
    noticed: tuple[str, ...]
    proposals: tuple[ProposalQuestions, ...]


def questions_for(
    whole: ProposalSet, findings: Sequence[BudgetFinding], rules: BudgetRules
) -> QuestionsSheet:
    """Return the questions that a set's findings lead to; those set aside lead to none.

    The proposals with the most money come first.

    Source: domain notes 6.5: probe, but not line by line; members' own questions come first.
    """
    live = [one for one in findings if not one.waived]
    sheets = []
    for proposal in sorted(whole.proposals, key=lambda one: -abs(one.stated)):
        own = [one for one in live if one.reference == proposal.reference]
        prompts = tuple(
            dict.fromkeys(
                rules.prompts[one.check.id] for one in own if one.check.id in rules.prompts
            )
        )
        if prompts:
            noticed = tuple(one.message for one in own if one.check.id in rules.prompts)
            sheets.append(ProposalQuestions(proposal, noticed, prompts))
    return QuestionsSheet(
        whole,
        rules.questions,
        tuple(one.message for one in live if not one.reference),
        tuple(sheets),
    )
