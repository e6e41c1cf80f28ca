"""A committee's work programme for one municipal year: its meetings and its items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import CommitteeId, ItemId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.programme.prioritisation import Assessment


class ProgrammeKind(StrEnum):
    """What sort of work an item is.

    Source: the kinds that real programmes name; our own list.
    """

    SUBSTANTIVE = "substantive item"
    PRE_DECISION = "pre-decision scrutiny"
    PERFORMANCE = "performance"
    BUDGET = "budget"
    ANNUAL_STANDING = "annual standing item"
    VERBAL_UPDATE = "verbal update"
    SPOTLIGHT_REVIEW = "spotlight review"
    TASK_AND_FINISH_REPORT = "task and finish report"
    CALL_IN = "call-in"
    COUNCILLOR_CALL_FOR_ACTION = "councillor call for action"
    PROCEDURAL = "procedural"
    INSPECTION_FOLLOW_UP = "inspection follow-up"

    @property
    def counts(self) -> bool:
        """Whether it takes one of a meeting's places.

        Source: a real programme holds to "two items per meeting" in all its six meetings only if
        verbal updates are not counted.
        """
        return self not in (ProgrammeKind.VERBAL_UPDATE, ProgrammeKind.PROCEDURAL)


class ScrutinyMethod(StrEnum):
    """How the committee goes about it.

    Source: Bristol's list of methods, with those of real programmes.
    """

    COMMITTEE_ITEM = "committee item"
    SINGLE_ISSUE_MEETING = "single-issue meeting"
    SPOTLIGHT_REVIEW = "spotlight review"
    TASK_AND_FINISH = "task and finish group"
    STANDING_PANEL = "standing panel"
    INQUIRY_DAY = "inquiry day"
    WORKSHOP = "workshop"
    SITE_VISIT = "site visit"
    BRIEFING_NOTE = "briefing note"


class Suggester(StrEnum):
    """Where an item came from."""

    UNKNOWN = "not recorded"
    MEMBER = "member"
    OFFICER = "officer"
    PUBLIC = "public"
    EXECUTIVE = "executive"
    COUNCIL = "council"
    INSPECTION = "inspection"
    PERFORMANCE = "performance"
    RISK = "risk"
    FORWARD_PLAN = "forward plan"
    REFERRAL = "referral"
    RESOLUTION = "resolution"


class Stage(StrEnum):
    """Where an item has got to."""

    SUGGESTED = "suggested"
    ASSESSED = "assessed"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    DONE = "done"
    DEFERRED = "deferred"
    REFERRED = "referred"
    REJECTED = "rejected"

    @property
    def closed(self) -> bool:
        """Whether nothing more is to happen to it here."""
        return self in (Stage.DONE, Stage.REFERRED, Stage.REJECTED)


@dataclass(frozen=True, slots=True)
class ProgrammeChange:
    """One thing that happened to an item: a stage, a meeting, or both, with the reason.

    ``day_before`` and ``day_after`` are the meetings it moved between, None for none.
    """

    changed_on: date
    stage_before: Stage
    stage_after: Stage
    day_before: date | None
    day_after: date | None
    reason: str = ""

    @property
    def moves(self) -> bool:
        """Whether it took the item from a meeting it was planned for."""
        return self.day_before is not None and self.day_before != self.day_after


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """One piece of work.

    ``purpose`` says what for ("To scrutinise …"), ``sub_points`` what in particular. ``day`` is
    the meeting it is planned for; while it has none it is on the parked list, and ``window`` says
    when in words ("August 2024", "as soon as space permits"). ``wanted_by`` is the last day it is
    of use: a decision, a statutory date, a promised return. ``recurs_in`` is the month (1 to 12)
    of an item that returns every year at the nearest meeting. ``asked_for_in`` tells the minute or
    the person. ``referred_to`` is the committee or body it went to. ``changes`` and
    ``assessments`` only grow; the newest is last.
    """

    id: ProgrammeItemId
    title: str
    purpose: str = ""
    sub_points: tuple[str, ...] = ()
    kind: ProgrammeKind = ProgrammeKind.SUBSTANTIVE
    method: ScrutinyMethod = ScrutinyMethod.COMMITTEE_ITEM
    stage: Stage = Stage.SUGGESTED
    day: date | None = None
    window: str = ""
    wanted_by: date | None = None
    recurs_in: int | None = None
    suggested_on: date | None = None
    suggester: Suggester = Suggester.UNKNOWN
    asked_for_in: str = ""
    lead_officer: str = ""
    portfolio_holder: str = ""
    invitees: tuple[str, ...] = ()
    footnote: str = ""
    remit_note: str = ""
    referred_to: str = ""
    agenda_item: ItemId | None = None
    changes: tuple[ProgrammeChange, ...] = ()
    assessments: tuple[Assessment, ...] = ()

    @property
    def parked(self) -> bool:
        """Whether it waits without a meeting. It stays so until it is scheduled or closed."""
        return self.day is None and not self.stage.closed

    @property
    def counts(self) -> bool:
        """Whether it takes one of a meeting's places."""
        return self.kind.counts


