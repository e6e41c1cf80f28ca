"""Totals of budget proposals by any grouping, stated and summed, and what they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scrutiny_app.domain.budget.figures import share
from scrutiny_app.domain.budget.proposal import BudgetProposal, Consultation, ProposalSet
from scrutiny_app.domain.financial_year import FinancialYear

NOT_SAID = "Not stated"


class Grouping(StrEnum):
    """What proposals are grouped by."""

    SERVICE = "service"
    CONSULTATION = "consultation"
    OPTION = "option"
    GROUP = "group"
    DEPARTMENT = "department"
    WARD = "ward"
    CLIENT_GROUP = "client-group"
    OWNER = "owner"
    PORTFOLIO_HOLDER = "portfolio-holder"
    RATING = "rating"

    @property
    def label(self) -> str:
        """How it is printed: "Client group"."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Total:
    """What some proposals come to, in whole pounds, reductions below nought.

    ``stated`` adds up the totals that the source states, ``summed`` the years. Neither is the
    money saved over the plan: that is ``cash``.
    """

    name: str
    rows: int
    years: tuple[tuple[FinancialYear, int], ...]
    stated: int
    fte: Decimal

    @property
    def summed(self) -> int:
        """The sum of the years."""
        return sum(pounds for _, pounds in self.years)

    @property
    def rounding(self) -> int:
        """What the stated total has that the years do not; figures may not sum due to rounding."""
        return self.stated - self.summed

    @property
    def cash(self) -> int:
        """The money over all the years of the plan: a change recurs in every year after its own.

        Source: domain notes 6.2: the cumulative figure is not cash saved over the plan.
        """
        return sum(
            pounds * (len(self.years) - place) for place, (_, pounds) in enumerate(self.years)
        )


@dataclass(frozen=True, slots=True)
class YearShare:
    """How much of a total falls in one year, as a percentage."""

    year: FinancialYear
    pounds: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Concentration:
    """The fewest proposals that carry more than half of all reductions."""

    proposals: tuple[BudgetProposal, ...]
    pounds: int
    percent: Decimal


@dataclass(frozen=True, slots=True)
class ConsultationShare:
    """How much of the reductions the public is asked about, in money and in posts."""

    pounds: int
    percent: Decimal
    fte: Decimal
    fte_percent: Decimal


def total_of(
    name: str, proposals: Sequence[BudgetProposal], years: Iterable[FinancialYear]
) -> Total:
    """Return what some proposals come to."""
    return Total(
        name,
        len(proposals),
        tuple((year, sum(one.in_year(year) for one in proposals)) for year in years),
        sum(one.stated for one in proposals),
        sum((one.posts.fte for one in proposals), Decimal(0)),
    )


def whole_total(whole: ProposalSet) -> Total:
    """Return what all of a set comes to."""
    return total_of("All proposals", whole.proposals, whole.years)


def totals_by(whole: ProposalSet, grouping: Grouping) -> tuple[Total, ...]:
    """Return a total for each group, in printed order.

    A proposal for several wards or client groups counts in each: those totals are not to be added.

    Source: ours.
    """
    return tuple(
        total_of(name, members, whole.years) for name, members in grouped(whole.proposals, grouping)
    )


def grouped(
    proposals: Iterable[BudgetProposal], grouping: Grouping
) -> tuple[tuple[str, tuple[BudgetProposal, ...]], ...]:
    """Return proposals by the names of their groups, both in printed order."""
    groups: dict[str, list[BudgetProposal]] = {}
    for proposal in proposals:
        for name in names_of(proposal, grouping):
            groups.setdefault(name, []).append(proposal)
    return tuple((name, tuple(members)) for name, members in groups.items())


def names_of(proposal: BudgetProposal, grouping: Grouping) -> tuple[str, ...]:
    """Return the names of the groups that a proposal is in: one, or one for each of its wards."""
    details = proposal.details
    match grouping:
        case Grouping.WARD:
            return details.wards or (NOT_SAID,)
        case Grouping.CLIENT_GROUP:
            return details.client_groups or (NOT_SAID,)
        case _:
            single = {
                Grouping.SERVICE: proposal.service,
                Grouping.CONSULTATION: proposal.consultation.label,
                Grouping.OPTION: proposal.option.label,
                Grouping.GROUP: proposal.group,
                Grouping.DEPARTMENT: proposal.department,
                Grouping.OWNER: details.owner,
                Grouping.PORTFOLIO_HOLDER: details.portfolio_holder,
                Grouping.RATING: details.rating.label,
            }
            return (single[grouping] or NOT_SAID,)


def reductions(whole: ProposalSet) -> tuple[BudgetProposal, ...]:
    """Return the proposals that reduce net spending, the largest first."""
    found = (one for one in whole.proposals if one.stated < 0)
    return tuple(sorted(found, key=lambda one: one.stated))


def phasing(whole: ProposalSet) -> tuple[YearShare, ...]:
    """Return how the reductions fall over the years, in shares of their sum."""
    total = total_of("Reductions", reductions(whole), whole.years)
    return tuple(
        YearShare(year, pounds, share(pounds, total.summed)) for year, pounds in total.years
    )


def concentration(whole: ProposalSet) -> Concentration:
    """Return the fewest proposals that carry more than half of all reductions.

    Source: domain notes 6.4, B12.
    """
    found = reductions(whole)
    all_of_it = sum(one.stated for one in found)
    held = 0
    for count, one in enumerate(found, start=1):
        held += one.stated
        if held * 2 < all_of_it:
            return Concentration(found[:count], held, share(held, all_of_it))
    return Concentration(found, held, share(held, all_of_it))


def consultation_share(whole: ProposalSet) -> ConsultationShare:
    """Return how much of the reductions, and of the posts that go, the public is asked about."""
    found = reductions(whole)
    asked = [one for one in found if one.consultation is Consultation.PUBLIC]
    pounds, of = sum(one.stated for one in asked), sum(one.stated for one in found)
    fte, fte_of = _posts_lost(asked), _posts_lost(found)
    return ConsultationShare(pounds, share(pounds, of), fte, share(fte, fte_of))


def _posts_lost(proposals: Iterable[BudgetProposal]) -> Decimal:
    return sum((one.posts.fte for one in proposals if one.posts.fte < 0), Decimal(0))
