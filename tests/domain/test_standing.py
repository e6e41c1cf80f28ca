from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CommitteeId, MeetingId
from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.standing import (
    Sitting,
    adjourn,
    cancel,
    carried_over,
    find_inquorate,
    hold,
    move,
    publish_agenda,
)
from tests.build import NOW, a_key, a_meeting, a_paper, an_item

LATER = Sitting(date(2027, 2, 4), time(14, 0), "Council Chamber")
NEW_KEY = MeetingId("the new meeting")

STEPS: dict[Standing, Callable[[Meeting], Meeting]] = {
    Standing.PUBLISHED: lambda meeting: publish_agenda(meeting, NOW),
    Standing.HELD: hold,
    Standing.INQUORATE: find_inquorate,
    Standing.ADJOURNED: lambda meeting: adjourn(meeting, LATER, NEW_KEY).old,
    Standing.MOVED: lambda meeting: move(meeting, LATER, NEW_KEY).old,
    Standing.CANCELLED: cancel,
}
ALLOWED = {
    (Standing.PLANNED, Standing.PUBLISHED),
    (Standing.PLANNED, Standing.MOVED),
    (Standing.PLANNED, Standing.CANCELLED),
    (Standing.PUBLISHED, Standing.HELD),
    (Standing.PUBLISHED, Standing.INQUORATE),
    (Standing.PUBLISHED, Standing.ADJOURNED),
    (Standing.PUBLISHED, Standing.MOVED),
    (Standing.PUBLISHED, Standing.CANCELLED),
    (Standing.INQUORATE, Standing.ADJOURNED),
}


def a_meeting_that_is(standing: Standing) -> Meeting:
    return replace(a_meeting(CommitteeId("children")), standing=standing)


@pytest.mark.parametrize("before", Standing)
@pytest.mark.parametrize("after", STEPS)
def test_a_meeting_takes_only_the_steps_that_are_open_to_it(
    before: Standing, after: Standing
) -> None:
    meeting = a_meeting_that_is(before)
    if (before, after) in ALLOWED:
        # An inquorate meeting that is adjourned stays inquorate in the record
        assert STEPS[after](meeting).standing in (after, before)
    else:
        with pytest.raises(WrongInput, match=f"so it cannot become {after.value}: it would have"):
            STEPS[after](meeting)


def test_an_illegal_step_is_explained_in_a_sentence() -> None:
    with pytest.raises(WrongInput) as caught:
        hold(a_meeting_that_is(Standing.CANCELLED))
    assert str(caught.value) == (
        "The meeting of Thursday 21 January 2027 is cancelled, so it cannot become held: it would "
        "have to be agenda published. If its standing is wrong, undo the step that set it."
    )


def test_publishing_notes_the_moment() -> None:
    assert publish_agenda(a_meeting_that_is(Standing.PLANNED), NOW).published_at == NOW


def test_adjourning_gives_a_new_meeting_that_needs_fresh_notice() -> None:
    published = publish_agenda(a_meeting_that_is(Standing.PLANNED), NOW)
    called_short = replace(
        published, convened_on=date(2027, 1, 18), short_notice_reason="a flood", place="Here"
    )
    both = adjourn(called_short, LATER, NEW_KEY)
    assert both.old == replace(called_short, standing=Standing.ADJOURNED, continued_as=NEW_KEY)
    assert both.new.id == NEW_KEY
    assert (both.new.held_on, both.new.starts_at, both.new.place) == (
        LATER.held_on,
        LATER.starts_at,
        LATER.place,
    )
    assert both.new.standing is Standing.PLANNED
    assert both.new.published_at is None
    assert both.new.first_minute_number is None
    assert (both.new.convened_on, both.new.short_notice_reason) == (None, "")
    assert (both.new.committee, both.new.officer) == (called_short.committee, called_short.officer)


def test_an_inquorate_meeting_that_is_adjourned_stays_inquorate_in_the_record() -> None:
    both = adjourn(a_meeting_that_is(Standing.INQUORATE), LATER, NEW_KEY)
    assert (both.old.standing, both.old.continued_as) == (Standing.INQUORATE, NEW_KEY)
    with pytest.raises(WrongInput, match="was inquorate"):
        adjourn(both.old, LATER, MeetingId("yet another"))


def test_a_meeting_is_adjourned_to_a_later_day() -> None:
    meeting = a_meeting_that_is(Standing.PUBLISHED)
    same_day = Sitting(meeting.held_on, time(16, 0), meeting.place)
    with pytest.raises(WrongInput, match="adjourned to a later day"):
        adjourn(meeting, same_day, NEW_KEY)


def test_a_meeting_may_move_to_another_room_or_an_earlier_day() -> None:
    meeting = a_meeting_that_is(Standing.PLANNED)
    room = Sitting(meeting.held_on, meeting.starts_at, "Council Chamber")
    both = move(meeting, room, NEW_KEY)
    assert (both.old.standing, both.old.continued_as) == (Standing.MOVED, NEW_KEY)
    assert both.new.place == "Council Chamber"
    earlier = Sitting(date(2027, 1, 14), meeting.starts_at, meeting.place)
    assert move(meeting, earlier, NEW_KEY).new.held_on == date(2027, 1, 14)


def test_a_move_must_change_something() -> None:
    meeting = a_meeting_that_is(Standing.PLANNED)
    with pytest.raises(WrongInput, match="at that hour and place already"):
        move(meeting, Sitting(meeting.held_on, meeting.starts_at, meeting.place), NEW_KEY)


def test_business_carried_over_is_the_new_meetings_own_with_the_same_files() -> None:
    item = an_item("Progress report", [a_paper("Report")])
    (carried,) = carried_over([replace(item, added_on=date(2027, 1, 14))], a_key)
    assert (carried.title, carried.added_on) == (item.title, None)
    assert carried.id != item.id
    assert carried.papers[0].id != item.papers[0].id
    assert carried.papers[0].version == item.papers[0].version
