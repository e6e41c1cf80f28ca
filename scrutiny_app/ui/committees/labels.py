"""The words this room has for seats, votes and terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scrutiny_app.domain.committee import Committee, Membership, Role, Seat, VotingScope
from scrutiny_app.domain.wording import DAY_DATE, long_date

SEATS = {
    Seat.COUNCILLOR: "Councillor",
    Seat.SUBSTITUTE: "Substitute",
    Seat.CO_OPTEE: "Co-optee",
}
ROLES = {
    Role.CHAIR: "Chair",
    Role.VICE_CHAIR: "Vice-chair",
    Role.MEMBER: "Member",
}
VOTES = {
    VotingScope.ALL: "On everything",
    VotingScope.EDUCATION: "On education only",
    VotingScope.NONE: "No vote",
}


def choices(labels: Iterable[tuple[object, str]]) -> list[tuple[str, object]]:
    """Return labels as a choice offers them."""
    return [(words, value) for value, words in labels]


def term(first: date | None, last: date | None) -> str:
    """Return from when to when: "since 20 May 2026", empty where nothing is known."""
    begins = long_date(first, DAY_DATE) if first else ""
    ends = long_date(last, DAY_DATE) if last else ""
    if begins and ends:
        return f"{begins} to {ends}"
    if begins:
        return f"since {begins}"
    return f"until {ends}" if ends else ""


def seat_words(membership: Membership) -> str:
    """Return how somebody sits: "Co-optee, votes on education only"."""
    seat = SEATS[membership.seat]
    if membership.voting is VotingScope.EDUCATION:
        return f"{seat}, votes on education only"
    return f"{seat}, no vote" if membership.voting is VotingScope.NONE else seat


def standing_words(committee: Committee, today: date) -> str:
    """Return how a committee stands on a day: in force, ended or not yet begun."""
    if committee.valid_to and committee.valid_to < today:
        return f"Ended {long_date(committee.valid_to, DAY_DATE)}"
    if committee.valid_from and committee.valid_from > today:
        return f"Begins {long_date(committee.valid_from, DAY_DATE)}"
    return ""


def counted(number: int, one: str, many: str = "") -> str:
    """Return how many: "1 member", "9 members"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
