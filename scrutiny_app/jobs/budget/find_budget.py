"""Find the budget proposals that are meant: the newest, of one committee, year or version."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.budget.effect import ProposalSetLine
from scrutiny_app.domain.budget.proposal import ProposalSet
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.financial_year import read_financial_year
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class WantedBudget:
    """Which proposals are meant; what is empty does not matter. ``year`` is as 2024/25."""

    committee: str = ""
    year: str = ""
    version: str = ""


def find_budget(store: Store, wanted: WantedBudget) -> ProposalSet:
    """Return the proposals that are meant: of several, those of the newest year that came last.

    Raises:
        NotFound: there are none.
        WrongInput: several committees have some, and none was named; or the year is none.
    """
    year = read_financial_year(wanted.year) if wanted.year else None
    lines = [one for one in store.proposal_sets.list(year=year) if _is_meant(one, wanted)]
    if not lines:
        raise NotFound(_nothing(store.proposal_sets.list()))
    committees = {one.committee_name for one in lines}
    if len(committees) > 1:
        raise WrongInput(
            f"There are proposals of {', '.join(sorted(committees))}. Say whose are meant."
        )
    return store.proposal_sets.read(lines[-1].id)


def _is_meant(line: ProposalSetLine, wanted: WantedBudget) -> bool:
    pairs = ((wanted.committee, line.committee_name), (wanted.version, line.version))
    return all(not said or said.casefold() == held.casefold() for said, held in pairs)


def _nothing(lines: tuple[ProposalSetLine, ...]) -> str:
    if not lines:
        return (
            "There are no budget proposals in this workspace yet. Import a budget paper first: "
            "Word, Excel, OpenDocument, CSV or PDF."
        )
    held = "; ".join(f"{one.committee_name}, {one.label}" for one in lines)
    return f"There are no such budget proposals. There are: {held}."
