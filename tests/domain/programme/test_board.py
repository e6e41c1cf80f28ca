from __future__ import annotations

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import CommitteeId, RequestId
from scrutiny_app.domain.programme.board import Board, BoardCheck, board
from scrutiny_app.domain.programme.likeness import CommitteeItem
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeKind,
    Stage,
    placed,
    with_item,
)
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.programme.views import ListOrder, programme_list, year_view
from tests.build import a_key
from tests.programmes import (
    JANUARY,
    MARCH,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    a_programme,
    an_entry,
)

VERBAL = ProgrammeKind.VERBAL_UPDATE


def said(shown: Board, check: BoardCheck) -> list[str]:
    return [one.message for one in shown.findings if one.check is check]


def of(*items: object) -> Programme:
    return a_programme(items)  # type: ignore[arg-type]


def test_verbal_updates_take_no_place_at_a_meeting() -> None:
    full = of(an_entry("A", MARCH), an_entry("B", MARCH), an_entry("C", MARCH, kind=VERBAL))
    column = board(full, today=TODAY).columns[-1]
    assert (column.counted, column.room) == (2, 0)
    assert column.capacity_note == "2 of 2 items, 1 not counted"
    assert said(board(full, today=TODAY), BoardCheck.CAPACITY) == []
    over = with_item(full, an_entry("D", MARCH))
    assert said(board(over, today=TODAY), BoardCheck.CAPACITY) == [
        "25 March 2027 has 3 items and 2 are advised. Move one, or take one as a briefing note."
    ]


def test_a_meeting_with_nothing_but_verbal_updates_is_a_gap_until_it_is_past() -> None:
    shown = board(of(an_entry("A", JANUARY, kind=VERBAL)), today=TODAY)
    assert said(shown, BoardCheck.GAP) == [
        "21 January 2027 has only verbal updates: there is room for 2 items.",
        "25 March 2027 has nothing planned: there is room for 2 items.",
    ]


def test_clashes_are_told_with_whom_and_what() -> None:
    mine = an_entry("Foster care", MARCH, portfolio_holder="Councillor Rae", lead_officer="Sam Poe")
    twice = an_entry("foster care", MARCH)
    other = CommitteeItem("Housing", an_entry("Rents", MARCH, invitees=("Sam Poe",)))
    shown = board(of(mine, twice), today=TODAY, others=[other], executive_days={MARCH})
    assert said(shown, BoardCheck.CLASH) == [
        (
            "25 March 2027: the executive decides on the same day, so its members may not be able "
            "to attend."
        ),
        '25 March 2027: "Foster care" is planned 2 times.',
        '25 March 2027: Sam Poe is wanted for "Foster care" and by Housing for "Rents".',
    ]


def test_what_is_late_is_shown_until_it_is_done_or_returned() -> None:
    past = an_entry("Rents", NOVEMBER)
    late = an_entry("Fees", MARCH, wanted_by=JANUARY)
    unplanned = an_entry("Grants", wanted_by=OCTOBER)
    done = an_entry("Parks", NOVEMBER, stage=Stage.DONE, wanted_by=OCTOBER)
    asked = ReturnRequest(
        RequestId(a_key()), CommitteeId(a_key()), "receive the audit", NOVEMBER, "minute 21(2)"
    )
    shown = board(of(past, late, unplanned, done), today=TODAY, requests=[asked])
    assert said(shown, BoardCheck.OVERDUE) == [
        (
            '"Rents" was planned for 26 November 2026, which has passed. Mark it done, or move it '
            "and say why."
        ),
        '"Fees" is wanted by 21 January 2027 and is planned for 25 March 2027.',
        '"Grants" is wanted by 22 October 2026 and is not planned.',
        'Not returned yet: "receive the audit", asked for on 26 November 2026 in minute 21(2).',
    ]
    assert shown.findings[-1].severity is Severity.NOTE


def test_parked_and_turned_down_items_stay_on_the_board() -> None:
    parked, rejected = an_entry("Later"), an_entry("Never", stage=Stage.REJECTED)
    shown = board(of(parked, rejected), today=TODAY)
    assert shown.parked == (parked,)
    assert shown.closed == (rejected,)


def test_an_item_is_put_behind_another_in_printed_order() -> None:
    a, b, c = an_entry("A", MARCH), an_entry("B", MARCH), an_entry("C", MARCH)
    programme = of(a, b, c)
    assert [one.title for one in placed(programme, c.id, after=a.id).items] == ["A", "C", "B"]
    assert [one.title for one in placed(programme, c.id, after=None).items] == ["C", "A", "B"]


def test_the_list_sorts_and_leaves_only_what_is_looked_for() -> None:
    programme = of(
        an_entry("Rents", MARCH, lead_officer="Zoe"),
        an_entry("Fees", window="August 2027"),
        an_entry("Parks", SEPTEMBER, lead_officer="Ada"),
    )
    rows = programme_list(programme)
    assert [(row.item.title, row.when) for row in rows] == [
        ("Parks", "24 September 2026"),
        ("Rents", "25 March 2027"),
        ("Fees", "August 2027"),
    ]
    by_officer = programme_list(programme, order=ListOrder.LEAD_OFFICER)
    assert [row.item.title for row in by_officer] == ["Parks", "Rents", "Fees"]
    assert [row.item.title for row in programme_list(programme, wanted="zoe rent")] == ["Rents"]


def test_the_year_runs_from_may_to_april_with_what_returns_each_month() -> None:
    months = year_view(of(an_entry("Rents", MARCH), an_entry("Annual report", recurs_in=10)))
    assert [month.name for month in months][:1] == ["May 2026"]
    assert [month.name for month in months][8] == "January 2027"
    assert [item.title for item in months[10].items] == ["Rents"]
    assert [item.title for item in months[5].returning] == ["Annual report"]
