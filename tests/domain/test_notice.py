from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.law import Certainty
from scrutiny_app.domain.notice import (
    NoticeRule,
    NoticeState,
    clear_days,
    counted_days,
    day_published,
    deadline,
    latest_publication,
    local_moment,
    notice_clock,
)
from scrutiny_app.domain.working_calendar import WorkingCalendar

VECTORS = json.loads((Path(__file__).parent / "vectors/clear_days.json").read_text("utf-8"))
HOLIDAYS = {
    date.fromisoformat(day): "Bank holiday"
    for days in VECTORS["bank_holidays"].values()
    for day in days
}
CALENDAR = WorkingCalendar(frozenset(range(2022, 2030)), HOLIDAYS)
# The bank holidays that fall near the meeting of 1 May 1990
CALENDAR_1990 = WorkingCalendar(frozenset({1990}), {date(1990, 5, 7): "Early May bank holiday"})
MEETING = date(2024, 1, 25)
BY = "5.00 pm on Wednesday 17 January 2024"
MISSED = f"The last moment to publish was {BY}. There are now"
DAYS = st.dates(date(2022, 3, 1), date(2029, 10, 1))


def a_rule(days: int = 5) -> NoticeRule:
    return NoticeRule(
        nation=Nation.ENGLAND,
        source="a test",
        certainty=Certainty.BELIEVED,
        days=days,
        cut_off=time(17),
    )


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("published", "meeting", "days"), VECTORS["clear_days"])
def test_clear_days_agree_with_those_counted_by_hand(
    published: str, meeting: str, days: int
) -> None:
    calendar = CALENDAR_1990 if published.startswith("1990") else CALENDAR
    assert clear_days(date.fromisoformat(published), date.fromisoformat(meeting), calendar) == days


@pytest.mark.parametrize(("meeting", "publish_by", "counted"), VECTORS["latest_publication"])
def test_the_last_day_to_publish_agrees_with_the_one_found_by_hand(
    meeting: str, publish_by: str, counted: list[str]
) -> None:
    held_on, day = date.fromisoformat(meeting), date.fromisoformat(publish_by)
    assert latest_publication(held_on, a_rule(), CALENDAR) == day
    assert [one.isoformat() for one in counted_days(day, held_on, CALENDAR)] == counted


def test_three_clear_days_in_elitestone_ended_the_day_before_publication() -> None:
    by = latest_publication(date(1990, 5, 1), a_rule(days=3), CALENDAR_1990)
    assert by == date(1990, 4, 25)


def test_offices_shut_over_christmas_leave_the_count_and_bring_the_last_day_forward() -> None:
    shut = frozenset({date(2024, 12, 27), date(2024, 12, 30), date(2024, 12, 31)})
    calendar = WorkingCalendar(CALENDAR.years, HOLIDAYS, shut)
    meeting = date(2025, 1, 9)
    by = latest_publication(meeting, a_rule(), calendar)
    assert by == date(2024, 12, 24)
    assert counted_days(by, meeting, calendar) == counted_days(
        date(2024, 12, 31), meeting, CALENDAR
    )


@given(DAYS, st.integers(1, 10))
def test_the_last_day_to_publish_is_the_last_that_gives_enough(meeting: date, needed: int) -> None:
    by = latest_publication(meeting, a_rule(days=needed), CALENDAR)
    assert CALENDAR.is_working(by)
    assert clear_days(by, meeting, CALENDAR) == needed
    next_day = CALENDAR.working_day_from(by + timedelta(days=1))
    assert clear_days(next_day, meeting, CALENDAR) == needed - 1


@given(DAYS, DAYS, DAYS)
def test_publishing_earlier_never_gives_fewer_clear_days(
    first: date, second: date, meeting: date
) -> None:
    earlier, later = sorted((first, second))
    assert clear_days(earlier, meeting, CALENDAR) >= clear_days(later, meeting, CALENDAR)


@given(DAYS, DAYS)
def test_a_later_meeting_never_has_an_earlier_last_day(first: date, second: date) -> None:
    earlier, later = sorted((first, second))
    assert latest_publication(earlier, a_rule(), CALENDAR) <= latest_publication(
        later, a_rule(), CALENDAR
    )


