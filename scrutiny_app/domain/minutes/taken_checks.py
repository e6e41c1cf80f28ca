"""What should be looked at in minutes that were taken: quorum, votes, interests, the chair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.ids import MembershipId
from scrutiny_app.domain.membership import voting_members
from scrutiny_app.domain.minutes.interest import InterestCategory
from scrutiny_app.domain.minutes.live_quorum import seats_at, seats_left_for
from scrutiny_app.domain.minutes.minutes import (
    Attendance,
    Minute,
    MinutesOutline,
    seats_taken,
)
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind
from scrutiny_app.domain.quorum import Quorum, quorum_for, quorum_needed
from scrutiny_app.domain.wording import clock_time

_MUST_LEAVE = (InterestCategory.DISCLOSABLE, InterestCategory.OTHER_REGISTRABLE)


def taken_findings(outline: MinutesOutline) -> tuple[Finding, ...]:
    """Return what the checks find in minutes that were taken, a sentence each.

    Source: each check's own.
    """
    checks = (_quorum, _votes, _interests, _presiding)
    return tuple(finding for check in checks for finding in check(outline))


def _quorum(outline: MinutesOutline) -> Iterator[Finding]:
    """Find the moments at which too few voting members were in the room.

    Source: the council's constitution, see ``quorum.py``; it counts again when somebody comes,
    goes, or leaves for an interest.
    """
    for moment in _moments(outline):
        for minute in outline.minutes[:1]:
            yield from _short(outline, _seats(outline, moment), minute, _when(moment))
    for minute in outline.minutes:
        gone = seats_left_for(outline, minute.item)
        if gone:
            still = _seats(outline, None) - gone
            yield from _short(outline, still, minute, f"During minute {minute.number}")


def _short(
    outline: MinutesOutline, present: frozenset[MembershipId], minute: Minute, when: str
) -> Iterator[Finding]:
    agenda = outline.agenda
    rule = agenda.committee.quorum
    if quorum_for(rule, agenda.members, present, minute.item) is Quorum.INQUORATE:
        voting = voting_members(agenda.members, education=minute.item.education)
        here = sum(one.id in present for one in voting)
        yield _warning(
            f"{when} {here} voting members were present, and the quorum is "
            f"{quorum_needed(rule, len(voting))}. Business done then may be challenged: take "
            "advice before the minutes are published.",
            "quorum",
        )


def _moments(outline: MinutesOutline) -> list[time | None]:
    """Return the start of the meeting, None where it is not noted, and when members left."""
    gone = {one.left for one in outline.attendance if one.left}
    return [outline.started_at, *sorted(gone)]


def _when(moment: time | None) -> str:
    return f"From {clock_time(moment)}" if moment else "At the meeting"


def _seats(outline: MinutesOutline, moment: time | None) -> frozenset[MembershipId]:
    """Return the seats taken at a moment; None asks for all who came at any time."""
    if moment is not None:
        return seats_at(outline, moment)
    remote = outline.agenda.council.nation is Nation.WALES
    return seats_taken(outline.attendance, remote_counts=remote)


def _votes(outline: MinutesOutline) -> Iterator[Finding]:
    """Find votes that cannot have been cast as they are written.

    Source: Local Government Act 1972 Sch 12 para 39; only members present vote.
    """
    present = _seats(outline, None)
    for minute in outline.minutes:
        voting = voting_members(outline.agenda.members, education=minute.item.education)
        most = sum(one.id in present for one in voting)
        for vote in minute.votes:
            yield from _vote(vote, most, f"minute {minute.number}")


def _vote(vote: Vote, most: int, where: str) -> Iterator[Finding]:
    if vote.kind is VoteKind.ASSENT:
        return
    if vote.cast > most:
        yield _warning(
            f"In {where} {vote.cast} votes and abstentions are counted, and {most} members could "
            "vote. Count again, or correct the attendance.",
            where,
        )
    tied = vote.in_favour == vote.against
    if tied and vote.casting is CastingVote.NONE and vote.in_favour:
        yield _warning(
            f"In {where} the votes are equal and no casting vote is noted, so the motion is "
            "lost. If the person presiding gave one, note whether it was for or against.",
            where,
        )
    if not tied and vote.casting is not CastingVote.NONE:
        yield _warning(
            f"In {where} a casting vote is noted, and the votes were not equal. Take it out, or "
            "correct the count.",
            where,
        )


def _interests(outline: MinutesOutline) -> Iterator[Finding]:
    """Find members who declared an interest that bars them and did not leave.

    Source: Localism Act 2011 s.31(4) (no part in discussion or vote); councils' standing orders
    and the model code ask the member to leave the room.
    """
    numbers = {minute.number for minute in outline.minutes}
    for minute in outline.minutes:
        for one in minute.interests:
            if one.category in _MUST_LEAVE and not (one.left or one.dispensation):
                yield _warning(
                    f"{one.member} declared {one.category.value} interest and it is not noted "
                    "that they left. Note that they did, or the dispensation that they had.",
                    "interests",
                )
            if one.minute is not None and one.minute not in numbers:
                yield _warning(
                    f"{one.member} declared an interest in minute {one.minute}, and there is no "
                    "such minute. Correct the number.",
                    "interests",
                )


def _presiding(outline: MinutesOutline) -> Iterator[Finding]:
    """Find minutes that do not say who presided, or name somebody who was not there.

    Source: Local Government Act 1972 Sch 12 para 41(1) (signed by the person presiding).
    """
    came = {one.member.person.full_name for one in outline.present}
    came |= {
        one.substitute.full_name
        for one in outline.attendance
        if one.substitute and one.attendance is Attendance.SUBSTITUTED
    }
    if not outline.presiding:
        yield _warning("It is not noted who presided. Say who took the chair.", "presiding")
    elif outline.presiding not in came:
        yield _warning(
            f"{outline.presiding} presided, and is not among the members present. Correct one of "
            "the two.",
            "presiding",
        )


def _warning(message: str, where: str) -> Finding:
    return Finding(Severity.WARNING, message, where)
