"""Councils, committees and the people who sit on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from scrutiny_app.domain.ids import CommitteeId, CouncilId, MembershipId, PersonId


class Nation(StrEnum):
    """Whose law on notice, exempt information and holidays applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"

    @property
    def label(self) -> str:
        """Its name as written: "Northern Ireland"."""
        return self.value.replace("_", " ").title()


@dataclass(frozen=True, slots=True)
class Council:
    """A council, the nation whose law it follows and the house style it writes in.

    ``closed_days`` are days its offices are shut besides weekends and bank holidays.
    """

    id: CouncilId
    name: str
    nation: Nation = Nation.ENGLAND
    house_style: str = "neutral"
    closed_days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """How many voting members must be present: the greater of ``minimum`` and ``fraction`` of them.

    Source: councils' own constitutions; there is none in statute for committees.
    """

    minimum: int = 3
    fraction: Fraction = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee: one host council, and for a joint committee the other appointing councils.

    It exists from ``valid_from`` to ``valid_to`` (both inclusive, None when open), and
    ``successors`` took its remit over. ``extra_notice`` are the working days that the council's
    own rules add to the notice the law asks for; agendas are planned to go out so much earlier.
    """

    id: CommitteeId
    name: str
    host: CouncilId
    appointing: tuple[CouncilId, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[CommitteeId, ...] = ()
    quorum: QuorumRule = QuorumRule()
    extra_notice: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who sits, speaks or signs. ``title`` stands before the name ("Councillor")."""

    id: PersonId
    name: str
    title: str = ""

    @property
    def full_name(self) -> str:
        """Title and name as the minutes print them."""
        return f"{self.title} {self.name}".strip()


class Role(StrEnum):
    """What a member does in the chair."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"


class Seat(StrEnum):
    """How somebody comes to sit on the committee."""

    COUNCILLOR = "councillor"
    SUBSTITUTE = "substitute"
    CO_OPTEE = "co_optee"


class VotingScope(StrEnum):
    """What a member may vote on.

    Source: Local Government Act 2000 s.9FA(4)-(5); education co-optees vote on education only.
    """

    ALL = "all"
    EDUCATION = "education"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Membership:
    """One person's seat on one committee, between two dates (inclusive, None when open).

    ``order`` is the place in the printed list; the list is as the council prints it, not sorted.
    """

    id: MembershipId
    committee: CommitteeId
    person: Person
    seat: Seat = Seat.COUNCILLOR
    role: Role = Role.MEMBER
    voting: VotingScope = VotingScope.ALL
    order: int = 0
    valid_from: date | None = None
    valid_to: date | None = None


def exists_on(committee: Committee, day: date) -> bool:
    """Whether a committee exists on a day."""
    return (committee.valid_from or date.min) <= day <= (committee.valid_to or date.max)


def successors_on(
    committee: Committee, committees: Mapping[CommitteeId, Committee], day: date
) -> tuple[Committee, ...]:
    """Return the committees that hold a committee's remit on a day: itself while it exists.

    Successors that have been wound up are followed to their own. The result is empty when the
    remit ended with the committee.

    Source: practice: local government reorganisation ends committees and passes remits on.
    """
    found: dict[CommitteeId, Committee] = {}
    seen: set[CommitteeId] = set()
    waiting = [committee]
    while waiting:
        one = waiting.pop(0)
        seen.add(one.id)
        if exists_on(one, day):
            found[one.id] = one
        else:
            waiting.extend(committees[key] for key in one.successors if key not in seen)
    return tuple(found.values())