@given(st.datetimes(datetime(2022, 6, 1), datetime(2029, 6, 1), timezones=st.just(UTC)), DAYS)  # noqa: DTZ001 (hypothesis adds the zone)
def test_notice_is_full_exactly_up_to_the_deadline(moment: datetime, meeting: date) -> None:
    assume(moment.date() < meeting)
    clock = notice_clock(meeting, a_rule(), CALENDAR, now=moment, published_at=moment)
    in_time = moment <= deadline(meeting, a_rule(), CALENDAR)
    assert clock.state is (NoticeState.GIVEN if in_time else NoticeState.SHORT)
    assert (clock.clear_days >= clock.needed) is in_time


@pytest.mark.parametrize(
    ("moment", "counts_on"),
    [
        ("2024-01-17T17:00:00", date(2024, 1, 17)),  # winter: 5 pm to the second
        ("2024-01-17T17:00:01", date(2024, 1, 18)),
        ("2024-07-17T16:00:00", date(2024, 7, 17)),  # summer time: 5 pm
        ("2024-07-17T16:30:00", date(2024, 7, 18)),  # summer time: half past five
        ("2024-07-17T23:30:00", date(2024, 7, 18)),  # half past midnight, the next day
        ("2024-03-29T10:00:00", date(2024, 4, 2)),  # Good Friday
        ("2024-03-28T18:00:00", date(2024, 4, 2)),  # the evening before
        ("2024-01-20T10:00:00", date(2024, 1, 22)),  # a Saturday
    ],
)
def test_what_comes_out_after_hours_counts_from_the_next_working_day(
    moment: str, counts_on: date
) -> None:
    assert day_published(utc(moment), a_rule(), CALENDAR) == counts_on


def test_the_deadline_follows_the_clocks() -> None:
    assert deadline(MEETING, a_rule(), CALENDAR) == utc("2024-01-17T17:00:00")
    assert deadline(date(2024, 7, 25), a_rule(), CALENDAR) == utc("2024-07-17T16:00:00")


def test_the_deadline_on_the_weekend_the_clocks_change_is_in_the_old_time() -> None:
    # Clocks went forward on Sunday 31 March 2024; the last day was Thursday 28 March
    assert deadline(date(2024, 4, 9), a_rule(), CALENDAR) == utc("2024-03-28T17:00:00")


def test_a_moment_without_a_time_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_moment(datetime(2024, 1, 17, 12))  # noqa: DTZ001 (the fault under test)


@pytest.mark.parametrize(
    ("now", "state", "left", "sentence"),
    [
        (
            "2024-01-10T10:00:00",
            NoticeState.OPEN,
            6,
            f"Publish by {BY}; working days left: 6.",
        ),
        (
            "2024-01-16T18:00:00",
            NoticeState.LAST_DAY,
            1,
            f"Publish by {BY}; it is the last working day for it.",
        ),
        (
            "2024-01-23T18:00:00",
            NoticeState.MISSED,
            0,
            f"{MISSED} 0 clear days of the 5 needed.",
        ),
        (
            "2024-01-22T18:00:00",
            NoticeState.MISSED,
            0,
            f"{MISSED} 1 clear day of the 5 needed.",
        ),
    ],
)
def test_the_clock_runs_until_the_agenda_is_published(
    now: str, state: NoticeState, left: int, sentence: str
) -> None:
    clock = notice_clock(MEETING, a_rule(), CALENDAR, now=utc(now))
    assert (clock.state, clock.working_days_left) == (state, left)
    assert clock.sentence == sentence
    assert clock.deadline == utc("2024-01-17T17:00:00")


@pytest.mark.parametrize(
    ("published", "state", "sentence"),
    [
        (
            "2024-01-16T12:00:00",
            NoticeState.GIVEN,
            "The agenda was published in time, with 6 clear days.",
        ),
        (
            "2024-01-19T12:00:00",
            NoticeState.SHORT,
            f"The agenda was published after {BY}, with 3 clear days of the 5 needed.",
        ),
    ],
)
def test_the_clock_stops_at_publication(published: str, state: NoticeState, sentence: str) -> None:
    moment = utc(published)
    clock = notice_clock(
        MEETING, a_rule(), CALENDAR, now=utc("2024-02-01T10:00:00"), published_at=moment
    )
    assert (clock.state, clock.sentence, clock.working_days_left) == (state, sentence, 0)


def test_a_meeting_of_long_ago_needs_no_calendar_of_today() -> None:
    clock = notice_clock(MEETING, a_rule(), CALENDAR, now=utc("2050-01-01T10:00:00"))
    assert (clock.state, clock.clear_days) == (NoticeState.MISSED, 0)
