from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.exemption import problems_of
from scrutiny_app.domain.paper import Access, ExemptReason, Paper
from tests.build import a_paper

DESCRIPTIONS = dict.fromkeys(range(1, 8), "Information of some description.")
REASON = "disclosure would weaken the council in negotiation"
EXEMPT = replace(a_paper("Contract", access=Access.EXEMPT), exempt=ExemptReason((3,), REASON))
CONFIDENTIAL = a_paper("Court papers", access=Access.CONFIDENTIAL)


@pytest.mark.parametrize("paper", [a_paper(), EXEMPT, CONFIDENTIAL])
def test_a_paper_that_says_what_it_must_has_no_problems(paper: Paper) -> None:
    assert problems_of(paper, DESCRIPTIONS) == ()


@pytest.mark.parametrize(
    ("paper", "fault"),
    [
        (replace(a_paper(), exempt=ExemptReason((3,), REASON)), "it is open to the public, yet"),
        (replace(a_paper(), confidential_basis="an order"), "it is open to the public, yet"),
        (replace(EXEMPT, exempt=ExemptReason((), REASON)), "no paragraph is named"),
        (replace(EXEMPT, exempt=ExemptReason((3, 8, 12), REASON)), "paragraph 8, 12 does not"),
        (replace(EXEMPT, exempt=ExemptReason((3, 3), REASON)), "named twice"),
        (replace(EXEMPT, exempt=ExemptReason((3,), "  commercial  ")), "does not say why"),
        (replace(EXEMPT, confidential_basis="an order"), "take the basis out"),
        (replace(CONFIDENTIAL, confidential_basis=" "), "the basis is missing"),
        (
            replace(CONFIDENTIAL, exempt=ExemptReason((3,), REASON)),
            "excluded without a resolution",
        ),
    ],
)
def test_each_fault_is_told_in_a_sentence_that_names_the_paper(paper: Paper, fault: str) -> None:
    (problem,) = problems_of(paper, DESCRIPTIONS)
    assert problem.startswith(f"{paper.title}: ")
    assert fault in problem
    assert problem.endswith(".")


def test_an_exempt_paper_without_a_reason_lacks_both_paragraph_and_public_interest() -> None:
    problems = problems_of(replace(EXEMPT, exempt=None), DESCRIPTIONS)
    assert len(problems) == 2
    assert "(paragraphs 1 to 7)" in problems[0]


def test_where_the_nation_has_no_list_here_the_numbers_are_not_checked() -> None:
    assert problems_of(replace(EXEMPT, exempt=ExemptReason((14,), REASON)), {}) == ()
    (problem,) = problems_of(replace(EXEMPT, exempt=ExemptReason((), REASON)), {})
    assert "paragraphs" not in problem
