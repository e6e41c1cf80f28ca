from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from scrutiny_app.domain.committee import Membership, QuorumRule, Seat, VotingScope
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.quorum import Quorum, quorum_for, quorum_needed
from tests.build import a_member, an_item

COMMITTEE = CommitteeId("children")
EIGHT = tuple(a_member(COMMITTEE, f"Member {place}", place) for place in range(8))
CO_OPTEES = tuple(
    replace(
        a_member(COMMITTEE, f"Co-optee {place}"),
        seat=Seat.CO_OPTEE,
        voting=VotingScope.EDUCATION,
    )
    for place in range(8)
)
BUSINESS = an_item()
EDUCATION = replace(BUSINESS, education=True)


def keys(members: tuple[Membership, ...]) -> set[str]:
    return {one.id for one in members}


@pytest.mark.parametrize(("voting", "needed"), [(0, 3), (8, 3), (12, 3), (13, 4), (16, 4), (17, 5)])
def test_the_quorum_is_three_or_a_quarter_rounded_up(voting: int, needed: int) -> None:
    assert quorum_needed(QuorumRule(), voting) == needed


def test_a_council_may_have_a_rule_of_its_own() -> None:
    assert quorum_needed(QuorumRule(minimum=2, fraction=Fraction(1, 3)), 10) == 4


@pytest.mark.parametrize(
    ("present", "state"), [(2, Quorum.INQUORATE), (3, Quorum.AT_QUORUM), (4, Quorum.QUORATE)]
)
def test_three_of_eight_are_just_enough(present: int, state: Quorum) -> None:
    assert quorum_for(QuorumRule(), EIGHT, keys(EIGHT[:present]), BUSINESS) is state


def test_a_member_who_leaves_for_an_interest_may_end_the_quorum() -> None:
    present = keys(EIGHT[:3])
    assert quorum_for(QuorumRule(), EIGHT, present, BUSINESS) is Quorum.AT_QUORUM
    present.discard(EIGHT[0].id)
    assert quorum_for(QuorumRule(), EIGHT, present, BUSINESS) is Quorum.INQUORATE


def test_education_co_optees_count_only_where_they_vote() -> None:
    members = EIGHT + CO_OPTEES
    present = keys(EIGHT[:3] + CO_OPTEES[:1])
    # Three councillors of eight; on education four of sixteen
    assert quorum_for(QuorumRule(), members, present, BUSINESS) is Quorum.AT_QUORUM
    assert quorum_for(QuorumRule(), members, present, EDUCATION) is Quorum.AT_QUORUM
    without = keys(EIGHT[:2] + CO_OPTEES[:2])
    assert quorum_for(QuorumRule(), members, without, BUSINESS) is Quorum.INQUORATE
    assert quorum_for(QuorumRule(), members, without, EDUCATION) is Quorum.AT_QUORUM
