"""A set of budget proposals with what a document about it has to name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from scrutiny_app.domain.budget.proposal import BudgetProposal, ProposalSet
from scrutiny_app.domain.budget.totals import NOT_SAID, Grouping, grouped, names_of
from scrutiny_app.domain.errors import NotFound


@dataclass(frozen=True, slots=True)
class BudgetPaper:
    """A set, and the names of its council and committee.

    ``extract`` names the groups that it was cut down to, empty for all of it.
    """

    council: str
    committee: str
    whole: ProposalSet
    extract: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HolderPart:
    """The proposals of one portfolio holder; ``holder`` is empty where none is named."""

    holder: str
    proposals: tuple[BudgetProposal, ...]


def extract_of(paper: BudgetPaper, grouping: Grouping, names: Collection[str]) -> BudgetPaper:
    """Return a paper cut down to some groups: one service of many, one ward.

    The totals that the source prints are of more than that, and left out.

    Raises:
        NotFound: the set has no group of a name; the sentence tells which it has.

    Source: practice: members ask for budget papers that are specific to each committee.
    """
    wanted = {name.casefold(): name for name in names}
    known = [name for name, _ in grouped(paper.whole.proposals, grouping)]
    lacking = [name for key, name in wanted.items() if key not in map(str.casefold, known)]
    if lacking:
        raise NotFound(
            f'No proposal is for "{lacking[0]}". There are proposals for: {"; ".join(known)}.'
        )
    kept = tuple(
        one
        for one in paper.whole.proposals
        if any(name.casefold() in wanted for name in names_of(one, grouping))
    )
    whole = replace(paper.whole, proposals=kept, printed_totals=())
    return replace(paper, whole=whole, extract=tuple(wanted.values()))


def parts_of_holders(whole: ProposalSet) -> tuple[HolderPart, ...]:
    """Return a set by portfolio holder, in printed order; those without one together.

    Source: practice: one feedback letter for each portfolio holder.
    """
    return tuple(
        HolderPart("" if name == NOT_SAID else name, proposals)
        for name, proposals in grouped(whole.proposals, Grouping.PORTFOLIO_HOLDER)
    )
