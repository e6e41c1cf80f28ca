"""Invented budget proposals whose figures are those of a real council's twenty rows.

The facts were checked by hand against that paper; the words are ours. What the checks are to find
in them is known, so that every check can be seen to find it.
"""

from __future__ import annotations

from decimal import Decimal

from scrutiny_app.domain.budget.figures import Amount, MoneyUnit, Posts, in_millions, pounds_of
from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    Consultation,
    OptionType,
    ProposalSet,
    YearAmount,
)
from scrutiny_app.domain.financial_year import FinancialYear
from scrutiny_app.domain.ids import CommitteeId, ProposalId, ProposalSetId
from tests.build import a_key

YEARS = tuple(FinancialYear(first) for first in range(2024, 2028))
CARE, LEARNING = "Children's care", "Learning"
REDUCE, DEMAND = OptionType.REDUCE_COSTS, OptionType.MANAGE_DEMAND
CHARGE, CEASE = OptionType.CHARGE_MORE, OptionType.CEASE_STOP
OPTION_WORDS = {
    REDUCE: "Reduce Costs",
    DEMAND: "Manage Demand",
    CHARGE: "Charge More",
    CEASE: "Cease/ Stop",
}
AGREED = "The grant for schools pays in full, subject to the agreement of the forum in February."
EFFICIENT = "Budgets are looked through for what can be done with less."

# references, service, public, option, title, narrative, four years, total, posts
ROWS: tuple[tuple[str, str, bool, OptionType, str, str, str, str, int], ...] = (
    ("DP(A)-2473", CARE, True, REDUCE, "Smaller youth service",
     "Two places where the young meet would shut, and workers would go to those most in need.",
     "-0.145 -0.073 0 0", "-0.218", -6),
    ("DP(C)-2403", CARE, False, REDUCE, "Reduce what placements cost",
     "Better bargains with providers, and a wider choice of homes.", "0 -2.109 0 0", "-2.109", 0),
    ("DP(A)-2477", CARE, False, REDUCE, "Reduction in administrative support",
     "Fewer people to help with papers.", "-0.123 -0.062 0 0", "-0.185", -4),
    ("DP(A)-2472", CARE, False, REDUCE, "Youth justice team",
     "Empty posts go and the rest are arranged anew.", "-0.100 -0.100 0 0", "-0.200", -5),
    ("DP(E)-2401", CARE, False, DEMAND, "Restructure help at home",
     "A team is formed anew so that more teenagers can live with their own families.",
     "-0.900 -0.400 0 0", "-1.300", 0),
    ("DP(A)-2458", LEARNING, True, CEASE, "Close the outdoor centre",
     "The centre by the lake, where children and young people climb and sail, would be given up.",
     "-0.095 -0.032 0 0", "-0.126", -5),
    ("DP(A)-2460", LEARNING, False, CHARGE, "Safety advice for schools",
     "Schools buy this advice. What they pay would rise until it covers all of its cost.",
     "-0.010 0 0 0", "-0.010", 0),
    ("DP(E)-2404", LEARNING, False, CHARGE, "Transport, yearly pricing",
     "Schools buy this service. What they pay rises with inflation, so that its cost is covered.",
     "-0.007 -0.007 0 0", "-0.014", 0),
    ("DP(A)-2453", LEARNING, False, REDUCE, "Customer support budgets",
     EFFICIENT + " ", "-0.006 0 0 0", "-0.006", 0),
    ("DP(A)-2443", LEARNING, False, REDUCE, "Dedicated Schools Grant for attendance",
     AGREED, "-0.120 -0.085 0 0", "-0.205", 0),
    ("DP(A)-2445", LEARNING, False, REDUCE, "Dedicated Schools Grant for the virtual school",
     AGREED, "-0.009 0 0 0", "-0.009", 0),
    ("DP(A)-2446", LEARNING, False, REDUCE, "Dedicated Schools Grant for teaching teams",
     "The grant would pay for all of the teams, subject to the agreement of the forum.",
     "-0.139 0 0 0", "-0.139", 0),
    ("DP(A)-2451", LEARNING, False, REDUCE, "Partnership team",
     "The consultants' time is looked at and reduced.", "-0.060 0 0 0", "-0.060", -1),
    ("DP(A)-2452", LEARNING, False, REDUCE, "Reduce work on school improvement",
     "An adviser is not replaced when the post falls empty.", "0 -0.039 -0.039 0", "-0.078", -1),
    ("DP(A)-2455", LEARNING, False, REDUCE, "Uniform help from the Household Support Fund",
     "Help with uniforms is paid by the fund; if the grant ends, the help would cease.",
     "-0.020 0 0 0", "-0.020", 0),
    ("DP(C)-2406", LEARNING, False, REDUCE, "School catering, yearly pricing",
     "Fees for school meals rise every April.", "-0.113 -0.038 0 0", "-0.150", 0),
    ("DP(E)-2403", LEARNING, False, REDUCE, "More of the Dedicated Schools Grant for transport",
     "Seek approval from the minister to use more of the grant for pupils' journeys.",
     "-0.375 -0.125 0 0", "-0.500", 0),
    ("DP(E)-2405", LEARNING, False, REDUCE, "Psychologists, reducing what a day costs",
     "Assessments are bought at better value.", "-0.019 -0.006 0 0", "-0.025", 0),
    ("DP(E)-2407", LEARNING, False, REDUCE, "Managers of catering",
     "The managers' posts are looked at again.", "-0.015 -0.005 0 0", "-0.020", -1),
    ("DP(A)-2444 DP(A)-2454", LEARNING, False, REDUCE, "More efficient budgets",
     EFFICIENT, "-0.061 0 0 0", "-0.061", -3),
)  # fmt: skip


