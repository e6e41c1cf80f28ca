from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scrutiny_app.domain.budget.proposal import ProposalDetails
from scrutiny_app.domain.budget.totals import (
    Grouping,
    Total,
    concentration,
    consultation_share,
    phasing,
    totals_by,
    whole_total,
)
from tests.budgets import CARE, LEARNING, a_proposal, a_set, the_twenty

TWENTY = the_twenty()


def told(total: Total) -> tuple[int, list[int], int, int, Decimal]:
    """Rows, years, stated and summed in thousands of pounds, and posts."""
    years = [pounds // 1000 for _, pounds in total.years]
    return total.rows, years, total.stated // 1000, total.summed // 1000, total.fte


def by_name(grouping: Grouping) -> dict[str, tuple[int, list[int], int, int, Decimal]]:
    return {total.name: told(total) for total in totals_by(TWENTY, grouping)}


def test_the_whole_is_stated_and_summed_and_their_difference_shown() -> None:
    total = whole_total(TWENTY)
    assert told(total) == (20, [-2317, -3081, -39, 0], -5435, -5437, Decimal(-26))
    assert total.rounding == 2000
    assert total.cash == -18_589_000


def test_totals_by_service_consultation_and_option_are_those_worked_out_by_hand() -> None:
    assert by_name(Grouping.SERVICE) == {
        CARE: (5, [-1268, -2744, 0, 0], -4012, -4012, Decimal(-15)),
        LEARNING: (15, [-1049, -337, -39, 0], -1423, -1425, Decimal(-11)),
    }
    assert by_name(Grouping.CONSULTATION) == {
        "Public consultation": (2, [-240, -105, 0, 0], -344, -345, Decimal(-11)),
        "No public consultation": (18, [-2077, -2976, -39, 0], -5091, -5092, Decimal(-15)),
    }
    assert by_name(Grouping.OPTION) == {
        "Reduce costs": (16, [-1305, -2642, -39, 0], -3985, -3986, Decimal(-21)),
        "Manage demand": (1, [-900, -400, 0, 0], -1300, -1300, Decimal(0)),
        "Cease or stop": (1, [-95, -32, 0, 0], -126, -127, Decimal(-5)),
        "Charge more": (2, [-17, -7, 0, 0], -24, -24, Decimal(0)),
    }


def test_a_proposal_for_two_wards_counts_in_both_and_one_for_none_is_not_lost() -> None:
    both = a_proposal("A-1", details=ProposalDetails(wards=("Castle Fold", "Tannery")))
    totals = totals_by(a_set(both, a_proposal("A-2")), Grouping.WARD)
    assert [(one.name, one.rows) for one in totals] == [
        ("Castle Fold", 1),
        ("Tannery", 1),
        ("Not stated", 1),
    ]


def test_phasing_concentration_and_consultation_are_shares_of_the_reductions() -> None:
    assert [str(one.percent) for one in phasing(TWENTY)] == ["42.6", "56.7", "0.7", "0.0"]
    most = concentration(TWENTY)
    assert [one.reference for one in most.proposals] == ["DP(C)-2403", "DP(E)-2401"]
    assert str(most.percent) == "62.7"
    asked = consultation_share(TWENTY)
    assert (asked.pounds, str(asked.percent)) == (-344_000, "6.3")
    assert (asked.fte, str(asked.fte_percent)) == (Decimal(-11), "42.3")


def test_growth_does_not_hide_in_the_shares_of_reductions() -> None:
    whole = a_set(a_proposal("A-1", "-0.100 0 0 0"), a_proposal("G-1", "5.000 0 0 0"))
    assert str(concentration(whole).percent) == "100.0"
    assert str(phasing(whole)[0].percent) == "100.0"


def test_a_set_without_proposals_has_totals_of_nothing() -> None:
    empty = a_set()
    assert told(whole_total(empty)) == (0, [0, 0, 0, 0], 0, 0, Decimal(0))
    assert concentration(empty).proposals == ()
    assert str(consultation_share(empty).percent) == "0.0"


def test_a_set_has_a_changed_proposal_in_the_place_of_the_old_one() -> None:
    first, second = a_proposal("DP(A)-2401"), a_proposal("DP(A)-2402")
    whole = a_set(first, second)
    changed = replace(second, details=ProposalDetails(owner="Head of Homes"))
    after = whole.with_proposal(changed)
    assert after.proposals == (first, changed)
    assert [one.name for one in totals_by(after, Grouping.OWNER)] == ["Not stated", "Head of Homes"]
