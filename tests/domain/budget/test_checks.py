from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scrutiny_app.domain.budget.checks import check_proposals, gravest_first
from scrutiny_app.domain.budget.figures import Amount, Posts
from scrutiny_app.domain.budget.finding import BudgetFinding, CheckSeverity, Waiver
from scrutiny_app.domain.budget.proposal import (
    BudgetProposal,
    Consultation,
    OptionType,
    PrintedTotal,
    ProposalDetails,
    ProposalSet,
    Rating,
    YearAmount,
)
from scrutiny_app.domain.ids import WaiverId
from scrutiny_app.rulebook.budget_rules import budget_rules
from tests.budgets import LEARNING, YEARS, a_proposal, a_set, an_amount, millions, the_twenty

ERROR, WARNING = CheckSeverity.ERROR, CheckSeverity.WARNING
NOTE, PROMPT = CheckSeverity.NOTE, CheckSeverity.PROMPT
WHOLE = ""


def found(whole: ProposalSet, check: str) -> list[tuple[CheckSeverity, str]]:
    """What one check finds: how grave, and in which proposal."""
    findings = check_proposals(whole, budget_rules())
    return [(one.severity, one.reference) for one in findings if one.check.id == check]


def message(whole: ProposalSet, check: str) -> str:
    """The sentence of a check's only finding."""
    (only,) = [one for one in check_proposals(whole, budget_rules()) if one.check.id == check]
    return only.message


TWENTY = the_twenty()
EXPECTED: dict[str, list[tuple[CheckSeverity, str]]] = {
    "B01": [(NOTE, "DP(A)-2458"), (NOTE, "DP(C)-2406")],
    "B02": [],
    "B03": [(WARNING, "DP(A)-2444 DP(A)-2454")],
    "B04": [],
    "B05": [(WARNING, "DP(E)-2401")],
    "B06": [
        (NOTE, "DP(C)-2403"),
        (NOTE, "DP(A)-2477"),
        (NOTE, "DP(A)-2451"),
        (NOTE, "DP(A)-2452"),
        (WARNING, "DP(A)-2455"),
        (NOTE, "DP(E)-2405"),
    ],
    "B07": [(WARNING, "DP(C)-2406")],
    "B12": [(NOTE, WHOLE)],
    "B13": [(NOTE, "DP(C)-2403"), (NOTE, "DP(A)-2452"), (NOTE, WHOLE)],
    "B14": [(NOTE, "DP(A)-2452"), (NOTE, "DP(E)-2407"), (NOTE, "DP(A)-2444 DP(A)-2454")],
    "B15": [(NOTE, WHOLE)],
    "B16": [(PROMPT, WHOLE)],
    "B17": [(PROMPT, "DP(A)-2473")],
    "B18": [(PROMPT, "DP(A)-2477")],
    "B19": [],
    "B20": [],
}


@pytest.mark.parametrize("check", EXPECTED)
def test_the_twenty_rows_give_what_was_found_in_them_by_hand(check: str) -> None:
    assert found(TWENTY, check) == EXPECTED[check]


def test_five_of_the_twenty_are_conditional_and_rest_on_money_that_may_end() -> None:
    five = {"DP(A)-2443", "DP(A)-2445", "DP(A)-2446", "DP(A)-2455", "DP(E)-2403"}
    for check in ("B08", "B09"):
        assert found(TWENTY, check) == [
            (WARNING, one.reference) for one in TWENTY.proposals if one.reference in five
        ]


def test_all_twenty_lack_an_owner_and_ten_are_told_in_few_words() -> None:
    assert len(found(TWENTY, "B10")) == 20
    findings = [one for one in check_proposals(TWENTY, budget_rules()) if one.check.id == "B11"]
    assert sum("described in the same words" in one.message for one in findings) == 4
    assert sum("words: what would change" in one.message for one in findings) == 10


def test_the_findings_of_the_whole_name_shares_and_proposals() -> None:
    assert "62.7% of the reductions are in 2 proposals: DP(C)-2403" in message(TWENTY, "B12")
    assert "26 posts" in message(TWENTY, "B15")
    assert "DP(A)-2473, DP(A)-2472 and DP(A)-2458" in message(TWENTY, "B16")
    later = [one for one in check_proposals(TWENTY, budget_rules()) if one.check.id == "B13"]
    assert later[-1].message.startswith("57% of the reductions fall in 2025/26")


def test_a_total_that_rounding_does_not_explain_is_an_error() -> None:
    wrong = a_proposal(years="-0.113 -0.038 0 0", cumulative=millions("-0.148"))
    edge = replace(wrong, cumulative=millions("-0.150"))
    assert found(a_set(wrong), "B01") == [(ERROR, wrong.reference)]
    assert found(a_set(edge), "B01") == [(NOTE, edge.reference)]
    assert found(a_set(replace(wrong, cumulative=None)), "B01") == []


def a_printed(total: str, *, group: str = "") -> PrintedTotal:
    return PrintedTotal(
        "Total", (YearAmount(YEARS[0], millions(total)),), millions(total), None, LEARNING, group
    )