def an_amount(pounds: int) -> Amount:
    """An amount as a paper prints it."""
    return Amount(pounds, in_millions(pounds))


def millions(text: str) -> Amount:
    """An amount from millions of pounds as text."""
    return an_amount(pounds_of(Decimal(text), MoneyUnit.MILLIONS))


def a_proposal(
    reference: str = "DP(A)-2401", years: str = "-0.100 0 0 0", **changes: object
) -> BudgetProposal:
    """A proposal of Learning's, its four years given in millions."""
    amounts = [millions(one) for one in years.split()]
    facts: dict[str, object] = {
        "title": "Something dearer or cheaper",
        "cumulative": an_amount(sum(one.pounds for one in amounts)),
        "narrative": "Twelve words and more say what would change here, and for whom it would.",
        "service": LEARNING,
        "consultation": Consultation.NON_PUBLIC,
        "option": REDUCE,
        "option_text": OPTION_WORDS[REDUCE],
    }
    return BudgetProposal(
        id=ProposalId(a_key()),
        references=tuple(reference.split()),
        years=tuple(YearAmount(year, one) for year, one in zip(YEARS, amounts, strict=True)),
        **(facts | changes),  # type: ignore[arg-type]
    )


def a_set(
    *proposals: BudgetProposal, committee: CommitteeId | None = None, **changes: object
) -> ProposalSet:
    """A set for 2024/25, in thousands of pounds."""
    facts: dict[str, object] = {"rounded_to": 1000}
    return ProposalSet(
        ProposalSetId(a_key()),
        committee or CommitteeId(a_key()),
        YEARS[0],
        YEARS,
        proposals,
        **(facts | changes),  # type: ignore[arg-type]
    )


def the_twenty(committee: CommitteeId | None = None) -> ProposalSet:
    """Twenty rows with 21 references: (5.435) stated, (5.437) summed, 26 posts."""
    return a_set(
        *(
            a_proposal(
                references,
                years,
                service=service,
                consultation=Consultation.PUBLIC if public else Consultation.NON_PUBLIC,
                option=option,
                option_text=OPTION_WORDS[option],
                title=title,
                narrative=narrative.strip(),
                cumulative=millions(total),
                posts=Posts(Decimal(posts)),
            )
            for references, service, public, option, title, narrative, years, total, posts in ROWS
        ),
        committee=committee,
    )
