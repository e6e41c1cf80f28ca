from __future__ import annotations

from datetime import date, time

import pytest

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.meeting_dates import (
    LAST,
    ChosenDays,
    DateRule,
    DateTrouble,
    MonthlyRule,
    OtherMeeting,
    WeeklyRule,
    days_by_rule,
    review_dates,
)
from scrutiny_app.rulebook.calendars import working_calendar

YEAR = (date(2026, 5, 15), date(2027, 5, 14))
CALENDAR = working_calendar(Nation.ENGLAND, {2026, 2027}, {date(2026, 12, 29)})
HALF_NINE = time(9, 30)
THURSDAY = 3


def test_the_last_thursday_of_each_month_but_two() -> None:
    rule = MonthlyRule(THURSDAY, LAST, frozenset({8, 12}))
    days = days_by_rule(rule, *YEAR)
    assert days[:4] == (
        date(2026, 5, 28),
        date(2026, 6, 25),
        date(2026, 7, 30),
        date(2026, 9, 24),
    )
    assert len(days) == 10
    assert str(rule) == "the last Thursday of each month but August and December"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (MonthlyRule(0, 1), [date(2027, 1, 4), date(2027, 2, 1)]),
        (MonthlyRule(4, 4), [date(2027, 1, 22), date(2027, 2, 26)]),
        (WeeklyRule(date(2026, 12, 3), 6), [date(2027, 1, 14), date(2027, 2, 25)]),
        (WeeklyRule(date(2027, 2, 20), 1), [date(2027, 2, 20), date(2027, 2, 27)]),
        (
            ChosenDays((date(2027, 2, 1), date(2027, 1, 9), date(2027, 2, 1), date(2028, 1, 1))),
            [date(2027, 1, 9), date(2027, 2, 1)],
        ),
    ],
)
def test_a_rule_gives_its_days_within_two_days(rule: DateRule, expected: list[date]) -> None:
    assert list(days_by_rule(rule, date(2027, 1, 1), date(2027, 2, 28))) == expected


@pytest.mark.parametrize(
    "rule",
    [
        MonthlyRule(THURSDAY, 5),
        MonthlyRule(7, 1),
        MonthlyRule(0, 1, frozenset(range(1, 13))),
        WeeklyRule(date(2027, 1, 1), 0),
    ],
)
def test_a_rule_that_cannot_be_is_refused(rule: DateRule) -> None:
    with pytest.raises(WrongInput):
        days_by_rule(rule, *YEAR)


def test_days_that_run_backwards_are_refused() -> None:
    with pytest.raises(WrongInput):
        days_by_rule(MonthlyRule(0, 1), date(2027, 1, 2), date(2027, 1, 1))


def troubles(day: date, *others: OtherMeeting, members: str = "") -> list[DateTrouble]:
    names = frozenset(members.split())
    (found,) = review_dates([day], HALF_NINE, CALENDAR, others, members=names)
    return [one.trouble for one in found.findings]


@pytest.mark.parametrize(
    ("day", "instead"),
    [
        (date(2026, 12, 25), date(2026, 12, 30)),
        (date(2027, 1, 23), date(2027, 1, 25)),
        (date(2026, 12, 29), date(2026, 12, 30)),
    ],
)
def test_a_day_on_which_the_offices_are_closed_is_told_with_the_next_that_is_open(
    day: date, instead: date
) -> None:
    (found,) = review_dates([day], HALF_NINE, CALENDAR)
    assert [one.trouble for one in found.findings] == [DateTrouble.CLOSED]
    assert found.instead == instead


@pytest.mark.parametrize(
    ("starts_at", "expected"),
    [
        (time(9, 30), [DateTrouble.SAME_TIME]),
        (time(11, 59), [DateTrouble.SAME_TIME]),
        (time(7, 1), [DateTrouble.SAME_TIME]),
        (time(12), []),
    ],
)
def test_another_committee_clashes_while_it_is_taken_to_sit(
    starts_at: time, expected: list[DateTrouble]
) -> None:
    other = OtherMeeting("Planning", date(2027, 1, 21), starts_at, frozenset({"Ann"}))
    assert troubles(date(2027, 1, 21), other, members="Bob") == expected


def test_members_of_both_committees_are_named() -> None:
    other = OtherMeeting("Planning", date(2027, 1, 21), HALF_NINE, frozenset({"Ann", "Bob"}))
    (found,) = review_dates(
        [date(2027, 1, 21)], HALF_NINE, CALENDAR, [other], members=frozenset({"Bob", "Cy"})
    )
    assert found.findings[0].trouble is DateTrouble.SAME_MEMBERS
    assert found.findings[0].sentence.endswith("sit on both: Bob.")


def test_two_meetings_of_one_committee_are_not_too_close() -> None:
    days = [date(2027, 1, 21), date(2027, 2, 3), date(2027, 2, 17)]
    found = review_dates(days, HALF_NINE, CALENDAR)
    assert [[one.trouble for one in each.findings] for each in found] == [
        [],
        [DateTrouble.TOO_CLOSE],
        [],
    ]
    own = OtherMeeting("Ours", date(2027, 1, 28), HALF_NINE, own=True)
    assert troubles(date(2027, 1, 21), own) == [DateTrouble.TOO_CLOSE]


def test_a_committee_that_meets_on_the_day_is_told_whatever_the_time() -> None:
    own = OtherMeeting("Ours", date(2027, 1, 21), time(18), own=True)
    assert troubles(date(2027, 1, 21), own) == [DateTrouble.SAME_COMMITTEE]
