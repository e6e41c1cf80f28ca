from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.committee import Membership, Role, Seat
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.membership_checks import membership_findings
from tests.build import a_member

JANUARY, JUNE = date(2027, 1, 21), date(2027, 6, 1)
CHAIR = replace(a_member(CommitteeId("c"), "Wren Okafor", 0), role=Role.CHAIR)
OTHER = replace(a_member(CommitteeId("c"), "Tom Ashdown", 1), role=Role.CHAIR)


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        (
            (CHAIR, OTHER),
            "Wren Okafor and Councillor Tom Ashdown are both in the chair at all times",
        ),
        (
            (replace(CHAIR, valid_to=JUNE), replace(OTHER, valid_from=JANUARY)),
            "are both in the chair from 21 January 2027 until 1 June 2027. End one",
        ),
        (
            (CHAIR, replace(CHAIR, role=Role.MEMBER, seat=Seat.SUBSTITUTE, valid_from=JUNE)),
            "Wren Okafor has two seats on the committee from 1 June 2027. Remove one, or end it",
        ),
        (
            (CHAIR, replace(a_member(CommitteeId("c"), "wren okafor", 2), valid_to=JUNE)),
            "has two seats on the committee until 1 June 2027",
        ),
    ],
)
def test_what_is_odd_in_a_committees_seats_is_told(
    seats: tuple[Membership, ...], told: str
) -> None:
    (finding,) = membership_findings(seats)
    assert told in finding.message


def test_terms_that_follow_one_another_and_two_vice_chairs_are_sound() -> None:
    following = (replace(CHAIR, valid_to=JANUARY), replace(OTHER, valid_from=JUNE))
    again = (replace(CHAIR, valid_to=JANUARY), replace(CHAIR, valid_from=JUNE))
    vice = tuple(replace(one, role=Role.VICE_CHAIR) for one in (CHAIR, OTHER))
    assert [membership_findings(seats) for seats in (following, again, vice)] == [(), (), ()]
