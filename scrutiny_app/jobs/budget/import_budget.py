"""Import a budget paper into a workspace: read in the child, then recorded as one step."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.budget.importing import ProposalPreview, refuse_unsound
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.domain.financial_year import read_financial_year
from scrutiny_app.jobs.budget.preview_budget import preview_budget
from scrutiny_app.jobs.budget.record_budget import record_budget
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.settle_committee import settle_committee


@dataclass(frozen=True, slots=True)
class BudgetTarget:
    """Whose proposals they are: a committee by name, the budget's year, the paper's version."""

    committee: str
    year: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class ImportedBudget:
    """What an import brought."""

    preview: ProposalPreview
    whole: ProposalSet
    created: bool


def import_budget(
    desk: Desk, file: Path, target: BudgetTarget, choices: ImportChoices | None = None
) -> ImportedBudget:
    """Import a budget paper; all of it, or nothing with every reason why.

    Raises:
        NotFound: there is no such file.
        PaperRefused: it cannot be read.
        WrongInput: its rows have errors, or the year or the committee cannot be.
    """
    year = read_financial_year(target.year)
    read = preview_budget(file, choices)
    # Before a committee is made for its sake
    refuse_unsound(read.preview, year)
    with desk.edit() as store:
        committee = settle_committee(store, target.committee)
        recorded = record_budget(store, read, committee, year, version=target.version)
    return ImportedBudget(read.preview, recorded.whole, recorded.created)
