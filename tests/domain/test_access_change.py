from __future__ import annotations

import pytest

from scrutiny_app.domain.access_change import make_public, mark_confidential, mark_exempt
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.paper import Access, ExemptReason
from tests.build import a_paper

DESCRIPTIONS = {1: "an individual", 3: "financial or business affairs"}
REASON = "the council would get a worse price if bidders knew"


def test_a_paper_is_marked_exempt_with_its_paragraphs_and_its_reason() -> None:
    marked = mark_exempt(a_paper(), ExemptReason((3,), REASON), DESCRIPTIONS)
    assert (marked.access, marked.exempt) == (Access.EXEMPT, ExemptReason((3,), REASON))


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        (ExemptReason((), REASON), "paragraph"),
        (ExemptReason((9,), REASON), "9"),
        (ExemptReason((3,), "commercial"), "public interest"),
    ],
)
def test_a_paper_is_not_marked_exempt_without_what_the_law_asks_for(
    reason: ExemptReason, wrong: str
) -> None:
    with pytest.raises(WrongInput, match=wrong):
        mark_exempt(a_paper(), reason, DESCRIPTIONS)


def test_one_reason_to_withhold_takes_the_place_of_the_other() -> None:
    exempt = mark_exempt(a_paper(), ExemptReason((3,), REASON), DESCRIPTIONS)
    confidential = mark_confidential(exempt, " a court order ")
    assert confidential.exempt is None
    assert confidential.confidential_basis == "a court order"
    again = mark_exempt(confidential, ExemptReason((1,), REASON), DESCRIPTIONS)
    assert again.confidential_basis == ""


def test_a_paper_is_not_confidential_without_a_basis() -> None:
    with pytest.raises(WrongInput, match="basis"):
        mark_confidential(a_paper(), "  ")


@pytest.mark.parametrize("said", ["", "  ", "sold"])
def test_a_withheld_paper_is_not_opened_until_somebody_says_who_decided(said: str) -> None:
    with pytest.raises(WrongInput):
        make_public(a_paper(access=Access.EXEMPT), said)


def test_a_withheld_paper_is_opened_with_who_decided_and_why() -> None:
    opened = make_public(a_paper(access=Access.EXEMPT), "Director of Law: the sale is complete")
    assert opened.public
    assert opened.exempt is None
    assert opened.made_public_by == "Director of Law: the sale is complete"


def test_a_paper_that_anybody_may_read_stays_as_it_is() -> None:
    paper = a_paper()
    assert make_public(paper, "") is paper
