"""What should be looked at in a committee's seats: two in the chair, somebody who sits twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from scrutiny_app.domain.committee import Membership, Role
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.wording import DAY_DATE, long_date


def membership_findings(memberships: Iterable[Membership]) -> tuple[Finding, ...]:
    """Return what is odd in the seats of one committee, a sentence each; nothing is refused.

    A seat in the pool of substitutes beside another is told too: whoever sits is no substitute.

    Source: councils' constitutions: one chair, and one seat a member.
    """
    pairs = tuple(
        (one, other, common)
        for one, other in combinations(memberships, 2)
        if (common := _common_days(one, other))
    )
    return tuple(Finding(Severity.WARNING, sentence) for sentence in _sentences(pairs))


_Pair = tuple[Membership, Membership, str]


def _sentences(pairs: Iterable[_Pair]) -> Iterator[str]:
    for one, other, days in pairs:
        name, same = one.person.full_name, _same_person(one, other)
        if same:
            yield f"{name} has two seats on the committee {days}. Remove one, or end it."
        elif one.role is other.role is Role.CHAIR:
            yield (
                f"{name} and {other.person.full_name} are both in the chair {days}. End one of "
                "the two terms."
            )


def _same_person(one: Membership, other: Membership) -> bool:
    names = {who.person.name.strip().casefold() for who in (one, other)}
    return one.person.id == other.person.id or len(names) == 1


def _common_days(one: Membership, other: Membership) -> str:
    """Say on which days both seats are held; empty for none."""
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    ends = min(one.valid_to or date.max, other.valid_to or date.max)
    if begins > ends:
        return ""
    if begins == date.min:
        return _until(ends)
    return f"from {long_date(begins, DAY_DATE)}{'' if ends == date.max else ' ' + _until(ends)}"


def _until(ends: date) -> str:
    return "at all times" if ends == date.max else f"until {long_date(ends, DAY_DATE)}"
