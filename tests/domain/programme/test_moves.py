from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.programme.moves import (
    assessed,
    change_note,
    move,
    move_note,
    put_on,
    set_stage,
    taken_off,
)
from scrutiny_app.domain.programme.prioritisation import Assessment, Outcome
from scrutiny_app.domain.programme.programme import ScrutinyMethod, Stage
from tests.build import a_key
from tests.programmes import JANUARY, MARCH, NOVEMBER, TODAY, an_entry


def test_a_first_meeting_needs_no_reason_and_a_move_does() -> None:
    item = move(an_entry(), NOVEMBER, on=TODAY)
    assert (item.day, item.stage, move_note(item)) == (NOVEMBER, Stage.SCHEDULED, "")
    with pytest.raises(WrongInput, match=r"is planned for 26 November 2026\. Say why it moves"):
        move(item, JANUARY, on=TODAY)


def test_moves_are_counted_and_printed_with_the_last_reason() -> None:
    item = an_entry(day=NOVEMBER)
    item = move(item, JANUARY, on=TODAY, reason="The officer was ill.")
    assert move_note(item) == "moved from 26 November, because the officer was ill"
    item = move(item, MARCH, on=TODAY, reason="Ofsted had not reported")
    assert move_note(item) == "moved from 21 January, second move, because Ofsted had not reported"
    assert [change_note(one) for one in item.changes] == [
        "Moved from 26 November to 21 January: The officer was ill.",
        "Moved from 21 January to 25 March: Ofsted had not reported.",
    ]


def test_parking_an_item_defers_it_and_keeps_it_in_sight() -> None:
    item = move(an_entry(day=NOVEMBER), None, on=TODAY, reason="no report yet")
    assert item.parked
    assert item.stage is Stage.DEFERRED
    assert change_note(item.changes[-1]) == "Taken from 26 November, deferred: no report yet."


@pytest.mark.parametrize("stage", [Stage.DEFERRED, Stage.REFERRED, Stage.REJECTED])
def test_turning_an_item_down_needs_a_reason(stage: Stage) -> None:
    item = an_entry(day=NOVEMBER)
    with pytest.raises(WrongInput, match=f'Say why "Young carers" is {stage}'):
        set_stage(item, stage, on=TODAY)
    turned_down = set_stage(item, stage, on=TODAY, reason="another committee has it")
    assert turned_down.day is None
    assert turned_down.changes[-1].reason == "another committee has it"


def test_a_closed_item_is_taken_up_again_only_with_a_reason() -> None:
    item = set_stage(an_entry(), Stage.REJECTED, on=TODAY, reason="no influence")
    with pytest.raises(WrongInput, match="Take it up again before"):
        move(item, JANUARY, on=TODAY)
    with pytest.raises(WrongInput, match="is taken up again"):
        set_stage(item, Stage.ACCEPTED, on=TODAY)
    again = set_stage(item, Stage.ACCEPTED, on=TODAY, reason="a new inspection")
    assert move(again, JANUARY, on=TODAY).day == JANUARY


def test_what_is_on_an_agenda_does_not_move_until_it_is_taken_off() -> None:
    item = put_on(an_entry(day=JANUARY), ItemId(a_key()))
    with pytest.raises(WrongInput, match=r"on the agenda of 21 January 2027\. Take it off"):
        move(item, MARCH, on=TODAY, reason="no time")
    assert move(taken_off(item), MARCH, on=TODAY, reason="no time").day == MARCH
    assert set_stage(item, Stage.DONE, on=TODAY).day == JANUARY


@pytest.mark.parametrize(
    ("decided", "stage"),
    [
        (Outcome.ACCEPT, Stage.ACCEPTED),
        (Outcome.PARK, Stage.ACCEPTED),
        (Outcome.CONSIDER, Stage.ASSESSED),
        (Outcome.DEFER, Stage.DEFERRED),
        (Outcome.REFER, Stage.REFERRED),
        (Outcome.REJECT, Stage.REJECTED),
    ],
)
def test_an_assessment_sets_the_stage_that_was_decided(decided: Outcome, stage: Stage) -> None:
    assessment = Assessment(
        "gates", date(2027, 1, 5), "Jo Field", {}, {}, {}, decided, "for a reason", decided
    )
    item = assessed(an_entry(stage=Stage.SUGGESTED), assessment)
    assert (item.stage, item.assessments) == (stage, (assessment,))
    assert item.changes[-1].reason == "for a reason"


def test_a_briefing_note_changes_the_method_and_a_planned_item_keeps_its_meeting() -> None:
    given = Assessment(
        "pick", TODAY, "Jo", {}, {}, {}, Outcome.BRIEFING_NOTE, "4", Outcome.BRIEFING_NOTE
    )
    item = assessed(an_entry(day=MARCH), given)
    assert (item.method, item.day) == (ScrutinyMethod.BRIEFING_NOTE, MARCH)
    accepted = replace(given, outcome=Outcome.ACCEPT, decided=Outcome.ACCEPT)
    assert assessed(an_entry(day=MARCH), accepted).changes == ()
