"""The work programme as a list and as a year, for screens and documents alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.municipal_year import parse_year_label
from scrutiny_app.domain.programme.moves import move_note
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem
from scrutiny_app.domain.wording import DAY_DATE, MONTHS, long_date

_YEAR_BEGINS = 5
_MONTHS_A_YEAR = 12


class ListOrder(StrEnum):
    """What a list is sorted by."""

    MEETING = "meeting"
    TITLE = "title"
    STAGE = "stage"
    LEAD_OFFICER = "lead officer"
    PORTFOLIO_HOLDER = "portfolio holder"


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One item in a list: ``when`` is its meeting or its window, ``moved`` its moves in words."""

    item: ProgrammeItem
    when: str
    moved: str


@dataclass(frozen=True, slots=True)
class YearMonth:
    """One month of a municipal year with its meetings and what is parked for it."""

    name: str
    days: tuple[date, ...]
    items: tuple[ProgrammeItem, ...]
    returning: tuple[ProgrammeItem, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One title through a year: its items month by month, and those that have no meeting."""

    title: str
    months: tuple[tuple[ProgrammeItem, ...], ...]
    waiting: tuple[ProgrammeItem, ...]

    @property
    def items(self) -> tuple[ProgrammeItem, ...]:
        """All of its items, the planned ones first."""
        return (*(item for month in self.months for item in month), *self.waiting)


def programme_list(
    programme: Programme, *, order: ListOrder = ListOrder.MEETING, wanted: str = ""
) -> tuple[ProgrammeRow, ...]:
    """Return the items as a list; ``wanted`` leaves only those that hold all its words.

    Source: practice; parked items follow the planned ones.
    """
    words = wanted.casefold().split()
    found = [item for item in programme.items if all(word in _said(item) for word in words)]
    return tuple(
        ProgrammeRow(item, _when(item), move_note(item))
        for item in sorted(found, key=_sort_key(order))
    )


def year_view(programme: Programme) -> tuple[YearMonth, ...]:
    """Return the twelve months from May to April with their meetings and items.

    Source: practice: municipal years run from the annual meeting in May (see ``MunicipalYear``).

    Raises:
        WrongInput: the programme's year is no municipal year.
    """
    starts = parse_year_label(programme.municipal_year)
    return tuple(
        _month(programme, starts, (_YEAR_BEGINS - 1 + place) % _MONTHS_A_YEAR + 1)
        for place in range(_MONTHS_A_YEAR)
    )


def topic_rows(programme: Programme) -> tuple[TopicRow, ...]:
    """Return a row for every title with the months it comes up in, the earliest first.

    Source: practice: what returns at several meetings is one topic to its committee.

    Raises:
        WrongInput: the programme's year is no municipal year.
    """
    months = year_view(programme)
    titles: dict[str, str] = {}
    planned = [item for month in months for item in month.items]
    for item in (*planned, *programme.parked):
        titles.setdefault(item.title.casefold(), item.title)

    def of(title: str, items: Iterable[ProgrammeItem]) -> tuple[ProgrammeItem, ...]:
        return tuple(item for item in items if item.title.casefold() == title)

    return tuple(
        TopicRow(
            title,
            tuple(of(key, month.items) for month in months),
            of(key, programme.parked),
        )
        for key, title in titles.items()
    )


def _month(programme: Programme, starts: int, month: int) -> YearMonth:
    year = starts if month >= _YEAR_BEGINS else starts + 1
    first = month == _YEAR_BEGINS

    def here(day: date) -> bool:
        # A meeting in May of the next year, before its annual meeting, stands in the last month
        spills = month == _YEAR_BEGINS - 1 and (day.year, day.month) == (starts + 1, _YEAR_BEGINS)
        return (day.year, day.month) == (year, month) or spills

    days = tuple(day for day in programme.days if here(day))
    return YearMonth(
        f"{MONTHS[month - 1]} {year}" if first or month == 1 else MONTHS[month - 1],
        days,
        tuple(item for day in days for item in programme.on(day)),
        tuple(item for item in programme.items if item.recurs_in == month and item.parked),
    )


def _when(item: ProgrammeItem) -> str:
    if item.day is not None:
        return long_date(item.day, DAY_DATE)
    return item.window or "to be scheduled"


def _said(item: ProgrammeItem) -> str:
    return " ".join(_texts(item)).casefold()


def _texts(item: ProgrammeItem) -> Iterable[str]:
    return (
        item.title,
        item.purpose,
        *item.sub_points,
        item.kind,
        item.method,
        item.stage,
        item.lead_officer,
        item.portfolio_holder,
        *item.invitees,
        _when(item),
    )


def _sort_key(order: ListOrder) -> Callable[[ProgrammeItem], tuple[object, ...]]:
    """Return how to sort: what is asked for, then by meeting; what is empty comes last."""

    def by_meeting(item: ProgrammeItem) -> tuple[object, ...]:
        return (item.day is None, item.day or date.max)

    def by_text(
        text: Callable[[ProgrammeItem], str],
    ) -> Callable[[ProgrammeItem], tuple[object, ...]]:
        return lambda item: (not text(item), text(item).casefold(), *by_meeting(item))

    match order:
        case ListOrder.TITLE:
            return by_text(lambda item: item.title)
        case ListOrder.STAGE:
            return lambda item: (list(type(item.stage)).index(item.stage), *by_meeting(item))
        case ListOrder.LEAD_OFFICER:
            return by_text(lambda item: item.lead_officer)
        case ListOrder.PORTFOLIO_HOLDER:
            return by_text(lambda item: item.portfolio_holder)
    return by_meeting
