"""Invented work programmes for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from scrutiny_app.domain.ids import CommitteeId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, Stage
from tests.build import a_key

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 24), date(2026, 10, 22), date(2026, 11, 26)
JANUARY, MARCH = date(2027, 1, 21), date(2027, 3, 25)
TODAY = date(2027, 1, 5)


def an_entry(title: str = "Young carers", day: date | None = None, **more: Any) -> ProgrammeItem:
    """A work programme item, scheduled if it has a day."""
    stage = Stage.ACCEPTED if day is None else Stage.SCHEDULED
    return ProgrammeItem(ProgrammeItemId(a_key()), title, **({"day": day, "stage": stage} | more))


def a_programme(
    items: Iterable[ProgrammeItem] = (),
    *,
    days: Iterable[date] = (SEPTEMBER, OCTOBER, NOVEMBER, JANUARY, MARCH),
    committee: str = "",
    year: str = "2026/27",
) -> Programme:
    """A programme of five meetings with the items given."""
    return Programme(
        ProgrammeId(a_key()),
        CommitteeId(committee or a_key()),
        year,
        tuple(days),
        (),
        2,
        tuple(items),
    )
