"""The sample council's work programme, read from ``resources/sample``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scrutiny_app.domain.ids import (
    CommitteeId,
    CouncilId,
    PlanEntryId,
    ProgrammeId,
    ProgrammeItemId,
    RequestId,
)
from scrutiny_app.domain.programme.forward_plan import PlanEntry
from scrutiny_app.domain.programme.programme import (
    Programme,
    ProgrammeChange,
    ProgrammeItem,
    ProgrammeKind,
    Stage,
    Suggester,
    with_days,
)
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.toml_section import Section
from scrutiny_app.rulebook.shipped_section import read_shipped, shipped_file


@dataclass(frozen=True, slots=True)
class SampleProgramme:
    """A programme with what belongs to it; ``committee`` is the committee's name."""

    committee: str
    programme: Programme
    requests: tuple[ReturnRequest, ...]
    decisions: tuple[PlanEntry, ...]


def sample_programme(
    committee: CommitteeId, council: CouncilId, new_key: Callable[[], str]
) -> SampleProgramme:
    """Return the sample's programme under new keys.

    Raises:
        WrongInput: the file holds what it cannot.
    """
    whole = read_shipped(shipped_file("sample", "work-programme.toml"))
    whole.needed_number("format")
    name = whole.required_text("committee")
    items = tuple(
        _item(one, ProgrammeItemId(new_key())) for one in whole.sections("item", "item {number}")
    )
    programme = Programme(
        ProgrammeId(new_key()),
        committee,
        whole.required_text("municipal_year"),
        footnotes=whole.texts("footnotes"),
        capacity=whole.needed_number("capacity"),
        items=items,
    )
    requests = tuple(
        _request(one, RequestId(new_key()), committee)
        for one in whole.sections("request", "request {number}")
    )
    decisions = tuple(
        _decision(one, PlanEntryId(new_key()), council, committee)
        for one in whole.sections("decision", "decision {number}")
    )
    whole.finish()
    return SampleProgramme(
        name, with_days(programme, (item.day for item in items)), requests, decisions
    )


def _item(section: Section, key: ProgrammeItemId) -> ProgrammeItem:
    day = section.day("day")
    stage = section.choice("stage", Stage.SCHEDULED if day else Stage.ACCEPTED)
    item = ProgrammeItem(
        id=key,
        title=section.required_text("title"),
        purpose=section.text("purpose"),
        kind=section.choice("kind", ProgrammeKind.SUBSTANTIVE),
        stage=stage,
        day=day,
        window=section.text("window"),
        wanted_by=section.day("wanted_by"),
        recurs_in=section.whole_number("recurs_in"),
        suggester=section.choice("suggester", Suggester.UNKNOWN),
        asked_for_in=section.text("asked_for_in"),
        invitees=section.proses("invitees"),
        changes=tuple(_change(one, stage) for one in section.sections("move", "move {number}")),
    )
    section.finish()
    return item


def _change(section: Section, stage: Stage) -> ProgrammeChange:
    before, after = section.day("from"), section.day("to")
    change = ProgrammeChange(
        section.required_day("on"),
        Stage.SCHEDULED if before else Stage.SUGGESTED,
        stage,
        before,
        after,
        section.text("reason"),
    )
    section.finish()
    return change


def _request(section: Section, key: RequestId, committee: CommitteeId) -> ReturnRequest:
    request = ReturnRequest(
        id=key,
        committee=committee,
        text=section.required_text("text"),
        asked_on=section.required_day("asked_on"),
        asked_in=section.text("asked_in"),
        due_by=section.day("due_by"),
        returned_on=section.day("returned_on"),
        returned_as=section.text("returned_as"),
    )
    section.finish()
    return request


def _decision(
    section: Section, key: PlanEntryId, council: CouncilId, committee: CommitteeId
) -> PlanEntry:
    entry = PlanEntry(
        id=key,
        council=council,
        title=section.required_text("title"),
        reference=section.text("reference"),
        decision_maker=section.text("decision_maker"),
        decision_on=section.day("decision_on"),
        key=section.flag("key"),
        notice_on=section.day("notice_on"),
        portfolio_holder=section.text("portfolio_holder"),
        committee=committee,
    )
    section.finish()
    return entry
