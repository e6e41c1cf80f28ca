from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from scrutiny_app.domain.programme.programme import ProgrammeKind, Stage
from scrutiny_app.domain.programme.recurrence import carry_forward, nearest_meeting, recurrence_note
from tests.programmes import NOVEMBER, OCTOBER, SEPTEMBER, TODAY, a_programme, an_entry

NEXT = (date(2027, 9, 23), date(2027, 11, 25), date(2028, 1, 20))


@pytest.mark.parametrize(
    ("month", "days", "expected"),
    [
        (10, (SEPTEMBER, OCTOBER, NOVEMBER), OCTOBER),
        (10, (SEPTEMBER, NOVEMBER), SEPTEMBER),
        (10, (date(2026, 7, 1), date(2026, 11, 5)), date(2026, 11, 5)),
        (2, (NOVEMBER, date(2027, 3, 25)), date(2027, 3, 25)),
        (10, (), None),
    ],
)
def test_an_annual_item_comes_to_its_month_or_the_nearest_meeting(
    month: int, days: tuple[date, ...], expected: date | None
) -> None:
    assert nearest_meeting(month, days, "2026/27") == expected


def test_a_new_year_gets_what_returns_and_what_was_parked_with_its_history() -> None:
    keys = count()
    annual = an_entry("Safeguarding report", OCTOBER, recurs_in=10, stage=Stage.DONE)
    parked, planned = an_entry("Cost of living"), an_entry("Rents", NOVEMBER)
    last, following = carry_forward(
        a_programme([annual, parked, planned]),
        a_programme(days=NEXT, year="2027/28"),
        on=TODAY,
        new_key=lambda: f"key {next(keys)}",
    )
    assert last.items == (annual, planned)
    begun, moved = following.items
    assert moved is parked
    assert (begun.title, begun.day, begun.kind) == (
        "Safeguarding report",
        NEXT[0],
        ProgrammeKind.ANNUAL_STANDING,
    )
    assert recurrence_note(begun) == "every year at the October (or the nearest available) meeting"
    again = carry_forward(last, following, on=TODAY, new_key=lambda: "x")
    assert again == (last, following), "a year is handed on once"
