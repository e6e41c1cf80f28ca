"""What the room says of items: chips, and the sentence that a screen reader says for a card."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.finding import Severity
from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.board import Board, BoardCheck, BoardFinding
from scrutiny_app.domain.programme.lanes import Lane, LaneKey, Waiting, lane_name
from scrutiny_app.domain.programme.moves import move_note, moves_of
from scrutiny_app.domain.programme.programme import (
    ProgrammeItem,
    ProgrammeKind,
    ScrutinyMethod,
    Stage,
)
from scrutiny_app.ui.widgets.chip import Tone
from scrutiny_app.ui.widgets.status_list import State, StatusLine

CHECKS = {
    BoardCheck.CAPACITY: "Too many",
    BoardCheck.GAP: "Room left",
    BoardCheck.CLASH: "Clash",
    BoardCheck.OVERDUE: "Overdue",
}
STAGE_TONES = {
    Stage.SUGGESTED: Tone.PLAIN,
    Stage.ASSESSED: Tone.PLAIN,
    Stage.ACCEPTED: Tone.ACCENT,
    Stage.SCHEDULED: Tone.ACCENT,
    Stage.DONE: Tone.GOOD,
    Stage.DEFERRED: Tone.WARN,
    Stage.REFERRED: Tone.SPECIAL,
    Stage.REJECTED: Tone.BAD,
}
_DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, slots=True)
class Mark:
    """One chip of a card."""

    word: str
    tone: Tone = Tone.PLAIN


def capital(word: str) -> str:
    """Return a word or phrase with a capital letter: "Verbal update"."""
    return word[:1].upper() + word[1:]


def choices(words: Iterable[str]) -> list[tuple[str, object]]:
    """Return the words of an enumeration to choose from."""
    return [(capital(str(word)), word) for word in words]


def overdue(board: Board) -> frozenset[ProgrammeItemId]:
    """Return the items that are late."""
    return frozenset(
        one.item
        for one in board.findings
        if one.check is BoardCheck.OVERDUE and one.item is not None
    )


def marks(item: ProgrammeItem, late: Collection[ProgrammeItemId]) -> tuple[Mark, ...]:
    """Return the chips of a card: what is unusual about it, the most urgent first."""
    return tuple(_marks(item, late))


def _marks(item: ProgrammeItem, late: Collection[ProgrammeItemId]) -> Iterator[Mark]:
    if item.stage is Stage.DONE:
        yield Mark("Done", Tone.GOOD)
    if item.id in late:
        yield Mark("Overdue", Tone.WARN)
    if item.agenda_item is not None and item.stage is not Stage.DONE:
        yield Mark("On the agenda", Tone.GOOD)
    if item.day is None and item.stage is Stage.SUGGESTED:
        yield Mark("Suggested")
    times = len(moves_of(item))
    if times:
        yield Mark("Moved" if times == 1 else f"{times} moves", Tone.WARN)
    if item.kind is not ProgrammeKind.SUBSTANTIVE:
        yield Mark(capital(item.kind), Tone.PLAIN if item.counts else Tone.SPECIAL)


def under_title(item: ProgrammeItem) -> str:
    """Return the second line of a card: how, when it is hoped for, who; else what for."""
    method = "" if item.method is ScrutinyMethod.COMMITTEE_ITEM else capital(item.method)
    window = item.window if item.day is None else ""
    told = _DOT.join(one for one in (method, window, item.lead_officer) if one)
    return told or item.purpose or capital(item.method)


def card_said(item: ProgrammeItem, lane: Lane, late: Collection[ProgrammeItemId]) -> str:
    """Return a card as one sentence."""
    place = next(number for number, one in enumerate(lane.items, 1) if one.id == item.id)
    told = (
        item.title,
        f"{lane_name(lane.key)}, {place} of {len(lane.items)}",
        under_title(item),
        *(mark.word for mark in marks(item, late)),
        move_note(item),
    )
    return ". ".join(one for one in told if one)


def capacity_words(lane: Lane) -> str:
    """Return how full a column is: "2 of 2 and 1 more", or how many wait."""
    if lane.day is None:
        return f"{len(lane.items)} waiting" if lane.items else "nothing waits"
    besides = len(lane.items) - lane.counted
    return f"{lane.counted} of {lane.capacity}{f' and {besides} not counted' if besides else ''}"


def lane_said(lane: Lane) -> str:
    """Return the head of a column as one sentence."""
    notes = " ".join(one.message for one in lane.findings)
    return f"{lane_name(lane.key)}: {capacity_words(lane)}. {notes}".strip()


def finding_line(finding: BoardFinding) -> StatusLine:
    """Return a finding as a line with its icon."""
    state = State.WARNING if finding.severity is not Severity.NOTE else State.NOTE
    return StatusLine(state, finding.message)


def lane_choices(keys: Iterable[LaneKey]) -> list[tuple[str, object]]:
    """Return columns to choose from, each by its code."""
    return [(lane_name(key), lane_code(key)) for key in keys]


def lane_code(key: LaneKey) -> str:
    """Return a column as text, for Qt would make days of its own of it."""
    return key.value if isinstance(key, Waiting) else key.isoformat()


def lane_from(code: object) -> LaneKey:
    """Return the column of a code."""
    text = str(code)
    return Waiting(text) if text in set(Waiting) else date.fromisoformat(text)
