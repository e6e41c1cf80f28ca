"""Read what a budget document needs from the workspace; ``draw_budget`` draws it without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.budget.paper import BudgetPaper, extract_of
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.budget.totals import Grouping
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.jobs.budget.budget_order import BudgetOrder, BudgetPrint
from scrutiny_app.jobs.budget.check_budget import check_budget
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Extract:
    """What a paper is cut down to: some services, wards or portfolios by name."""

    by: Grouping
    names: tuple[str, ...]


def lay_out_budget(
    store: Store,
    whole: ProposalSet,
    what: BudgetPrint,
    *,
    extract: Extract | None = None,
    earlier: ProposalSet | None = None,
    written_on: date | None = None,
) -> BudgetOrder:
    """Return the order for a document about a set, everything in it that drawing needs.

    A comparison is with ``earlier``, else with the version of the same year that came before.

    Raises:
        NotFound: the set's committee is gone, the extract names what is not there, or there is no
            version to compare with.
    """
    paper, style = _paper(store, whole)
    if extract is not None:
        paper = extract_of(paper, extract.by, extract.names)
    findings = check_budget(store, whole) if what is BudgetPrint.QUESTIONS else ()
    if what is BudgetPrint.COMPARISON and earlier is None:
        earlier = _version_before(store, whole)
    return BudgetOrder(what, paper, style, findings, earlier, written_on)


def _paper(store: Store, whole: ProposalSet) -> tuple[BudgetPaper, str]:
    committee = store.committees.get(whole.committee)
    council = store.councils.get(committee.host) if committee else None
    if committee is None or council is None:
        raise NotFound("The committee of these proposals is not in the workspace any more.")
    return BudgetPaper(council.name, committee.name, whole), council.house_style


def _version_before(store: Store, whole: ProposalSet) -> ProposalSet:
    keys = [one.id for one in store.proposal_sets.list(whole.committee, whole.year)]
    older = keys[: keys.index(whole.id)] if whole.id in keys else keys
    if not older:
        raise NotFound(
            f"There is no earlier version of the proposals for {whole.year.label} to compare with. "
            "Import it as a version of its own."
        )
    return store.proposal_sets.read(older[-1])
