from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.committee import Nation
from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId, CouncilId, PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.programme.forward_plan import (
    DayBasis,
    PlanEntry,
    clear_days_of_notice,
    latest_notice,
    plan_findings,
    scrutiny_before,
)
from scrutiny_app.rulebook.calendars import working_calendar
from scrutiny_app.rulebook.key_decisions import key_decision_rule
from tests.build import a_key
from tests.programmes import JANUARY, MARCH, TODAY

RULE = key_decision_rule(Nation.ENGLAND, TODAY)
CALENDAR = working_calendar(Nation.ENGLAND, range(2023, 2028))
CARE, HOMES = CommitteeId("care"), CommitteeId("homes")
MEETINGS = {CARE: (JANUARY, MARCH), HOMES: (date(2027, 2, 4),)}


def a_decision(on: date | None = date(2027, 3, 9), **more: object) -> PlanEntry:
    given = {"decision_on": on, "key": True, "notice_on": date(2027, 2, 1)} | more
    return PlanEntry(PlanEntryId(a_key()), CouncilId(a_key()), "Home closures", **given)  # type: ignore[arg-type]


def told(entry: PlanEntry) -> list[tuple[Severity, str]]:
    found = plan_findings([entry], MEETINGS, RULE, CALENDAR, today=TODAY)
    return [(one.severity, one.message) for one in found]


def test_a_decision_of_19_december_needs_its_notice_by_20_november() -> None:
    assert latest_notice(date(2023, 12, 19), RULE, CALENDAR) == date(2023, 11, 20)
    assert clear_days_of_notice(date(2023, 11, 20), date(2023, 12, 19), RULE, CALENDAR) == 28


def test_a_council_that_counts_working_days_gets_them() -> None:
    rule = replace(RULE, basis=DayBasis.WORKING)
    assert clear_days_of_notice(date(2027, 1, 4), date(2027, 1, 12), rule, CALENDAR) == 5


def test_the_last_meeting_before_a_decision_is_that_of_the_committee_whose_remit_it_is() -> None:
    assert scrutiny_before(a_decision(committee=CARE), MEETINGS, today=TODAY) == JANUARY
    assert scrutiny_before(a_decision(), MEETINGS, today=TODAY) == date(2027, 2, 4)
    assert scrutiny_before(a_decision(JANUARY, committee=CARE), MEETINGS, today=TODAY) is None


def test_a_decision_without_a_meeting_before_it_is_a_warning() -> None:
    (finding,) = told(a_decision(date(2027, 1, 14), key=False))
    assert finding[0] is Severity.WARNING
    assert (
        "will be decided on 14 January 2027 and no scrutiny meeting comes before it" in finding[1]
    )


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (a_decision(notice_on=None), "its notice has to be public by 8 February 2027"),
        (a_decision(notice_on=date(2027, 2, 20)), "has 16 clear days of notice"),
        (a_decision(None), "has no day of decision yet"),
        (a_decision(), "is in no work programme. The last meeting before its decision is on 4 Feb"),
    ],
)
def test_short_notice_and_what_nobody_looks_at_are_told(entry: PlanEntry, words: str) -> None:
    assert any(words in message for _, message in told(entry))


def test_a_decision_in_good_time_that_is_on_a_programme_needs_no_word() -> None:
    assert told(a_decision(item=ProgrammeItemId(a_key()))) == []
    assert told(a_decision(date(2027, 1, 4), notice_on=None)) == [], "it is past"
