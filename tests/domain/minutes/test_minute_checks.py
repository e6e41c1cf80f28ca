from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from scrutiny_app.domain.committee import Person
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.minute_checks import minutes_findings
from scrutiny_app.domain.minutes.minutes import (
    Adjournment,
    Attendance,
    MinutesOutline,
    Resolution,
    outline_minutes,
)
from tests.build import an_agenda

EMPTY = outline_minutes(an_agenda(items=2), first_number=18)
SOUND = replace(
    EMPTY,
    attendance=tuple(replace(line, attendance=Attendance.PRESENT) for line in EMPTY.attendance),
)
STAND_IN = Person(PersonId("1"), "Sam Reed", "Councillor")


def messages(outline: MinutesOutline) -> list[str]:
    return [finding.message for finding in minutes_findings(outline)]


def with_line(**changes: object) -> MinutesOutline:
    first, *rest = SOUND.attendance
    return replace(SOUND, attendance=(replace(first, **changes), *rest))  # type: ignore[arg-type]


def with_times(
    started: time | None, *breaks: tuple[time, time | None], ended: time | None
) -> MinutesOutline:
    """Minutes with these breaks, one an item."""
    minutes = list(SOUND.minutes)
    for place, (adjourned, resumed) in enumerate(breaks):
        one = Adjournment(adjourned, "a break", resumed)
        minutes[place] = replace(minutes[place], adjournments=(one,))
    return replace(SOUND, minutes=tuple(minutes), started_at=started, ended_at=ended)


def test_sound_minutes_have_no_findings() -> None:
    assert minutes_findings(SOUND) == ()


def test_a_member_of_whom_nothing_is_noted_is_found() -> None:
    outline = with_line(attendance=Attendance.EXPECTED)
    (finding,) = minutes_findings(outline)
    assert finding.where == "attendance"
    assert "whether Councillor Priya Naylor came" in finding.message


@pytest.mark.parametrize(
    "how", [Attendance.ABSENT_APOLOGIES, Attendance.ABSENT_NO_APOLOGIES, Attendance.PRESENT]
)
def test_an_absence_is_accounted_for_with_apologies_or_with_none(how: Attendance) -> None:
    assert minutes_findings(with_line(attendance=how)) == ()


def test_a_member_who_is_not_on_the_list_is_found() -> None:
    outline = replace(SOUND, attendance=SOUND.attendance[1:])
    assert messages(outline) == ["Councillor Priya Naylor is not on the attendance list. Add them."]


def test_a_substitute_must_be_named_and_stand_for_somebody() -> None:
    named = with_line(attendance=Attendance.SUBSTITUTED, substitute=STAND_IN)
    assert messages(named) == []
    (nameless,) = messages(with_line(attendance=Attendance.SUBSTITUTED))
    assert "who is not named" in nameless
    (needless,) = messages(with_line(substitute=STAND_IN))
    assert needless.startswith("Councillor Priya Naylor is present, yet Councillor Sam Reed")


@pytest.mark.parametrize(
    "outline",
    [
        with_times(None, ended=None),
        with_times(time(10, 32), ended=time(12, 31)),
        with_times(time(10, 32), (time(12, 12), time(12, 20)), ended=time(12, 31)),
        with_times(None, (time(11), time(11, 5)), (time(12), time(12, 5)), ended=None),
        # Ended with its last break
        with_times(time(10), (time(12), None), ended=time(12)),
        with_times(time(10), (time(12), None), ended=None),
    ],
)
def test_times_in_order_have_no_findings(outline: MinutesOutline) -> None:
    assert messages(outline) == []


@pytest.mark.parametrize(
    ("outline", "fault"),
    [
        (with_times(time(12), ended=time(10)), "ended at 10.00 am, which is not after it started"),
        (
            with_times(time(10), (time(9), time(10, 30)), ended=time(12)),
            "adjourned at 9.00 am, which is not after it started at 10.00 am",
        ),
        (
            with_times(time(10), (time(11), time(10, 50)), ended=time(12)),
            "resumed at 10.50 am, which is not after it adjourned at 11.00 am",
        ),
        (
            with_times(time(10), (time(11), time(11)), ended=time(12)),
            "resumed at 11.00 am, which is not after it adjourned at 11.00 am",
        ),
        (
            with_times(time(10), (time(11), time(11, 30)), ended=time(11, 30)),
            "ended at 11.30 am, which is not after it resumed",
        ),
        (
            with_times(time(10), (time(11), None), (time(12), time(12, 5)), ended=time(13)),
            "adjourned again without having resumed",
        ),
    ],
)
def test_times_out_of_order_are_found(outline: MinutesOutline, fault: str) -> None:
    (message,) = messages(outline)
    assert fault in message


def test_minutes_that_do_not_run_on_are_found() -> None:
    first, second, *rest = SOUND.minutes
    outline = replace(SOUND, minutes=(first, replace(second, number=18), *rest))
    assert [finding.where for finding in minutes_findings(outline)] == ["minute 18", "minute 20"]


def test_resolutions_that_do_not_count_from_one_are_found() -> None:
    first, *rest = SOUND.minutes
    twice = replace(first, resolutions=(Resolution(1, "note it"), Resolution(3, "ask again")))
    (message,) = messages(replace(SOUND, minutes=(twice, *rest)))
    assert message.startswith("The resolutions of minute 18 do not count")