@dataclass(frozen=True, slots=True)
class Programme:
    """The work programme of one committee for one municipal year ("2023/24").

    ``days`` are its meetings, in order, with or without items; ``items`` are in printed order
    within each meeting. ``footnotes`` are printed below the table, as written. ``capacity`` is how
    many items that count a meeting should take.

    Source: practice; "focus on two items per meeting" is a real covering report's advice, and a
    council sets its own number.
    """

    id: ProgrammeId
    committee: CommitteeId
    municipal_year: str
    days: tuple[date, ...] = ()
    footnotes: tuple[str, ...] = ()
    capacity: int = 2
    items: tuple[ProgrammeItem, ...] = ()

    @property
    def parked(self) -> tuple[ProgrammeItem, ...]:
        """The items that wait without a meeting."""
        return tuple(item for item in self.items if item.parked)

    @property
    def closed(self) -> tuple[ProgrammeItem, ...]:
        """The items that left without a meeting: referred and rejected ones, with their reasons."""
        return tuple(item for item in self.items if item.day is None and item.stage.closed)

    def on(self, day: date) -> tuple[ProgrammeItem, ...]:
        """Return the items of one meeting, in printed order."""
        return tuple(item for item in self.items if item.day == day)


def item_of(programme: Programme, item: ProgrammeItemId) -> ProgrammeItem:
    """Return an item of a programme.

    Raises:
        NotFound: it is not in it.
    """
    for one in programme.items:
        if one.id == item:
            return one
    raise NotFound(
        f"Item {item} is not in this work programme. List the programme again and choose from it."
    )


def with_item(programme: Programme, item: ProgrammeItem) -> Programme:
    """Return the programme with an item put in the place of the one of its key, or at the end."""
    if all(one.id != item.id for one in programme.items):
        return with_days(replace(programme, items=(*programme.items, item)), (item.day,))
    items = tuple(item if one.id == item.id else one for one in programme.items)
    return with_days(replace(programme, items=items), (item.day,))


def with_days(programme: Programme, days: Iterable[date | None]) -> Programme:
    """Return the programme with more meetings, in order of their days."""
    known = {*programme.days, *(day for day in days if day is not None)}
    return replace(programme, days=tuple(sorted(known)))


def placed(
    programme: Programme, item: ProgrammeItemId, *, after: ProgrammeItemId | None
) -> Programme:
    """Return the programme with an item put behind another in printed order, or first of all.

    Raises:
        NotFound: one of the two is not in it.
    """
    taken = item_of(programme, item)
    rest = [one for one in programme.items if one.id != item]
    place = 0 if after is None else rest.index(item_of(programme, after)) + 1
    return replace(programme, items=(*rest[:place], taken, *rest[place:]))
