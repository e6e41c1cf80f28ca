from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.committee import Person
from scrutiny_app.domain.ids import PersonId
from scrutiny_app.domain.minutes.minutes import (
    Attendance,
    MemberAttendance,
    MinutesOutline,
    Resolution,
    joined_resolutions,
    outline_minutes,
    point_label,
    resolution_lines,
    seats_taken,
)
from tests.build import an_agenda

OUTLINE = outline_minutes(an_agenda(items=2), first_number=18)


def attended(*how: Attendance) -> MinutesOutline:
    lines = zip(OUTLINE.attendance, how, strict=True)
    return replace(OUTLINE, attendance=tuple(replace(line, attendance=one) for line, one in lines))


def resolutions(*texts: str) -> tuple[Resolution, ...]:
    return tuple(Resolution(number, text) for number, text in enumerate(texts, start=1))


def names(lines: tuple[MemberAttendance, ...]) -> list[str]:
    return [line.member.person.name for line in lines]


def test_every_item_has_one_minute_and_every_member_is_expected() -> None:
    assert [minute.number for minute in OUTLINE.minutes] == [18, 19, 20, 21]
    assert {line.attendance for line in OUTLINE.attendance} == {Attendance.EXPECTED}
    assert (OUTLINE.present, OUTLINE.absent) == ((), ())


def test_those_who_came_and_those_who_did_not_stand_in_printed_order() -> None:
    outline = attended(
        Attendance.SUBSTITUTED,
        Attendance.PRESENT,
        Attendance.ABSENT_NO_APOLOGIES,
        Attendance.ABSENT_APOLOGIES,
    )
    assert names(outline.present) == ["Tom Ashdown"]
    assert names(outline.absent) == ["Priya Naylor", "Wren Okafor", "Liz Carrow"]


def test_a_substitute_takes_the_seat_of_their_member() -> None:
    outline = attended(
        Attendance.SUBSTITUTED,
        Attendance.PRESENT,
        Attendance.EXPECTED,
        Attendance.ABSENT_APOLOGIES,
    )
    seats = {line.member.id for line in outline.attendance[:2]}
    assert seats_taken(outline.attendance) == seats


def test_a_member_elsewhere_counts_only_where_the_law_says_so() -> None:
    member = OUTLINE.attendance[0].member
    line = MemberAttendance(
        member, Attendance.PRESENT, Person(PersonId("1"), "Nobody"), remote=True
    )
    assert seats_taken([line]) == frozenset()
    assert seats_taken([line], remote_counts=True) == {member.id}


@pytest.mark.parametrize(
    ("place", "label"),
    [(0, "a"), (25, "z"), (26, "aa"), (27, "bb"), (51, "zz"), (52, "aaa")],
)
def test_points_are_lettered_by_doubling(place: int, label: str) -> None:
    assert point_label(place) == label


@given(st.integers(0, 500), st.integers(0, 500))
def test_no_two_points_share_a_letter(one: int, other: int) -> None:
    assert (point_label(one) == point_label(other)) is (one == other)


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        ((), ""),
        (("note the report.",), "1) note the report."),
        (("note it", "ask again;"), "1) note it; and 2) ask again."),
        (
            ("note it", "ask again", " thank the officers "),
            "1) note it; 2) ask again; and 3) thank the officers.",
        ),
    ],
)
def test_resolutions_are_joined_into_one_sentence(texts: tuple[str, ...], joined: str) -> None:
    assert joined_resolutions(resolutions(*texts)) == joined


def test_resolutions_in_a_list_have_the_same_stops() -> None:
    assert resolution_lines(resolutions("a", "b", "c")) == ("a;", "b; and", "c.")
