from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.committee import Membership, Role, Seat, VotingScope
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.membership import (
    chairs_on,
    may_vote,
    reordered,
    seated_on,
    substitutes_on,
    voting_members,
    with_seat,
)
from tests.build import a_member

DAY = date(2027, 1, 21)
COMMITTEE = CommitteeId("children")


def a_seat(name: str, order: int = 0, **facts: object) -> Membership:
    return replace(a_member(COMMITTEE, name, order), **facts)  # type: ignore[arg-type]


def names(memberships: tuple[Membership, ...]) -> list[str]:
    return [one.person.name for one in memberships]


def test_the_chair_and_vice_chair_stand_first_and_the_rest_as_printed() -> None:
    seats = (
        a_seat("Zoe Adams", 2),
        a_seat("Ali Young", 1),
        a_seat("Tom Ashdown", 4, role=Role.VICE_CHAIR),
        a_seat("Wren Okafor", 3, role=Role.CHAIR),
    )
    assert names(seated_on(seats, DAY)) == ["Wren Okafor", "Tom Ashdown", "Ali Young", "Zoe Adams"]


def test_only_those_whose_term_holds_the_day_sit() -> None:
    seats = (
        a_seat("Left", valid_to=date(2027, 1, 20)),
        a_seat("Last day", valid_to=DAY),
        a_seat("First day", 1, valid_from=DAY),
        a_seat("Still to come", valid_from=date(2027, 1, 22)),
    )
    assert names(seated_on(seats, DAY)) == ["Last day", "First day"]


def test_substitutes_are_a_pool_and_do_not_sit() -> None:
    seats = (a_seat("Member"), a_seat("Stand-in", seat=Seat.SUBSTITUTE))
    assert names(seated_on(seats, DAY)) == ["Member"]
    assert names(substitutes_on(seats, DAY)) == ["Stand-in"]
    assert (
        substitutes_on((a_seat("Ended", seat=Seat.SUBSTITUTE, valid_to=date(2026, 1, 1)),), DAY)
        == ()
    )


def test_the_chair_of_the_day_is_found_and_may_be_vacant() -> None:
    old = a_seat("Old", role=Role.CHAIR, valid_to=date(2026, 12, 31))
    new = a_seat("New", role=Role.CHAIR, valid_from=date(2027, 1, 1))
    assert chairs_on((old, new), DAY) == (new,)
    assert chairs_on((old,), DAY) == ()


def test_two_chairs_on_one_day_are_both_found() -> None:
    seats = (a_seat("One", role=Role.CHAIR), a_seat("Two", role=Role.CHAIR))
    assert chairs_on(seats, DAY) == seats


@pytest.mark.parametrize(
    ("scope", "on_education", "on_other"),
    [
        (VotingScope.ALL, True, True),
        (VotingScope.EDUCATION, True, False),
        (VotingScope.NONE, False, False),
    ],
)
def test_a_co_optee_votes_only_where_the_scope_reaches(
    *, scope: VotingScope, on_education: bool, on_other: bool
) -> None:
    seat = a_seat("Rev. Grace Hill", seat=Seat.CO_OPTEE, voting=scope)
    assert may_vote(seat, education=True) is on_education
    assert may_vote(seat, education=False) is on_other
    assert voting_members((seat,), education=False) == ((seat,) if on_other else ())


def test_a_member_moves_in_the_printed_list_but_not_past_the_chair_or_into_the_pool() -> None:
    chair = a_seat("Chair", role=Role.CHAIR)
    first, second = a_seat("First", 1), a_seat("Second", 2)
    pool = a_seat("Stand-in", 3, seat=Seat.SUBSTITUTE)
    listed = (chair, first, second, pool)
    assert names(reordered(listed, second.id, -1)) == ["Chair", "Second", "First", "Stand-in"]
    assert names(reordered(listed, first.id, -1)) == names(listed)
    assert names(reordered(listed, second.id, 1)) == names(listed)
    assert [one.order for one in reordered(listed, second.id, -1)] == [0, 1, 2, 3]


def test_a_seat_of_another_sort_brings_its_own_vote() -> None:
    co_optee = with_seat(a_seat("Grace Hill"), Seat.CO_OPTEE)
    assert (co_optee.seat, co_optee.voting) == (Seat.CO_OPTEE, VotingScope.NONE)
    assert with_seat(co_optee, Seat.COUNCILLOR).voting is VotingScope.ALL
