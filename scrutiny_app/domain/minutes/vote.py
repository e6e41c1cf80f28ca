"""Votes at a meeting: whether a motion is carried, and the sentences that record it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class VoteKind(StrEnum):
    """How a vote was taken."""

    ASSENT = "assent"
    SHOW_OF_HANDS = "show of hands"
    RECORDED = "recorded"


class CastingVote(StrEnum):
    """How the person presiding used a casting vote."""

    NONE = "none"
    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote. A recorded one has names, whose numbers are the count; the others have counts."""

    motion: str
    kind: VoteKind
    mover: str = ""
    seconder: str = ""
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    named_in_favour: tuple[str, ...] = ()
    named_against: tuple[str, ...] = ()
    named_abstained: tuple[str, ...] = ()
    casting: CastingVote = CastingVote.NONE

    @property
    def cast(self) -> int:
        """How many members voted or abstained."""
        return self.in_favour + self.against + self.abstained


def is_carried(vote: Vote) -> bool:
    """Whether a motion is carried: by more votes for than against, or by the casting vote.

    Abstentions do not count.

    Source: Local Government Act 1972 Sch 12 para 39 (majority of those present and voting;
    second or casting vote of the person presiding), applied to committees by para 44.
    """
    if vote.kind is VoteKind.ASSENT:
        return True
    if vote.in_favour == vote.against:
        return vote.casting is CastingVote.FOR
    return vote.in_favour > vote.against


def vote_sentences(vote: Vote) -> tuple[str, ...]:
    """Return a vote as the minutes record it, a paragraph each.

    Source: practice; a member may ask that their own vote is recorded: Local Authorities
    (Standing Orders) Regulations 1993 Sch 2 para 1.
    """
    seconded = f" and seconded by {vote.seconder}" if vote.seconder else ""
    moved = f", moved by {vote.mover}{seconded}," if vote.mover else ""
    motion = f"The motion {vote.motion.rstrip('.')}{moved}"
    outcome = "carried" if is_carried(vote) else "lost"
    if vote.kind is VoteKind.ASSENT:
        return (f"{motion} was agreed without a vote.",)
    casting = ""
    if vote.casting is not CastingVote.NONE:
        casting = f" by the casting vote of the person presiding, {vote.casting.value} the motion"
    counted = (
        f"{motion} was put to the vote: {vote.in_favour} for, {vote.against} against, "
        f"{vote.abstained} abstaining. It was {outcome}{casting}."
    )
    if vote.kind is VoteKind.SHOW_OF_HANDS:
        return (counted,)
    named = (
        f"For: {_names(vote.named_in_favour)}. Against: {_names(vote.named_against)}. "
        f"Abstaining: {_names(vote.named_abstained)}."
    )
    return counted, named


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
