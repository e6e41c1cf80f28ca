from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from scrutiny_app.domain.agenda import Agenda, AgendaItem, NumberedItem
from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.law import Certainty
from scrutiny_app.domain.notice import NoticeRule
from scrutiny_app.domain.paper import Paper
from scrutiny_app.domain.publication import (
    ItemPublication,
    NoticeGiven,
    Publication,
    notice_given,
    publication_findings,
    publication_of,
)
from scrutiny_app.domain.working_calendar import WorkingCalendar
from tests.build import a_paper, an_agenda, an_item

MEETING = date(2027, 1, 21)  # a Thursday
PUBLISH_BY = date(2027, 1, 13)  # the Wednesday of the week before
ON_TIME = NoticeGiven(MEETING, date(2027, 1, 12), PUBLISH_BY, 6, 5)
LATE = replace(ON_TIME, published_on=date(2027, 1, 15), clear_days=3)
CONVENED_SHORT = replace(LATE, convened_on=date(2027, 1, 15))
REASON = "the inspection letter came on 18 January"


def state_of(item: AgendaItem, notice: NoticeGiven = ON_TIME) -> ItemPublication:
    return publication_of(NumberedItem(4, item), notice)


def filed(paper: Paper, on: date) -> Paper:
    assert paper.version is not None
    moment = datetime.combine(on, time(12), tzinfo=UTC)
    return replace(paper, version=replace(paper.version, filed_at=moment))


def an_urgent_item(added_on: date) -> AgendaItem:
    return replace(
        an_item("Inspection letter"),
        added_on=added_on,
        urgency_reason=REASON,
        chair_agreed_on=date(2027, 1, 19),
    )


def agenda_of(*items: AgendaItem) -> Agenda:
    return replace(an_agenda(), items=items)


def test_an_item_of_an_agenda_in_time_may_be_considered() -> None:
    found = state_of(an_item(papers=[filed(a_paper(), date(2027, 1, 11))]))
    assert (found.state, found.needs, found.barred) == (Publication.ON_TIME, (), False)


def test_an_item_added_before_the_last_day_is_on_time() -> None:
    item = replace(an_item(), added_on=PUBLISH_BY)
    assert state_of(item).state is Publication.ON_TIME


def test_a_report_to_follow_does_not_bar_its_item() -> None:
    found = state_of(an_item(papers=[replace(a_paper("Budget"), version=None)]))
    assert (found.state, found.barred) == (Publication.REPORT_TO_FOLLOW, False)
    assert found.needs[0].startswith('"Budget" is still to follow.')
    assert [paper.title for paper in found.late_papers] == ["Budget"]


def test_a_report_that_came_after_the_last_day_is_one_to_follow() -> None:
    late = filed(a_paper("Budget"), date(2027, 1, 14))
    found = state_of(an_item(papers=[filed(a_paper(), PUBLISH_BY), late]))
    assert found.state is Publication.REPORT_TO_FOLLOW
    assert found.late_papers == (late,)
    assert "came after the agenda" in found.needs[0]


def test_an_item_added_late_is_barred_until_it_has_a_reason_and_the_chair() -> None:
    added = replace(an_item(), added_on=date(2027, 1, 14))
    found = state_of(added)
    assert (found.state, found.barred, len(found.needs)) == (Publication.ADDED_LATE, True, 2)
    half = replace(added, urgency_reason=REASON)
    assert (state_of(half).barred, len(state_of(half).needs)) == (True, 1)
    other_half = replace(added, chair_agreed_on=date(2027, 1, 19))
    assert (state_of(other_half).barred, len(state_of(other_half).needs)) == (True, 1)
    assert not state_of(an_urgent_item(date(2027, 1, 14))).barred


@pytest.mark.parametrize("notice", [ON_TIME, CONVENED_SHORT])
def test_what_is_raised_at_the_meeting_is_not_on_the_agenda(notice: NoticeGiven) -> None:
    found = state_of(an_urgent_item(MEETING), notice)
    assert (found.state, found.barred) == (Publication.URGENT_ORAL, False)
    assert state_of(replace(an_item(), added_on=MEETING), notice).barred


def test_the_items_of_a_meeting_convened_at_short_notice_may_be_considered() -> None:
    found = state_of(an_item(papers=[replace(a_paper(), version=None)]), CONVENED_SHORT)
    assert (found.state, found.barred) == (Publication.CONVENED_SHORT, False)
    assert len(found.needs) == 1  # the paper is to follow all the same


def test_an_item_added_after_a_meeting_was_convened_is_late() -> None:
    item = replace(an_item(), added_on=date(2027, 1, 18))
    assert state_of(item, CONVENED_SHORT).state is Publication.ADDED_LATE


def test_an_agenda_that_came_after_the_meeting_was_convened_is_late() -> None:
    notice = replace(CONVENED_SHORT, convened_on=date(2027, 1, 14))
    assert state_of(an_item(), notice).state is Publication.ADDED_LATE


def test_a_meeting_called_with_time_to_spare_is_an_ordinary_one() -> None:
    notice = replace(LATE, convened_on=date(2027, 1, 4))
    assert state_of(an_item(), notice).state is Publication.ADDED_LATE


def test_an_agenda_in_order_has_no_findings() -> None:
    agenda = agenda_of(an_item(), an_urgent_item(MEETING))
    assert publication_findings(agenda, ON_TIME) == ()


def test_a_late_agenda_is_told_once_with_its_items() -> None:
    late_too = replace(an_item("Added"), added_on=date(2027, 1, 18))
    agenda = agenda_of(an_item("One"), an_item("Two"), late_too)
    whole, *rest = publication_findings(agenda, LATE)
    assert whole.severity is Severity.PROBLEM
    assert "3 clear days of the 5 needed" in whole.message
    assert "Wednesday 13 January 2027" in whole.message
    assert "items 1, 2 " in whole.message
    assert [one.where for one in rest] == ["item 3, Added"] * 2


def test_a_late_agenda_whose_items_are_all_agreed_as_urgent_may_go_ahead() -> None:
    agreed = replace(an_urgent_item(MEETING), added_on=None)
    assert publication_findings(agenda_of(agreed), LATE) == ()


def test_a_meeting_at_short_notice_must_say_why() -> None:
    agenda = agenda_of(an_item())
    (finding,) = publication_findings(agenda, CONVENED_SHORT)
    assert (finding.severity, finding.where) == (
        Severity.WARNING,
        "meeting of Thursday 21 January 2027",
    )
    said = replace(agenda, meeting=replace(agenda.meeting, short_notice_reason="a flood"))
    assert publication_findings(said, CONVENED_SHORT) == ()


def test_a_report_to_follow_is_a_warning() -> None:
    agenda = agenda_of(an_item("Budget", [replace(a_paper(), version=None)]))
    (finding,) = publication_findings(agenda, ON_TIME)
    assert (finding.severity, finding.where) == (Severity.WARNING, "item 1, Budget")


def test_notice_is_taken_from_publication_or_from_now() -> None:
    rule = NoticeRule(
        nation=Nation.ENGLAND,
        source="a test",
        certainty=Certainty.BELIEVED,
        days=5,
        cut_off=time(17),
    )
    calendar = WorkingCalendar(frozenset({2026, 2027}))
    meeting = an_agenda(held_on=MEETING).meeting
    now = datetime(2027, 1, 12, 9, tzinfo=UTC)
    assert notice_given(meeting, rule, calendar, now=now) == ON_TIME
    published = replace(meeting, published_at=datetime(2027, 1, 14, 18, tzinfo=UTC))
    assert notice_given(published, rule, calendar, now=now) == LATE
