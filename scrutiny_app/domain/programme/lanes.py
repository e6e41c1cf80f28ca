"""The columns of the board: meetings between what is to be scheduled and what is parked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.board import Board, BoardCheck, BoardFinding
from scrutiny_app.domain.programme.moves import move, set_stage
from scrutiny_app.domain.programme.programme import Programme, ProgrammeItem, Stage, item_of, placed
from scrutiny_app.domain.wording import DAY_DATE, long_date


class Waiting(StrEnum):
    """The two lists of what has no meeting."""

    TO_SCHEDULE = "To be scheduled"
    PARKED = "Parked"


LaneKey: TypeAlias = date | Waiting


@dataclass(frozen=True, slots=True)
class Lane:
    """One column. ``counted`` items take a place of ``capacity``; both are 0 without a meeting.

    ``findings`` are what to look at in it, each told once.
    """

    key: LaneKey
    items: tuple[ProgrammeItem, ...]
    counted: int = 0
    capacity: int = 0
    findings: tuple[BoardFinding, ...] = ()

    @property
    def day(self) -> date | None:
        """The meeting's day, None for the two lists."""
        return None if isinstance(self.key, Waiting) else self.key

    @property
    def checks(self) -> tuple[BoardCheck, ...]:
        """What sorts of things there are to look at, in the order of the checks."""
        found = {one.check for one in self.findings}
        return tuple(check for check in BoardCheck if check in found)


def lane_name(key: LaneKey) -> str:
    """Return what a column is called: "21 January 2027" or "Parked"."""
    return key.value if isinstance(key, Waiting) else long_date(key, DAY_DATE)


def lane_of(item: ProgrammeItem) -> LaneKey:
    """Return the column that an item stands in.

    Source: our own rule: what was put off is parked, anything else without a meeting is to be
    scheduled.
    """
    if item.day is not None:
        return item.day
    return Waiting.PARKED if item.stage is Stage.DEFERRED else Waiting.TO_SCHEDULE


def lanes(board: Board) -> tuple[Lane, ...]:
    """Return the columns: what is to be scheduled, the meetings, what is parked."""
    return (
        _waiting(board, Waiting.TO_SCHEDULE),
        *(
            Lane(
                column.day,
                column.items,
                column.counted,
                column.capacity,
                tuple(one for one in board.findings if one.day == column.day),
            )
            for column in board.columns
        ),
        _waiting(board, Waiting.PARKED),
    )


def asks_why(item: ProgrammeItem, to: LaneKey) -> bool:
    """Whether moving an item to a column needs a reason: it leaves a meeting, or is put off.

    Source: as ``move`` and ``set_stage``.
    """
    return lane_of(item) != to and (item.day is not None or to is Waiting.PARKED)


def shifted(item: ProgrammeItem, to: LaneKey, *, on: date, reason: str = "") -> ProgrammeItem:
    """Return the item moved to another column.

    Source: as ``move`` and ``set_stage``.

    Raises:
        WrongInput: a reason is needed and missing; it is closed; or it is on an agenda.
    """
    if lane_of(item) == to:
        return item
    if not isinstance(to, Waiting):
        return move(item, to, on=on, reason=reason)
    if item.day is None and item.stage.closed:
        raise WrongInput(f'"{item.title}" is {item.stage}. Take it up again first, and say why.')
    if to is Waiting.PARKED and item.day is None:
        return set_stage(item, Stage.DEFERRED, on=on, reason=reason)
    if item.day is None:
        return set_stage(item, Stage.ACCEPTED, on=on, reason=reason)
    taken = move(item, None, on=on, reason=reason)
    if to is Waiting.PARKED:
        return taken
    return set_stage(item, Stage.ACCEPTED, on=on, reason=reason)


def reordered(programme: Programme, item: ProgrammeItemId, place: int) -> Programme:
    """Return the programme with an item at a place (from 0) among those of its own column.

    Source: practice: the order on the board is the order of the printed table.
    """
    others = [one for one in _beside(programme, item) if one.id != item]
    place = max(0, min(place, len(others)))
    if place:
        return placed(programme, item, after=others[place - 1].id)
    return placed(programme, item, after=None)


def place_of(items: Sequence[ProgrammeItem], item: ProgrammeItemId) -> int:
    """Return where an item stands among others, from 0; behind them all if it is not there."""
    return next((place for place, one in enumerate(items) if one.id == item), len(items))


def _beside(programme: Programme, item: ProgrammeItemId) -> tuple[ProgrammeItem, ...]:
    key = lane_of(item_of(programme, item))
    return tuple(one for one in programme.items if lane_of(one) == key)


def _waiting(board: Board, key: Waiting) -> Lane:
    items = tuple(item for item in board.parked if lane_of(item) == key)
    keys = {item.id for item in items}
    return Lane(key, items, findings=tuple(one for one in board.findings if one.item in keys))
