"""Whether enough voting members are present to do business."""

from __future__ import annotations

import math
from collections.abc import Collection
from enum import StrEnum

from scrutiny_app.domain.agenda import AgendaItem
from scrutiny_app.domain.committee import Membership, QuorumRule
from scrutiny_app.domain.ids import MembershipId
from scrutiny_app.domain.membership import voting_members


class Quorum(StrEnum):
    """How a meeting stands. ``AT_QUORUM``: one departure more would end it."""

    QUORATE = "quorate"
    AT_QUORUM = "at quorum"
    INQUORATE = "inquorate"


def quorum_needed(rule: QuorumRule, voting: int) -> int:
    """Return how many voting members must be present, out of those entitled to vote on an item.

    Source: the council's constitution; the default is Gloucestershire's Part 4 rule 10, the
    greater of three and one quarter.
    """
    return max(rule.minimum, math.ceil(rule.fraction * voting))


def quorum_for(
    rule: QuorumRule,
    members: Collection[Membership],
    present: Collection[MembershipId],
    item: AgendaItem,
) -> Quorum:
    """Return how a meeting stands for one item.

    ``members`` are all who sit on the committee; ``present`` are the seats that are taken now, by
    the member or a substitute. Leave out who has gone, or has left for an interest in the item.
    Education co-optees count, among the members and the present, only where they vote.

    Source: as ``quorum_needed``.
    """
    voting = voting_members(members, education=item.education)
    needed = quorum_needed(rule, len(voting))
    here = sum(one.id in present for one in voting)
    if here < needed:
        return Quorum.INQUORATE
    return Quorum.AT_QUORUM if here == needed else Quorum.QUORATE
