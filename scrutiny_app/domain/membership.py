"""Who sits on a committee on a day, in printed order, and what each may vote on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scrutiny_app.domain.committee import Membership, Role, Seat, VotingScope
from scrutiny_app.domain.ids import MembershipId


@dataclass(frozen=True, slots=True)
class Term:
    """The days that a list of members speaks for: both inclusive, None where nothing is known.

    One meeting's list says nothing of the meetings before it or after it.
    """

    begins: date | None = None
    ends: date | None = None


_CHAIR_FIRST = (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER)


def seated_on(memberships: Iterable[Membership], day: date) -> tuple[Membership, ...]:
    """Return who sits on the committee on a day: chair, vice-chair, then as the council prints.

    The pool of substitutes is left out: a substitute sits only in somebody's place.

    Source: practice (chair and vice-chair first); the order of the rest is the council's own.
    """
    return _in_order(
        one for one in memberships if one.seat is not Seat.SUBSTITUTE and sits_on(one, day)
    )


def substitutes_on(memberships: Iterable[Membership], day: date) -> tuple[Membership, ...]:
    """Return the pool of substitutes on a day, in printed order.

    Source: councils' constitutions; there is nothing in statute for committees.
    """
    return _in_order(
        one for one in memberships if one.seat is Seat.SUBSTITUTE and sits_on(one, day)
    )


def seats_given_up(
    before: Iterable[Membership],
    now: Iterable[Membership],
    term: Term,
    new_key: Callable[[], str],
) -> tuple[Membership, ...]:
    """Return the seats of those who are no longer listed, so that other meetings keep them.

    A seat ends the day before ``term`` begins and, where meetings after it are recorded already,
    goes on as another seat when it is over. A seat that was only ever held within the term was
    an error of the list and is not returned.
    """
    listed = {one.id for one in now}
    given_up: list[Membership] = []
    for one in before:
        if one.id in listed:
            continue
        if term.begins and (one.valid_from or date.min) < term.begins:
            given_up.append(replace(one, valid_to=term.begins - timedelta(days=1)))
        if term.ends and (one.valid_to or date.max) > term.ends:
            later = term.ends + timedelta(days=1)
            given_up.append(replace(one, id=MembershipId(new_key()), valid_from=later))
    return tuple(given_up)


def sits_on(membership: Membership, day: date) -> bool:
    """Whether a seat is held on a day."""
    return (membership.valid_from or date.min) <= day <= (membership.valid_to or date.max)


def with_seat(membership: Membership, seat: Seat) -> Membership:
    """Return a membership with a seat of another sort, and the vote that goes with it.

    Source: Local Government Act 2000 s.9FA(4)-(5): a co-optee has no vote unless one is given.
    """
    voting = VotingScope.NONE if seat is Seat.CO_OPTEE else VotingScope.ALL
    return replace(membership, seat=seat, voting=voting)


def reordered(
    memberships: Iterable[Membership], key: MembershipId, by: int
) -> tuple[Membership, ...]:
    """Return those who sit on a day with one of them moved up (-1) or down (1) in the printed list.

    Nobody passes the chair, the vice-chair or the pool of substitutes, who have places of their
    own; then nothing changes. The places are numbered anew from 0.

    Source: as ``seated_on``.
    """
    listed = list(memberships)
    place = next(at for at, one in enumerate(listed) if one.id == key)
    other = place + by
    if 0 <= other < len(listed) and _ranks_with(listed[place], listed[other]):
        listed[place], listed[other] = listed[other], listed[place]
    return tuple(replace(one, order=at) for at, one in enumerate(listed))


def chairs_on(memberships: Iterable[Membership], day: date) -> tuple[Membership, ...]:
    """Return the chair on a day: empty when the chair is vacant.

    There should be one; ``membership_checks`` tells of more.

    Source: councils' constitutions: the council appoints a chair, or the committee elects one.
    """
    return tuple(one for one in seated_on(memberships, day) if one.role is Role.CHAIR)


def may_vote(membership: Membership, *, education: bool) -> bool:
    """Whether a member votes on an item; ``education`` says it is about education functions.

    Source: Local Government Act 2000 s.9FA(4)-(5): co-optees have no vote unless a scheme or
    statute gives one; church and parent governor representatives vote on education functions
    only (SI 2012/1020 reg 13 for the committee system, LGA 2000 Sch A1 believed).
    """
    if membership.voting is VotingScope.EDUCATION:
        return education
    return membership.voting is VotingScope.ALL


def voting_members(memberships: Iterable[Membership], *, education: bool) -> tuple[Membership, ...]:
    """Return those who may vote on an item, in the order given.

    Source: as ``may_vote``.
    """
    return tuple(one for one in memberships if may_vote(one, education=education))


def _ranks_with(one: Membership, other: Membership) -> bool:
    pool = Seat.SUBSTITUTE
    return one.role is other.role and (one.seat is pool) is (other.seat is pool)


def _in_order(memberships: Iterable[Membership]) -> tuple[Membership, ...]:
    return tuple(sorted(memberships, key=lambda one: (_CHAIR_FIRST.index(one.role), one.order)))
