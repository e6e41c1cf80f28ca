"""Everything that happens to a programme item: each change with its day and its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.programme.prioritisation import Assessment, Outcome
from scrutiny_app.domain.programme.programme import (
    ProgrammeChange,
    ProgrammeItem,
    ScrutinyMethod,
    Stage,
)
from scrutiny_app.domain.wording import DAY_DATE, long_date

_NEEDS_REASON = (Stage.DEFERRED, Stage.REFERRED, Stage.REJECTED)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_STAGE_AFTER = {
    Outcome.CONSIDER: Stage.ASSESSED,
    Outcome.MONITOR: Stage.ASSESSED,
    Outcome.DEFER: Stage.DEFERRED,
    Outcome.REFER: Stage.REFERRED,
    Outcome.REJECT: Stage.REJECTED,
}
_DAY_AND_MONTH = "{day} {month}"


def move(item: ProgrammeItem, to: date | None, *, on: date, reason: str = "") -> ProgrammeItem:
    """Return the item planned for another meeting, or parked when ``to`` is None.

    Source: a programme that remembers its moves; reasons are kept because Welsh auditors
    criticised councils that decided in private what to scrutinise.

    Raises:
        WrongInput: it is planned for a meeting already and no reason is given; it is closed; or it
            is on that meeting's agenda.
    """
    if item.day == to:
        return item
    _refuse_settled(item)
    if item.day is not None and not reason.strip():
        raise WrongInput(
            f'"{item.title}" is planned for {long_date(item.day, DAY_DATE)}. Say why it moves; the '
            "reason is printed with the programme."
        )
    stage = Stage.SCHEDULED if to is not None else Stage.DEFERRED
    if to is None and item.day is None:
        stage = item.stage
    return _changed(item, stage, to, on=on, reason=reason)


def set_stage(item: ProgrammeItem, stage: Stage, *, on: date, reason: str = "") -> ProgrammeItem:
    """Return the item at another stage. One deferred, referred or rejected leaves its meeting.

    A closed item is taken up again by giving it an open stage.

    Source: our own rule; the reasons for turning topics down belong in the public record.

    Raises:
        WrongInput: a reason is needed and missing, or there is no meeting to be scheduled for.
    """
    if stage is item.stage:
        return item
    if stage is Stage.SCHEDULED and item.day is None:
        raise WrongInput(
            f'"{item.title}" has no meeting yet. Choose the meeting and it is scheduled with it.'
        )
    reopened = item.stage.closed and not stage.closed
    if (stage in _NEEDS_REASON or reopened) and not reason.strip():
        raise WrongInput(
            f'Say why "{item.title}" is {"taken up again" if reopened else stage.value}; the '
            "reason is kept with it and printed."
        )
    stays = stage in (Stage.DONE, Stage.SCHEDULED)
    if not stays:
        _refuse_on_agenda(item)
    return _changed(item, stage, item.day if stays else None, on=on, reason=reason)


def assessed(item: ProgrammeItem, assessment: Assessment) -> ProgrammeItem:
    """Return the item with an assessment, at the stage that was decided.

    One that has a meeting keeps it unless it is deferred, referred or rejected.

    Source: the outcomes of ``prioritisation.py``; that they set the stage is our own rule.
    """
    item = replace(item, assessments=(*item.assessments, assessment))
    if assessment.decided is Outcome.BRIEFING_NOTE:
        item = replace(item, method=ScrutinyMethod.BRIEFING_NOTE)
    stage = _STAGE_AFTER.get(assessment.decided, Stage.ACCEPTED)
    if item.day is not None and stage in (Stage.ACCEPTED, Stage.ASSESSED):
        return item
    reason = assessment.override_reason or assessment.because
    return set_stage(item, stage, on=assessment.assessed_on, reason=reason)


def put_on(item: ProgrammeItem, agenda_item: ItemId) -> ProgrammeItem:
    """Return the item tied to the agenda item that it became."""
    return replace(item, agenda_item=agenda_item)


def taken_off(item: ProgrammeItem) -> ProgrammeItem:
    """Return the item without its tie to an agenda, so that it can move again."""
    return replace(item, agenda_item=None)


def moves_of(item: ProgrammeItem) -> tuple[ProgrammeChange, ...]:
    """Return the changes that took the item from a meeting, oldest first."""
    return tuple(change for change in item.changes if change.moves)


def move_note(item: ProgrammeItem) -> str:
    """Return what is printed of an item's moves, empty if it never moved.

    "moved from 30 November, second move, because the report was not ready".
    """
    moves = moves_of(item)
    if not moves:
        return ""
    last = moves[-1]
    parts = [f"moved from {_short(last.day_before)}"]
    if len(moves) > 1:
        parts.append(f"{_ordinal(len(moves))} move")
    if last.reason:
        parts.append(f"because {_running_on(last.reason)}")
    return ", ".join(parts)


def change_note(change: ProgrammeChange) -> str:
    """Return one change as a sentence for the item's history: "Moved from … to …: reason."."""
    if change.day_before != change.day_after:
        came, went = change.day_before, change.day_after
        if came is None:
            said = f"Planned for {_short(went)}"
        elif went is None:
            said = f"Taken from {_short(came)}, {change.stage_after}"
        else:
            said = f"Moved from {_short(came)} to {_short(went)}"
    else:
        said = f"{change.stage_after.value.capitalize()}"
    return f"{said}: {change.reason.strip().rstrip('.')}." if change.reason.strip() else f"{said}."


def _changed(
    item: ProgrammeItem, stage: Stage, day: date | None, *, on: date, reason: str
) -> ProgrammeItem:
    change = ProgrammeChange(on, item.stage, stage, item.day, day, " ".join(reason.split()))
    return replace(item, stage=stage, day=day, changes=(*item.changes, change))


def _refuse_settled(item: ProgrammeItem) -> None:
    if item.stage.closed:
        raise WrongInput(
            f'"{item.title}" is {item.stage}. Take it up again before it is given a meeting.'
        )
    _refuse_on_agenda(item)


def _refuse_on_agenda(item: ProgrammeItem) -> None:
    if item.agenda_item is not None and item.day is not None:
        raise WrongInput(
            f'"{item.title}" is on the agenda of {long_date(item.day, DAY_DATE)}. Take it off that '
            "agenda first."
        )


def _short(day: date | None) -> str:
    return "" if day is None else long_date(day, _DAY_AND_MONTH)


def _ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}th"


def _running_on(reason: str) -> str:
    """Return a reason as the rest of a sentence: "The report…" goes on as "the report…"."""
    reason = reason.strip().rstrip(".")
    first = reason.split(" ", 1)[0]
    if first.lower() in ("the", "a", "an", "because", "no", "this", "officers", "members", "to"):
        reason = reason[0].lower() + reason[1:]
    return reason.removeprefix("because ")
