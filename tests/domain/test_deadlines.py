from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.deadlines import (
    Deadline,
    DeadlineKind,
    DeadlineState,
    deadlines_of,
    working_days_before,
)
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.notice_periods import notice_rule
from tests.build import a_paper, an_agenda

HELD = date(2024, 1, 25)
CALENDAR = working_calendar(Nation.ENGLAND, {2024})
RULE = notice_rule(Nation.ENGLAND, HELD)
BEFORE = {
    DeadlineKind.DRAFT_REPORTS: 8,
    DeadlineKind.BRIEFING: 5,
    DeadlineKind.FINAL_REPORTS: 2,
}


def at(day: int, month: int = 1) -> datetime:
    return datetime.combine(date(2024, month, day), time(11), UTC)


def due(agenda: Agenda, now: datetime) -> dict[DeadlineKind, Deadline]:
    found = deadlines_of(agenda, BEFORE, RULE, CALENDAR, now=now)
    return {one.kind: one for one in found}


@pytest.fixture
def agenda() -> Agenda:
    return an_agenda([a_paper("A"), replace(a_paper("B"), draft=True)], held_on=HELD)


def test_days_are_counted_back_from_the_last_day_to_publish(agenda: Agenda) -> None:
    days = [one.due for one in deadlines_of(agenda, BEFORE, RULE, CALENDAR, now=at(8))]
    assert days == [
        date(2024, 1, 5),
        date(2024, 1, 10),
        date(2024, 1, 15),
        date(2024, 1, 17),
        HELD,
    ]


def test_a_council_that_asks_for_more_days_publishes_earlier(agenda: Agenda) -> None:
    longer = replace(agenda, committee=replace(agenda.committee, extra_notice=2))
    assert due(longer, at(8))[DeadlineKind.PUBLISH].due == date(2024, 1, 15)


def test_a_final_report_that_is_still_a_draft_is_awaited_by_its_number(agenda: Agenda) -> None:
    found = due(agenda, at(16))
    assert found[DeadlineKind.DRAFT_REPORTS].state is DeadlineState.DONE
    assert found[DeadlineKind.BRIEFING].state is DeadlineState.PAST
    assert found[DeadlineKind.FINAL_REPORTS].state is DeadlineState.OVERDUE
    assert found[DeadlineKind.FINAL_REPORTS].awaited == "2.2 still awaited"
    assert found[DeadlineKind.PUBLISH].state is DeadlineState.NEXT
    assert found[DeadlineKind.MEETING].state is DeadlineState.AHEAD


def test_reports_are_not_done_while_there_are_none() -> None:
    found = due(an_agenda(held_on=HELD), at(3))
    assert found[DeadlineKind.DRAFT_REPORTS].state is DeadlineState.NEXT
    assert found[DeadlineKind.FINAL_REPORTS].state is DeadlineState.AHEAD


def test_a_published_agenda_is_done_and_one_that_is_not_is_overdue(agenda: Agenda) -> None:
    assert due(agenda, at(18))[DeadlineKind.PUBLISH].state is DeadlineState.OVERDUE
    published = replace(agenda, meeting=replace(agenda.meeting, published_at=at(16)))
    assert due(published, at(18))[DeadlineKind.PUBLISH].state is DeadlineState.DONE


def test_something_is_due_to_the_end_of_its_day_in_london(agenda: Agenda) -> None:
    assert due(agenda, at(15))[DeadlineKind.FINAL_REPORTS].state is DeadlineState.NEXT


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2024, 1, 2), 1, date(2023, 12, 29)),
        (date(2024, 1, 6), 0, date(2024, 1, 5)),
        (date(2024, 4, 2), 1, date(2024, 3, 28)),
    ],
)
def test_working_days_pass_over_weekends_and_bank_holidays(
    day: date, days: int, expected: date
) -> None:
    assert working_days_before(day, days, CALENDAR) == expected
