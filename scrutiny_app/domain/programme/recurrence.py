"""Items that return every year, and what one year hands on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.municipal_year import parse_year_label
from scrutiny_app.domain.programme.moves import move
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, ProgrammeKind, Stage
from scrutiny_app.domain.wording import MONTHS

_MIDDLE = 15
_YEAR_BEGINS = 5


def nearest_meeting(month: int, days: Iterable[date], municipal_year: str) -> date | None:
    """Return the meeting in a month, else the nearest one to its middle; None without meetings.

    Of two that are equally near it is the earlier.

    Source: a real programme: "to be included on every committee work programme, scheduled for
    the October (or the nearest available) meeting".

    Raises:
        WrongInput: the year is no municipal year.
    """
    starts = parse_year_label(municipal_year)
    middle = date(starts if month >= _YEAR_BEGINS else starts + 1, month, _MIDDLE)

    def distance(day: date) -> tuple[bool, int, date]:
        elsewhere = (day.year, day.month) != (middle.year, middle.month)
        return elsewhere, abs((day - middle).days), day

    return min(days, key=distance, default=None)


def recurrence_note(item: ProgrammeItem) -> str:
    """Return how often an item returns, in words; empty for one that does not."""
    if item.recurs_in is None:
        return ""
    return f"every year at the {MONTHS[item.recurs_in - 1]} (or the nearest available) meeting"


def carry_forward(
    last: Programme, next_year: Programme, *, on: date, new_key: Callable[[], str]
) -> tuple[Programme, Programme]:
    """Return both years after the old one handed on what is not finished and what returns.

    What was parked moves with its whole history; what recurs is begun anew at its meeting. An
    item that the new year has begun already (same title, same month) is not begun twice.

    Source: domain practice as ``nearest_meeting``; a parked item is never lost.
    """
    parked = last.parked
    begun = {(item.title.casefold(), item.recurs_in) for item in next_year.items}
    returning = [
        _begun_again(item, next_year, on, ProgrammeItemId(new_key()))
        for item in last.items
        if item.recurs_in is not None
        and not item.parked
        and item.stage not in (Stage.REJECTED, Stage.REFERRED)
        and (item.title.casefold(), item.recurs_in) not in begun
    ]
    staying = tuple(item for item in last.items if not item.parked)
    return (
        replace(last, items=staying),
        replace(next_year, items=(*next_year.items, *returning, *parked)),
    )


def _begun_again(
    item: ProgrammeItem, year: Programme, on: date, key: ProgrammeItemId
) -> ProgrammeItem:
    anew = ProgrammeItem(
        id=key,
        title=item.title,
        purpose=item.purpose,
        kind=ProgrammeKind.ANNUAL_STANDING,
        method=item.method,
        stage=Stage.ACCEPTED,
        recurs_in=item.recurs_in,
        suggested_on=on,
        suggester=item.suggester,
        asked_for_in=item.asked_for_in,
        lead_officer=item.lead_officer,
        portfolio_holder=item.portfolio_holder,
        footnote=item.footnote,
        remit_note=item.remit_note,
    )
    day = nearest_meeting(item.recurs_in or 1, year.days, year.municipal_year)
    return anew if day is None else move(anew, day, on=on, reason=recurrence_note(item))
