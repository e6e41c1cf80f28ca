"""The columns of the board, and what moving between them records."""

from __future__ import annotations

from datetime import date

import pytest

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import CouncilId, PlanEntryId, ProgrammeItemId
from scrutiny_app.domain.planned_decision import item_before
from scrutiny_app.domain.programme.board import BoardCheck, board
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.lanes import (
    LaneKey,
    Waiting,
    asks_why,
    lane_name,
    lane_of,
    lanes,
    place_of,
    reordered,
    shifted,
)
from scrutiny_app.domain.programme.moves import move_note
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeItem,
    ProgrammeKind,
    Stage,
    Suggester,
)
from scrutiny_app.domain.programme.views import topic_rows
from tests.build import a_key
from tests.programmes import JANUARY, MARCH, NOVEMBER, OCTOBER, TODAY, a_programme, an_entry


def titles(programme: Programme, key: LaneKey) -> list[str]:
    found = next(lane for lane in lanes(board(programme, today=TODAY)) if lane.key == key)
    return [item.title for item in found.items]


def test_columns_are_what_waits_then_the_meetings_then_what_is_parked() -> None:
    programme = a_programme(
        [an_entry("New"), an_entry("Planned", MARCH), an_entry("Later", stage=Stage.DEFERRED)]
    )
    shown = lanes(board(programme, today=TODAY))
    assert shown[0].key is Waiting.TO_SCHEDULE
    assert shown[-1].key is Waiting.PARKED
    assert [lane_name(lane.key) for lane in shown][5] == "25 March 2027"
    assert titles(programme, Waiting.TO_SCHEDULE) == ["New"]
    assert titles(programme, MARCH) == ["Planned"]
    assert titles(programme, Waiting.PARKED) == ["Later"]


def test_a_column_tells_each_sort_of_thing_to_look_at_once() -> None:
    late = [an_entry(title, NOVEMBER) for title in ("A", "B", "C")]
    column = next(
        lane for lane in lanes(board(a_programme(late), today=TODAY)) if lane.key == NOVEMBER
    )
    assert column.checks == (BoardCheck.CAPACITY, BoardCheck.OVERDUE)
    assert (column.counted, column.capacity, len(column.findings)) == (3, 2, 4)


@pytest.mark.parametrize(
    ("item", "to", "asks"),
    [
        (an_entry(), JANUARY, False),
        (an_entry(), Waiting.PARKED, True),
        (an_entry(day=JANUARY), MARCH, True),
        (an_entry(day=JANUARY), Waiting.TO_SCHEDULE, True),
        (an_entry(day=JANUARY), JANUARY, False),
        (an_entry(stage=Stage.DEFERRED), Waiting.TO_SCHEDULE, False),
    ],
)
def test_a_reason_is_asked_for_what_leaves_a_meeting_or_is_put_off(
    item: ProgrammeItem, to: LaneKey, *, asks: bool
) -> None:
    assert asks_why(item, to) is asks
    if asks:
        with pytest.raises(WrongInput, match=r"[Ss]ay why"):
            shifted(item, to, on=TODAY)
    moved = shifted(item, to, on=TODAY, reason="The report was not ready")
    assert lane_of(moved) == to
    assert len(moved.changes) == (0 if lane_of(item) == to else 1)


def test_a_second_move_is_told_with_its_reason() -> None:
    once = shifted(an_entry(day=OCTOBER), NOVEMBER, on=TODAY, reason="A witness was ill")
    twice = shifted(once, MARCH, on=TODAY, reason="The report was not ready")
    assert move_note(twice) == (
        "moved from 26 November, second move, because the report was not ready"
    )


def test_what_is_closed_is_taken_up_again_before_it_moves() -> None:
    with pytest.raises(WrongInput, match="Take it up again"):
        shifted(an_entry(stage=Stage.REJECTED), Waiting.PARKED, on=TODAY, reason="x")
    with pytest.raises(WrongInput, match="Take it up again"):
        shifted(an_entry(day=JANUARY, stage=Stage.DONE), MARCH, on=TODAY, reason="x")


def test_an_item_is_placed_among_those_of_its_own_column() -> None:
    first, second, third = (an_entry(title, MARCH) for title in "ABC")
    programme = a_programme([first, an_entry("Elsewhere", JANUARY), second, third])
    assert titles(reordered(programme, third.id, 0), MARCH) == ["C", "A", "B"]
    assert titles(reordered(programme, first.id, 1), MARCH) == ["B", "A", "C"]
    assert titles(reordered(programme, first.id, 9), MARCH) == ["B", "C", "A"]
    assert place_of(programme.on(MARCH), third.id) == 2


def test_a_topic_is_one_row_with_the_months_it_comes_up_in() -> None:
    programme = a_programme(
        [
            an_entry("Improvement", OCTOBER, stage=Stage.DONE),
            an_entry("Parks", window="August 2027"),
            an_entry("improvement", MARCH),
        ]
    )
    improvement, parks = topic_rows(programme)
    assert improvement.title == "Improvement"
    assert [len(month) for month in improvement.months] == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0]
    assert [item.title for item in parks.waiting] == ["Parks"]
    assert [item.day for item in improvement.items] == [OCTOBER, MARCH]


def test_a_decision_becomes_an_item_that_is_wanted_before_it() -> None:
    entry = PlanEntry(
        PlanEntryId(a_key()),
        CouncilId(a_key()),
        "Closure of a centre",
        "KD 7",
        decision_on=date(2027, 3, 1),
        lead_officer="Ros Attwater",
    )
    item = item_before(entry, ProgrammeItemId("one"), on=TODAY)
    assert (item.kind, item.suggester) == (ProgrammeKind.PRE_DECISION, Suggester.FORWARD_PLAN)
    assert (item.wanted_by, item.stage) == (date(2027, 2, 28), Stage.SUGGESTED)
    assert (item.asked_for_in, item.lead_officer) == ("KD 7", "Ros Attwater")
