"""The order for a document about budget proposals: everything that drawing needs, no workspace."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from scrutiny_app.domain.budget.finding import BudgetFinding
from scrutiny_app.domain.budget.paper import BudgetPaper
from scrutiny_app.domain.budget.proposal import ProposalSet


class BudgetPrint(StrEnum):
    """What is drawn from a set of proposals."""

    SCHEDULE = "schedule"
    QUESTIONS = "questions"
    COMPARISON = "compare"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class BudgetOrder:
    """What to draw, and from what. ``findings`` lead to questions; ``earlier`` is compared with.

    ``style`` names the house style; ``written_on`` is the day of letters.
    """

    what: BudgetPrint
    paper: BudgetPaper
    style: str
    findings: tuple[BudgetFinding, ...] = ()
    earlier: ProposalSet | None = None
    written_on: date | None = None


@dataclass(frozen=True, slots=True)
class DrawnBudget:
    """The files that were written; ``pages`` is None where nobody but Word counts them."""

    files: tuple[Path, ...]
    pages: int | None = None
