"""Budget proposals as records: a set of them for one committee and one year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from scrutiny_app.domain.budget.figures import Amount, Posts
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, ProposalId, ProposalSetId

NO_POSTS = Posts(Decimal(0))


class OptionType(StrEnum):
    """What kind of change a proposal is; the source's own words are kept beside it.

    Source: domain notes 6.1, from a real council's papers; the last three are ours.
    """

    REDUCE_COSTS = "reduce_costs"
    MANAGE_DEMAND = "manage_demand"
    CHARGE_MORE = "charge_more"
    CEASE_STOP = "cease_stop"
    SAVING = "saving"  # a reduction of a kind that is not said
    GROWTH = "growth"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """How it is printed."""
        return _OPTION_LABELS[self]

    @property
    def saves(self) -> bool:
        """Whether it means to reduce net spending."""
        return self not in (OptionType.GROWTH, OptionType.UNSTATED)


_OPTION_LABELS = {
    OptionType.REDUCE_COSTS: "Reduce costs",
    OptionType.MANAGE_DEMAND: "Manage demand",
    OptionType.CHARGE_MORE: "Charge more",
    OptionType.CEASE_STOP: "Cease or stop",
    OptionType.SAVING: "Reduction",
    OptionType.GROWTH: "Growth",
    OptionType.UNSTATED: "Not stated",
}


class Consultation(StrEnum):
    """Whether the public is asked about a proposal before it is decided."""

    PUBLIC = "public"
    NON_PUBLIC = "non-public"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """How it is printed."""
        return {
            Consultation.PUBLIC: "Public consultation",
            Consultation.NON_PUBLIC: "No public consultation",
        }.get(self, "Consultation not stated")


class Rating(StrEnum):
    """How likely a proposal is to be delivered, by its owner's own rating."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    UNSTATED = "unstated"

    @property
    def label(self) -> str:
        """How it is printed; never by colour alone."""
        return "Not rated" if self is Rating.UNSTATED else self.value.capitalize()


@dataclass(frozen=True, slots=True)
class ProposalDetails:
    """What else is known of a proposal, as far as anybody wrote it down.

    ``eia`` is the reference of its equality impact assessment; ``delivered_by`` and
    ``consulted`` are days or spans of days in the source's words. ``feedback`` is what the
    committee says of it to the portfolio holder.
    """

    conditions: str = ""
    funding: str = ""
    eia: str = ""
    wards: tuple[str, ...] = ()
    client_groups: tuple[str, ...] = ()
    owner: str = ""
    portfolio_holder: str = ""
    rating: Rating = Rating.UNSTATED
    delivered_by: str = ""
    consulted: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class YearAmount:
    """What a proposal changes in one year against the year before."""

    year: FinancialYear
    amount: Amount


@dataclass(frozen=True, slots=True)
class BudgetProposal:
    """One proposal, which may carry several references.

    ``service`` and ``group`` are the headings it is printed under. ``cumulative`` is the total
    that the source states, None where it states none; it is never made from the years.
    ``place`` is where its row stands in the source.
    """

    id: ProposalId
    references: tuple[str, ...]
    title: str
    years: tuple[YearAmount, ...]
    cumulative: Amount | None = None
    posts: Posts = NO_POSTS
    narrative: str = ""
    service: str = ""
    group: str = ""
    consultation: Consultation = Consultation.UNSTATED
    option: OptionType = OptionType.UNSTATED
    option_text: str = ""
    department: str = ""
    details: ProposalDetails = ProposalDetails()
    place: str = ""

    @property
    def reference(self) -> str:
        """Its references as they are printed in one cell: "DP(A)-2444 DP(A)-2454"."""
        return " ".join(self.references)

    @property
    def summed(self) -> int:
        """The sum of its years, in pounds: what recurs by the last year."""
        return sum(one.amount.pounds for one in self.years)

    @property
    def stated(self) -> int:
        """The total that its source states; the sum of its years where it states none."""
        return self.summed if self.cumulative is None else self.cumulative.pounds

    def in_year(self, year: FinancialYear) -> int:
        """Return the change in one year, in pounds; 0 where the source has no such year."""
        return sum(one.amount.pounds for one in self.years if one.year == year)

    @property
    def words(self) -> str:
        """Title and narrative, for the checks that look for words."""
        return f"{self.title}\n{self.narrative}"


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A total that the source prints, and the headings it was printed under."""

    label: str
    years: tuple[YearAmount, ...]
    cumulative: Amount | None = None
    posts: Posts | None = None
    service: str = ""
    group: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file that a set came from; the workspace keeps it under its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ProposalSet:
    """The proposals that one committee has for one year's budget, as one source prints them.

    ``year`` is the budget's; ``years`` are the columns. ``version`` tells two papers for one year
    apart ("Consultation", "Final"). ``rounded_to`` is what the printed figures are rounded to, in
    pounds.
    """

    id: ProposalSetId
    committee: CommitteeId
    year: FinancialYear
    years: tuple[FinancialYear, ...]
    proposals: tuple[BudgetProposal, ...]
    version: str = ""
    rounded_to: int = 1
    printed_totals: tuple[PrintedTotal, ...] = ()
    source: SourceFile | None = None

    @property
    def references(self) -> tuple[str, ...]:
        """Every reference, in printed order."""
        return tuple(one for proposal in self.proposals for one in proposal.references)

    def with_proposal(self, changed: BudgetProposal) -> ProposalSet:
        """Return the set with one of its proposals as it is given, known by its key."""
        proposals = tuple(changed if one.id == changed.id else one for one in self.proposals)
        return replace(self, proposals=proposals)

    @property
    def label(self) -> str:
        """What to call it: "2024/25, Consultation"."""
        return f"{self.year.label}, {self.version}" if self.version else self.year.label