@pytest.mark.parametrize("total", ["-0.100", "-0.300"])
def test_a_printed_total_may_be_of_its_group_or_of_everything(total: str) -> None:
    two = (
        a_proposal("A-1", "-0.100 0 0 0", group="One"),
        a_proposal("A-2", "-0.200 0 0 0", group="Two"),
    )
    assert found(a_set(*two, printed_totals=(a_printed(total, group="One"),)), "B02") == []


def test_a_printed_total_that_agrees_with_nothing_is_an_error_that_names_both_figures() -> None:
    whole = a_set(a_proposal("A-1"), printed_totals=(a_printed("-0.150"),))
    assert found(whole, "B02") == [(ERROR, WHOLE)]
    assert "2024/25 is printed as (0.150) and adds up to (0.100)" in message(whole, "B02")


def test_a_printed_total_may_differ_by_what_its_rows_are_rounded() -> None:
    whole = a_set(a_proposal("A-1"), printed_totals=(a_printed("-0.101"),))
    assert found(whole, "B02") == []


def test_a_reference_twice_or_of_another_shape_is_an_error() -> None:
    assert found(a_set(a_proposal("A-1"), a_proposal("A-1")), "B03") == [(ERROR, "A-1")]
    odd = a_proposal("nothing", title="One")
    assert found(a_set(odd), "B03") == [(ERROR, "nothing")]


@pytest.mark.parametrize(
    ("option", "years", "finds"),
    [
        (OptionType.REDUCE_COSTS, "0.100 0 0 0", ERROR),
        (OptionType.GROWTH, "-0.100 0 0 0", ERROR),
        (OptionType.SAVING, "0.100 -0.300 0 0", NOTE),
        (OptionType.GROWTH, "0.100 0 0 0", None),
        (OptionType.UNSTATED, "0.100 0 0 0", None),
    ],
)
def test_signs_that_contradict_the_kind_of_proposal_are_found(
    option: OptionType, years: str, finds: CheckSeverity | None
) -> None:
    one = a_proposal("A-1", years, option=option)
    assert [severity for severity, _ in found(a_set(one), "B04")] == ([finds] if finds else [])


def test_posts_that_go_for_no_money_are_asked_about() -> None:
    one = a_proposal("A-1", "0 0 0 0", posts=Posts(Decimal(-2)))
    assert found(a_set(one), "B05") == [(WARNING, "A-1")]


def test_details_that_are_given_are_not_called_missing() -> None:
    known = ProposalDetails(
        eia="EIA 12", owner="Head of Catering", rating=Rating.GREEN, delivered_by="April 2024"
    )
    assert found(a_set(a_proposal("A-1", details=known)), "B10") == []
    asked = a_proposal("A-1", details=known, consultation=Consultation.PUBLIC)
    assert message(a_set(asked), "B10") == "The paper does not give the dates of its consultation."


def test_a_figure_in_another_unit_or_finer_than_the_others_is_an_error() -> None:
    def with_total(text: str, pounds: int, place: str = "row 2, column 6") -> ProposalSet:
        return a_set(a_proposal("A-1", cumulative=Amount(pounds, text, place)))

    assert found(with_total("(100)", -100_000_000), "B20") == [(ERROR, "A-1")]
    assert found(with_total("(0.1)", -100_000), "B20") == [(ERROR, "A-1")]
    assert found(with_total("(0.100)", -100_000), "B20") == []
    assert found(with_total("-0.1", -100_000, "cell F4"), "B20") == []
    assert found(with_total("-0.1004", -100_400, "cell F4"), "B20") == [(ERROR, "A-1")]


def last_year(one: BudgetProposal) -> ProposalSet:
    return a_set(replace(one, title="Another title"))


def test_a_proposal_that_was_made_the_year_before_is_asked_about() -> None:
    one = a_proposal("A-1")
    findings = check_proposals(a_set(one), budget_rules(), earlier=[last_year(one)])
    assert [(f.check.id, f.reference) for f in findings if f.check.id == "B19"] == [("B19", "A-1")]
    other = check_proposals(a_set(one), budget_rules(), earlier=[last_year(a_proposal("A-2"))])
    assert all(one.check.id != "B19" for one in other)


def test_a_finding_that_was_set_aside_stays_with_its_reason() -> None:
    waiver = Waiver(WaiverId("w"), TWENTY.id, "B15", WHOLE, "All of the posts are vacant.")
    findings = check_proposals(TWENTY, budget_rules(), waivers=[waiver])
    assert [one.check.id for one in findings if one.waived] == ["B15"]
    assert len(findings) == len(check_proposals(TWENTY, budget_rules()))


def test_every_finding_tells_the_source_of_its_rule() -> None:
    assert all(one.check.source for one in check_proposals(TWENTY, budget_rules()))


def test_the_gravest_findings_stand_first() -> None:
    order = [ERROR, WARNING, NOTE, PROMPT]
    findings: tuple[BudgetFinding, ...] = check_proposals(TWENTY, budget_rules())
    ranks = [order.index(one.severity) for one in gravest_first(findings)]
    assert ranks == sorted(ranks)


def test_no_check_changes_a_figure() -> None:
    before = TWENTY.proposals
    check_proposals(TWENTY, budget_rules())
    assert TWENTY.proposals == before
    assert an_amount(-150_000) in [one.cumulative for one in TWENTY.proposals]
