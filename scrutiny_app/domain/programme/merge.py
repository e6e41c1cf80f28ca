"""A previewed import becomes part of a programme: the same item where it is the same work."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.ids import ProgrammeItemId
from scrutiny_app.domain.programme.moves import move, set_stage
from scrutiny_app.domain.programme.preview import ImportedItem, ProgrammePreview
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeItem,
    ProgrammeKind,
    ScrutinyMethod,
    Stage,
    with_days,
)
from scrutiny_app.domain.programme.written_days import window_ends

# The first that is found in title or purpose tells the kind
_KINDS = (
    (r"\bverbal\b", ProgrammeKind.VERBAL_UPDATE),
    (r"\bspotlight\b", ProgrammeKind.SPOTLIGHT_REVIEW),
    (r"\btask and finish\b", ProgrammeKind.TASK_AND_FINISH_REPORT),
    (r"\bcall[- ]in\b", ProgrammeKind.CALL_IN),
    (r"\bcouncillor call for action\b", ProgrammeKind.COUNCILLOR_CALL_FOR_ACTION),
    (r"\bbudget\b", ProgrammeKind.BUDGET),
    (r"\bpre-decision\b", ProgrammeKind.PRE_DECISION),
    (r"\binspection\b|\bofsted\b", ProgrammeKind.INSPECTION_FOLLOW_UP),
    (r"\bperformance\b", ProgrammeKind.PERFORMANCE),
)
_METHODS = {
    ProgrammeKind.SPOTLIGHT_REVIEW: ScrutinyMethod.SPOTLIGHT_REVIEW,
    ProgrammeKind.TASK_AND_FINISH_REPORT: ScrutinyMethod.TASK_AND_FINISH,
}


@dataclass(frozen=True, slots=True)
class MergedProgramme:
    """A programme after an import, and what that did. ``kept`` items were not in the file."""

    programme: Programme
    added: tuple[ProgrammeItem, ...]
    moved: tuple[ProgrammeItem, ...]
    kept: tuple[ProgrammeItem, ...]
    remarks: tuple[str, ...]


def merge_programme(
    preview: ProgrammePreview, before: Programme, *, on: date, new_key: Callable[[], str]
) -> MergedProgramme:
    """Return a programme with an import in it. What the file leaves out stays as it is.

    An item of the same title is the same item; one that the file has on another day has moved. A
    new item whose meeting is before ``on`` is taken to be done.

    Source: our own rule; nothing in a programme can be lost by an import.

    Raises:
        WrongInput: the preview has problems; every one is named.
    """
    refuse_problems(preview)
    reason = f"imported from {preview.file_name}"
    left = list(before.items)
    merged: list[ProgrammeItem] = []
    added: list[ProgrammeItem] = []
    moved: list[ProgrammeItem] = []
    remarks = list(preview.remarks)
    for one in preview.items:
        known = _same(one, left, preview.items)
        if known is None:
            item = _begun(one, ProgrammeItemId(new_key()), on, reason)
            added.append(item)
        else:
            left.remove(known)
            item = _brought_up_to_date(known, one)
            try:
                item = item if one.day is None else move(item, one.day, on=on, reason=reason)
            except WrongInput as fixed:
                remarks.append(f"Not moved: {fixed}")
            if item.day != known.day:
                moved.append(item)
        merged.append(item)
    if before.footnotes and not preview.footnotes:
        remarks.append("The file has no footnotes; those of the programme stay.")
    notes = [note for note in preview.footnotes if note not in before.footnotes]
    programme = replace(before, items=(*merged, *left), footnotes=(*before.footnotes, *notes))
    return MergedProgramme(
        with_days(programme, preview.days), tuple(added), tuple(moved), tuple(left), tuple(remarks)
    )


def refuse_problems(preview: ProgrammePreview) -> None:
    """Refuse a preview that has problems.

    Source: our own rule: an import is whole or not at all.

    Raises:
        WrongInput: naming every problem with its cell.
    """
    if preview.problems:
        number = len(preview.problems)
        said = " ".join(problem.sentence for problem in preview.problems)
        these = "this is" if number == 1 else f"{number} cells are"
        raise WrongInput(
            f"{preview.file_name} was not imported: {these} to be put right first. {said}"
        )


def kind_of_work(title: str, purpose: str) -> ProgrammeKind:
    """Return the kind of an item, told by its words; a substantive item where none tells.

    Source: the words of real programmes; our own list, for the officer to change.
    """
    said = f"{title} {purpose}"
    for words, kind in _KINDS:
        if re.search(words, said, re.IGNORECASE):
            return kind
    return ProgrammeKind.SUBSTANTIVE


def _same(
    one: ImportedItem, left: Sequence[ProgrammeItem], imported: Sequence[ImportedItem]
) -> ProgrammeItem | None:
    """Return the item that is the same work: title and day, or a title that both have once."""
    same = [item for item in left if _flat(item.title) == _flat(one.title)]
    on_day = [item for item in same if item.day == one.day]
    if on_day:
        return on_day[0]
    often = sum(_flat(other.title) == _flat(one.title) for other in imported)
    return same[0] if len(same) == 1 and often == 1 else None


def _begun(one: ImportedItem, key: ProgrammeItemId, on: date, reason: str) -> ProgrammeItem:
    kind = kind_of_work(one.title, one.purpose)
    if one.recurs_in is not None and kind.counts:
        kind = ProgrammeKind.ANNUAL_STANDING
    item = ProgrammeItem(
        id=key,
        title=one.title,
        purpose=one.purpose,
        sub_points=one.sub_points,
        kind=kind,
        method=_METHODS.get(kind, ScrutinyMethod.COMMITTEE_ITEM),
        stage=Stage.ACCEPTED,
        window=one.window,
        wanted_by=window_ends(one.window),
        recurs_in=one.recurs_in,
        suggested_on=on,
        lead_officer=one.lead_officer,
        portfolio_holder=one.portfolio_holder,
        invitees=one.invitees,
        footnote=one.footnote,
        remit_note=one.note,
    )
    if one.day is None:
        return item
    planned = move(item, one.day, on=on, reason=reason)
    return set_stage(planned, Stage.DONE, on=on, reason=reason) if one.day < on else planned


def _brought_up_to_date(item: ProgrammeItem, one: ImportedItem) -> ProgrammeItem:
    """Return an item with what the file says of it; what the file leaves empty stays."""
    return replace(
        item,
        title=one.title,
        purpose=one.purpose or item.purpose,
        sub_points=one.sub_points or item.sub_points,
        window=one.window or item.window,
        recurs_in=one.recurs_in or item.recurs_in,
        lead_officer=one.lead_officer or item.lead_officer,
        portfolio_holder=one.portfolio_holder or item.portfolio_holder,
        invitees=one.invitees or item.invitees,
        footnote=one.footnote or item.footnote,
        remit_note=one.note or item.remit_note,
    )


def _flat(title: str) -> str:
    return " ".join(title.replace("\u2019", "'").casefold().split())
