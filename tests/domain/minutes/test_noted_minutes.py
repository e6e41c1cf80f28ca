from __future__ import annotations

from dataclasses import replace

import pytest

from scrutiny_app.domain.minutes.minutes import Attendance
from scrutiny_app.domain.minutes.noted_minutes import (
    NotedAttendance,
    NotedMinutes,
    minutes_as_noted,
    points_in,
)
from tests.build import an_agenda


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("", ()),
        ("one\n\ntwo ", ("one", "two")),
        ("a) one\nb) two\naa) three", ("one", "two", "three")),
        ("one\n- north\n- east\ntwo", ("one\n- north\n- east", "two")),
        ("ab) is no letter\n(c) nor is this", ("ab) is no letter", "(c) nor is this")),
        ("a)", ()),
        ("- a dash at the start", ("- a dash at the start",)),
    ],
)
def test_points_are_typed_a_line_each(typed: str, points: tuple[str, ...]) -> None:
    assert points_in(typed) == points


def test_until_something_is_noted_every_member_is_expected_and_every_item_numbered() -> None:
    agenda = an_agenda(items=2)
    noted = NotedMinutes(agenda.meeting.id)
    outline = minutes_as_noted(agenda, noted, first_number=31)
    assert not noted.begun
    assert {one.attendance for one in outline.attendance} == {Attendance.EXPECTED}
    assert [one.number for one in outline.minutes] == [31, 32, 33, 34]


def test_minutes_follow_the_agenda_when_its_items_are_moved() -> None:
    agenda = an_agenda(items=1)
    moved = replace(agenda, items=agenda.items[::-1])
    outline = minutes_as_noted(moved, NotedMinutes(agenda.meeting.id), first_number=1)
    assert [one.item for one in outline.minutes] == list(moved.items)


def test_a_note_on_a_seat_that_is_gone_is_not_shown() -> None:
    agenda = an_agenda()
    came = NotedAttendance(Attendance.PRESENT)
    noted = NotedMinutes(agenda.meeting.id, attendance={agenda.members[0].id: came})
    without = replace(agenda, members=agenda.members[1:])
    outline = minutes_as_noted(without, noted, first_number=1)
    assert outline.present == ()
