"""Load the sample council's budget proposals: those of this year's paper and of the year before."""

from __future__ import annotations

from scrutiny_app.jobs.budget.import_budget import BudgetTarget, import_budget
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.resource_files import resource

_COMMITTEE = "Children and Families Scrutiny Committee"
# The file, its year, and which version of the year's proposals it is
_PAPERS = (("2026-27.csv", "2026/27", "Agreed"), ("2027-28.csv", "2027/28", "Consultation"))


def load_sample_budget(desk: Desk) -> None:
    """Import the sample's proposals; those that are there already are brought up to date.

    Raises:
        NotFound: the sample's meeting was not loaded before.
    """
    for name, year, version in _PAPERS:
        file = resource("sample", "budget", name)
        import_budget(desk, file, BudgetTarget(_COMMITTEE, year, version))
