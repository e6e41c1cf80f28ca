"""The work programme as a board: one column a meeting, and what does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.likeness import CommitteeItem
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, Stage
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.wording import DAY_DATE, long_date


class BoardCheck(StrEnum):
    """What a board is looked through for."""

    CAPACITY = "capacity"
    GAP = "gap"
    CLASH = "clash"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class BoardFinding:
    """One thing a board shows. ``day`` and ``item`` say where, both None for the whole of it."""

    check: BoardCheck
    severity: Severity
    message: str
    day: date | None = None
    item: ProgrammeItemId | None = None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """One meeting: ``counted`` items take a place, of ``capacity`` there are."""

    day: date
    items: tuple[ProgrammeItem, ...]
    capacity: int

    @property
    def counted(self) -> int:
        """How many of its items take a place."""
        return sum(item.counts for item in self.items)

    @property
    def room(self) -> int:
        """How many more items it takes; below nought when it has too many."""
        return self.capacity - self.counted

    @property
    def capacity_note(self) -> str:
        """How full it is, in words: "2 of 2 items, 1 verbal update or procedural"."""
        besides = len(self.items) - self.counted
        more = f", {besides} not counted" if besides else ""
        return f"{self.counted} of {self.capacity} items{more}"


@dataclass(frozen=True, slots=True)
class Board:
    """A programme laid out by meeting, with its parked list and everything to look at."""

    columns: tuple[BoardColumn, ...]
    parked: tuple[ProgrammeItem, ...]
    closed: tuple[ProgrammeItem, ...]
    findings: tuple[BoardFinding, ...]


def board(
    programme: Programme,
    *,
    today: date,
    requests: Iterable[ReturnRequest] = (),
    others: Iterable[CommitteeItem] = (),
    executive_days: Collection[date] = (),
) -> Board:
    """Return a programme as a board.

    ``requests`` are what the committee waits for, ``others`` the items of other committees, and
    ``executive_days`` the days on which the executive decides.

    Source: two items a meeting, verbal updates not counted, from a real programme and its covering
    report; the checks are our own.
    """
    columns = tuple(
        BoardColumn(day, programme.on(day), programme.capacity) for day in programme.days
    )
    findings = (
        *_capacity(columns),
        *_gaps(columns, today),
        *_clashes(columns, tuple(others), executive_days),
        *_overdue_items(programme, today),
        *_overdue_requests(requests, today),
    )
    return Board(columns, programme.parked, programme.closed, findings)


def _capacity(columns: Iterable[BoardColumn]) -> Iterator[BoardFinding]:
    for column in columns:
        if column.room < 0:
            yield BoardFinding(
                BoardCheck.CAPACITY,
                Severity.WARNING,
                f"{_day(column.day)} has {column.counted} items and {column.capacity} are advised. "
                "Move one, or take one as a briefing note.",
                column.day,
            )


def _gaps(columns: Iterable[BoardColumn], today: date) -> Iterator[BoardFinding]:
    for column in columns:
        if column.counted == 0 and column.day >= today:
            what = "only verbal updates" if column.items else "nothing planned"
            yield BoardFinding(
                BoardCheck.GAP,
                Severity.NOTE,
                f"{_day(column.day)} has {what}: there is room for {column.capacity} items.",
                column.day,
            )


def _clashes(
    columns: Iterable[BoardColumn], others: tuple[CommitteeItem, ...], executive: Collection[date]
) -> Iterator[BoardFinding]:
    for column in columns:
        if column.day in executive:
            yield _clash(
                column.day,
                "the executive decides on the same day, so its members may not be able to attend",
            )
        titles = Counter(item.title.casefold() for item in column.items)
        for title, times in titles.items():
            if times > 1:
                name = next(one.title for one in column.items if one.title.casefold() == title)
                yield _clash(column.day, f'"{name}" is planned {times} times')
        for item in column.items:
            yield from _wanted_twice(column.day, item, others)


def _wanted_twice(
    day: date, item: ProgrammeItem, others: Iterable[CommitteeItem]
) -> Iterator[BoardFinding]:
    people = {item.lead_officer, item.portfolio_holder, *item.invitees} - {""}
    for other in others:
        if other.item.day != day:
            continue
        theirs = {other.item.lead_officer, other.item.portfolio_holder, *other.item.invitees}
        for name in sorted(people & theirs):
            yield _clash(
                day,
                f'{name} is wanted for "{item.title}" and by {other.committee} for '
                f'"{other.item.title}"',
                item.id,
            )


def _clash(day: date, what: str, item: ProgrammeItemId | None = None) -> BoardFinding:
    return BoardFinding(BoardCheck.CLASH, Severity.WARNING, f"{_day(day)}: {what}.", day, item)


def _overdue_items(programme: Programme, today: date) -> Iterator[BoardFinding]:
    for item in programme.items:
        if item.stage.closed:
            continue
        if item.day is not None and item.day < today and item.stage is Stage.SCHEDULED:
            yield _overdue(
                item,
                f'"{item.title}" was planned for {_day(item.day)}, which has passed. Mark it done, '
                "or move it and say why.",
            )
        elif item.wanted_by is not None and _too_late(item, today):
            when = "is not planned" if item.day is None else f"is planned for {_day(item.day)}"
            yield _overdue(item, f'"{item.title}" is wanted by {_day(item.wanted_by)} and {when}.')


def _too_late(item: ProgrammeItem, today: date) -> bool:
    if item.wanted_by is None:
        return False
    return item.wanted_by < (item.day or today)


def _overdue(item: ProgrammeItem, message: str) -> BoardFinding:
    return BoardFinding(BoardCheck.OVERDUE, Severity.WARNING, message, item.day, item.id)


def _overdue_requests(requests: Iterable[ReturnRequest], today: date) -> Iterator[BoardFinding]:
    for request in requests:
        if request.waiting:
            late = request.due_by is not None and request.due_by < today
            asked = f"asked for on {_day(request.asked_on)}"
            where = f"{asked} in {request.asked_in}" if request.asked_in else asked
            due = "" if request.due_by is None else f", due by {_day(request.due_by)}"
            yield BoardFinding(
                BoardCheck.OVERDUE,
                Severity.WARNING if late else Severity.NOTE,
                f'Not returned yet: "{request.text}", {where}{due}.',
                item=request.item,
            )


def _day(day: date) -> str:
    return long_date(day, DAY_DATE)
