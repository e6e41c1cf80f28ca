"""What must be put right before minutes are published: names, times and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from itertools import pairwise

from scrutiny_app.domain.finding import Finding, Severity
from scrutiny_app.domain.minutes.minutes import Attendance, MinutesOutline
from scrutiny_app.domain.wording import clock_time


def minutes_findings(outline: MinutesOutline) -> tuple[Finding, ...]:
    """Return everything the checks find in a meeting's minutes, a sentence each."""
    checks = (_attendance_findings, _time_findings, _number_findings)
    return tuple(finding for check in checks for finding in check(outline))


def _attendance_findings(outline: MinutesOutline) -> Iterator[Finding]:
    """Check A1: every member is present, or absent with apologies or with none received.

    Source: Local Government Act 1972 Sch 12 para 40 (names of members present); the
    minutes of a real meeting had to be corrected for an absence without a word on apologies.
    """
    noted = {line.member.id for line in outline.attendance}
    for member in outline.agenda.members:
        if member.id not in noted:
            yield _attendance(f"{member.person.full_name} is not on the attendance list. Add them.")
    for line in outline.attendance:
        name = line.member.person.full_name
        if line.attendance is Attendance.EXPECTED:
            yield _attendance(
                f"It is not noted whether {name} came. Mark them present, or absent with "
                "apologies or with none received."
            )
        substituted = line.attendance is Attendance.SUBSTITUTED
        if substituted and line.substitute is None:
            yield _attendance(f"{name} had a substitute who is not named. Name them.")
        if line.substitute is not None and not substituted:
            yield _attendance(
                f"{name} is {line.attendance}, yet {line.substitute.full_name} is named as their "
                "substitute. Mark the member as substituted, or take the substitute out."
            )


def _time_findings(outline: MinutesOutline) -> Iterator[Finding]:
    """Check the order of times: start, adjourned, resumed, end.

    A meeting past midnight is not provided for: its times would need days.

    Source: practice: real minutes give a break with both its times.
    """
    times = list(_times(outline))
    for (before, earlier), (after, later) in pairwise(times):
        if later <= earlier:
            yield _times_wrong(
                f"The meeting {after} at {clock_time(later)}, which is not after it {before} at "
                f"{clock_time(earlier)}. Correct one of the two."
            )
    breaks = [one for minute in outline.minutes for one in minute.adjournments]
    if any(one.resumed_at is None for one in breaks[:-1]):
        yield _times_wrong(
            "The meeting adjourned again without having resumed. Note when it resumed."
        )


def _times(outline: MinutesOutline) -> Iterator[tuple[str, time]]:
    """Give each time that is noted, in the order of events.

    A meeting that ended with its last break ended when it adjourned: that is one time, not two.
    """
    if outline.started_at:
        yield "started", outline.started_at
    last: time | None = None
    for minute in outline.minutes:
        for one in minute.adjournments:
            yield "adjourned", one.adjourned_at
            last = one.adjourned_at
            if one.resumed_at:
                yield "resumed", one.resumed_at
                last = None
    if outline.ended_at and outline.ended_at != last:
        yield "ended", outline.ended_at


def _number_findings(outline: MinutesOutline) -> Iterator[Finding]:
    """Check that minutes run on by one, and that the resolutions of each count from 1.

    Source: practice: the minutes of real committees number both so.
    """
    for before, after in pairwise(outline.minutes):
        if after.number != before.number + 1:
            yield _minute(
                after.number,
                f"Minute {after.number} follows minute {before.number}. Number the minutes so "
                "that they run on by one.",
            )
    for minute in outline.minutes:
        numbers = [one.number for one in minute.resolutions]
        if numbers != list(range(1, len(numbers) + 1)):
            yield _minute(
                minute.number,
                f"The resolutions of minute {minute.number} do not count 1, 2, 3. Number them "
                "again from 1.",
            )


def _attendance(message: str) -> Finding:
    return Finding(Severity.PROBLEM, message, "attendance")


def _times_wrong(message: str) -> Finding:
    return Finding(Severity.PROBLEM, message, "times")


def _minute(number: int, message: str) -> Finding:
    return Finding(Severity.PROBLEM, message, f"minute {number}")
