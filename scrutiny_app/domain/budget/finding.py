"""What a check of budget proposals found, and what was said to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scrutiny_app.domain.budget.rules import CheckFacts
from scrutiny_app.domain.ids import ProposalSetId, WaiverId


class CheckSeverity(StrEnum):
    """How much a finding matters. Nothing is refused for it and no figure is put right."""

    ERROR = "error"  # the paper contradicts itself
    WARNING = "warn"  # members will want an answer
    NOTE = "info"  # worth knowing
    PROMPT = "prompt"  # a question that only people can answer

    @property
    def label(self) -> str:
        """How it is printed."""
        return _LABELS[self]


_LABELS = {
    CheckSeverity.ERROR: "Error",
    CheckSeverity.WARNING: "Warning",
    CheckSeverity.NOTE: "Note",
    CheckSeverity.PROMPT: "Question",
}


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's word that a finding is known and stands; ``reference`` "" is the whole set."""

    id: WaiverId
    proposal_set: ProposalSetId
    check: str
    reference: str
    reason: str


@dataclass(frozen=True, slots=True)
class BudgetFinding:
    """One finding. ``reference`` is the proposal's as printed, empty for the whole set.

    ``place`` is where the source prints it. ``waived`` is the reason why it was set aside.
    """

    check: CheckFacts
    severity: CheckSeverity
    message: str
    reference: str = ""
    place: str = ""
    waived: str = ""


def with_waivers(
    findings: Iterable[BudgetFinding], waivers: Sequence[Waiver]
) -> tuple[BudgetFinding, ...]:
    """Return findings with the reasons why some were set aside; none is left out.

    Source: domain notes 14: a waiver has its reason.
    """
    reasons = {(one.check, one.reference): one.reason for one in waivers}
    return tuple(
        replace(one, waived=reasons.get((one.check.id, one.reference), "")) for one in findings
    )
