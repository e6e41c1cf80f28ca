"""The rows of work programme items, with what happened to each and how it was assessed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.ids import ItemId, MeetingId, ProgrammeId, ProgrammeItemId
from scrutiny_app.domain.programme.prioritisation import Assessment, Outcome
from scrutiny_app.domain.programme.programme import (
    ProgrammeChange,
    ProgrammeItem,
    ProgrammeKind,
    ScrutinyMethod,
    Stage,
    Suggester,
)
from scrutiny_app.store.columns import day_text, list_text, optional_day, texts_from
from scrutiny_app.store.connection import Connection, SqlValue


class ProgrammeItems:
    """Items of all programmes; a part of the shelf of programmes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, programme: ProgrammeId) -> tuple[ProgrammeItem, ...]:
        """Return the items of a programme in printed order."""
        rows = self._connection.rows(
            f"{_SELECT} and programme = ? order by place, rowid", (programme,)
        )
        changes = _by_item(self._connection.rows(f"{_CHANGES} {_OF_PROGRAMME}", (programme,)))
        assessments = _by_item(
            self._connection.rows(f"{_ASSESSMENTS} {_OF_PROGRAMME}", (programme,))
        )
        return tuple(
            _item(row, changes.get(row["id"], ()), assessments.get(row["id"], ())) for row in rows
        )

    def get(self, key: ProgrammeItemId) -> ProgrammeItem:
        """Return one item.

        Raises:
            NotFound: there is none of this key.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (key,))
        if row is None:
            raise NotFound(f"There is no work programme item {key} in this workspace.")
        return self._whole(row)

    def on_agenda(self, agenda_item: ItemId) -> ProgrammeItem | None:
        """Return the item that became an agenda item."""
        row = self._connection.row(f"{_SELECT} and agenda_item = ?", (agenda_item,))
        return None if row is None else self._whole(row)

    def write(self, programme: ProgrammeId, place: int, item: ProgrammeItem) -> None:
        """Make the rows of one item equal to the record."""
        self._connection.run(_PUT, {"programme": programme, "place": place, **_values(item)})
        for number, change in enumerate(item.changes):
            self._connection.run(
                _PUT_CHANGE, {"item": item.id, "place": number, **_change_values(change)}
            )
        for number, assessment in enumerate(item.assessments):
            self._connection.run(
                _PUT_ASSESSMENT,
                {"item": item.id, "place": number, **_assessment_values(assessment)},
            )

    def untie_removed(self, meeting: MeetingId) -> None:
        """Let items go whose agenda item, or whose meeting, is not there any more."""
        self._connection.run(_UNTIE, (meeting,))

    def _whole(self, row: sqlite3.Row) -> ProgrammeItem:
        key = (row["id"],)
        return _item(
            row,
            self._connection.rows(f"{_CHANGES} and item = ? order by place", key),
            self._connection.rows(f"{_ASSESSMENTS} and item = ? order by place", key),
        )


def _by_item(rows: Iterable[sqlite3.Row]) -> dict[str, list[sqlite3.Row]]:
    """Return rows by the item they belong to, read at once and not item by item."""
    found: dict[str, list[sqlite3.Row]] = {}
    for row in rows:
        found.setdefault(row["item"], []).append(row)
    return found


def _item(
    row: sqlite3.Row, changes: Sequence[sqlite3.Row], assessments: Sequence[sqlite3.Row]
) -> ProgrammeItem:
    agenda_item = row["agenda_item"]
    return ProgrammeItem(
        id=ProgrammeItemId(row["id"]),
        title=row["title"],
        purpose=row["purpose"],
        sub_points=texts_from(row["sub_points"]),
        kind=ProgrammeKind(row["kind"]),
        method=ScrutinyMethod(row["method"]),
        stage=Stage(row["stage"]),
        day=optional_day(row["day"]),
        window=row["window"],
        wanted_by=optional_day(row["wanted_by"]),
        recurs_in=row["recurs_in"],
        suggested_on=optional_day(row["suggested_on"]),
        suggester=Suggester(row["suggester"]),
        asked_for_in=row["asked_for_in"],
        lead_officer=row["lead_officer"],
        portfolio_holder=row["portfolio_holder"],
        invitees=texts_from(row["invitees"]),
        footnote=row["footnote"],
        remit_note=row["remit_note"],
        referred_to=row["referred_to"],
        agenda_item=None if agenda_item is None else ItemId(agenda_item),
        changes=tuple(_change(one) for one in changes),
        assessments=tuple(_assessment(one) for one in assessments),
    )


def _change(row: sqlite3.Row) -> ProgrammeChange:
    return ProgrammeChange(
        _day(row["changed_on"]),
        Stage(row["stage_before"]),
        Stage(row["stage_after"]),
        optional_day(row["day_before"]),
        optional_day(row["day_after"]),
        row["reason"],
    )


def _assessment(row: sqlite3.Row) -> Assessment:
    return Assessment(
        method=row["method"],
        assessed_on=_day(row["assessed_on"]),
        assessor=row["assessor"],
        answers=json.loads(row["answers"]),
        scores=json.loads(row["scores"]),
        rationale=json.loads(row["rationale"]),
        outcome=Outcome(row["outcome"]),
        because=row["because"],
        decided=Outcome(row["decided"]),
        total=None if row["total"] is None else Decimal(row["total"]),
        override_reason=row["override_reason"],
    )


def _values(item: ProgrammeItem) -> dict[str, SqlValue]:
    return {
        "id": item.id,
        "title": item.title,
        "purpose": item.purpose,
        "sub_points": list_text(item.sub_points),
        "kind": item.kind,
        "method": item.method,
        "stage": item.stage,
        "day": day_text(item.day),
        "window": item.window,
        "wanted_by": day_text(item.wanted_by),
        "recurs_in": item.recurs_in,
        "suggested_on": day_text(item.suggested_on),
        "suggester": item.suggester,
        "asked_for_in": item.asked_for_in,
        "lead_officer": item.lead_officer,
        "portfolio_holder": item.portfolio_holder,
        "invitees": list_text(item.invitees),
        "footnote": item.footnote,
        "remit_note": item.remit_note,
        "referred_to": item.referred_to,
        "agenda_item": item.agenda_item,
    }


def _change_values(change: ProgrammeChange) -> dict[str, SqlValue]:
    return {
        "changed_on": change.changed_on.isoformat(),
        "stage_before": change.stage_before,
        "stage_after": change.stage_after,
        "day_before": day_text(change.day_before),
        "day_after": day_text(change.day_after),
        "reason": change.reason,
    }


def _assessment_values(assessment: Assessment) -> dict[str, SqlValue]:
    return {
        "method": assessment.method,
        "assessed_on": assessment.assessed_on.isoformat(),
        "assessor": assessment.assessor,
        "answers": json.dumps(dict(assessment.answers)),
        "scores": json.dumps(dict(assessment.scores)),
        "rationale": json.dumps(dict(assessment.rationale), ensure_ascii=False),
        "outcome": assessment.outcome,
        "because": assessment.because,
        "decided": assessment.decided,
        "total": None if assessment.total is None else str(assessment.total),
        "override_reason": assessment.override_reason,
    }


_SELECT = """
select id, title, purpose, sub_points, kind, method, stage, day, window, wanted_by, recurs_in,
    suggested_on, suggester, asked_for_in, lead_officer, portfolio_holder, invitees, footnote,
    remit_note, referred_to, agenda_item
from programme_item where removed_at is null
"""

_CHANGES = """
select item, changed_on, stage_before, stage_after, day_before, day_after, reason
from programme_change where removed_at is null
"""

_ASSESSMENTS = """
select item, method, assessed_on, assessor, answers, scores, rationale, outcome, because, decided,
    total, override_reason
from programme_assessment where removed_at is null
"""

_OF_PROGRAMME = "and item in (select id from programme_item where programme = ?) order by place"

_PUT = """
insert into programme_item (
    id, programme, place, title, purpose, sub_points, kind, method, stage, day, window, wanted_by,
    recurs_in, suggested_on, suggester, asked_for_in, lead_officer, portfolio_holder, invitees,
    footnote, remit_note, referred_to, agenda_item
)
values (
    :id, :programme, :place, :title, :purpose, :sub_points, :kind, :method, :stage, :day, :window,
    :wanted_by, :recurs_in, :suggested_on, :suggester, :asked_for_in, :lead_officer,
    :portfolio_holder, :invitees, :footnote, :remit_note, :referred_to, :agenda_item
)
on conflict (id) do update set
    programme = excluded.programme, place = excluded.place, title = excluded.title, purpose =
    excluded.purpose, sub_points = excluded.sub_points, kind = excluded.kind, method =
    excluded.method, stage = excluded.stage, day = excluded.day, window = excluded.window,
    wanted_by = excluded.wanted_by, recurs_in = excluded.recurs_in, suggested_on =
    excluded.suggested_on, suggester = excluded.suggester, asked_for_in = excluded.asked_for_in,
    lead_officer = excluded.lead_officer, portfolio_holder = excluded.portfolio_holder, invitees =
    excluded.invitees, footnote = excluded.footnote, remit_note = excluded.remit_note, referred_to
    = excluded.referred_to, agenda_item = excluded.agenda_item, removed_at = null
where (
    programme_item.programme, programme_item.place, programme_item.title, programme_item.purpose,
    programme_item.sub_points, programme_item.kind, programme_item.method, programme_item.stage,
    programme_item.day, programme_item.window, programme_item.wanted_by, programme_item.recurs_in,
    programme_item.suggested_on, programme_item.suggester, programme_item.asked_for_in,
    programme_item.lead_officer, programme_item.portfolio_holder, programme_item.invitees,
    programme_item.footnote, programme_item.remit_note, programme_item.referred_to,
    programme_item.agenda_item, programme_item.removed_at
) is not (
    excluded.programme, excluded.place, excluded.title, excluded.purpose, excluded.sub_points,
    excluded.kind, excluded.method, excluded.stage, excluded.day, excluded.window,
    excluded.wanted_by, excluded.recurs_in, excluded.suggested_on, excluded.suggester,
    excluded.asked_for_in, excluded.lead_officer, excluded.portfolio_holder, excluded.invitees,
    excluded.footnote, excluded.remit_note, excluded.referred_to, excluded.agenda_item, null
)
"""

_UNTIE = """
update programme_item set agenda_item = null
where removed_at is null and agenda_item in (
    select agenda_item.id from agenda_item join meeting on meeting.id = agenda_item.meeting
    where meeting.id = ?
        and (agenda_item.removed_at is not null or meeting.removed_at is not null)
)
"""

_PUT_CHANGE = """
insert into programme_change (
    item, place, changed_on, stage_before, stage_after, day_before, day_after, reason
)
values (
    :item, :place, :changed_on, :stage_before, :stage_after, :day_before, :day_after, :reason
)
on conflict (item, place) do update set
    changed_on = excluded.changed_on, stage_before = excluded.stage_before, stage_after =
    excluded.stage_after, day_before = excluded.day_before, day_after = excluded.day_after, reason
    = excluded.reason, removed_at = null
where (
    programme_change.changed_on, programme_change.stage_before, programme_change.stage_after,
    programme_change.day_before, programme_change.day_after, programme_change.reason,
    programme_change.removed_at
) is not (
    excluded.changed_on, excluded.stage_before, excluded.stage_after, excluded.day_before,
    excluded.day_after, excluded.reason, null
)
"""

_PUT_ASSESSMENT = """
insert into programme_assessment (
    item, place, method, assessed_on, assessor, answers, scores, rationale, outcome, because,
    decided, total, override_reason
)
values (
    :item, :place, :method, :assessed_on, :assessor, :answers, :scores, :rationale, :outcome,
    :because, :decided, :total, :override_reason
)
on conflict (item, place) do update set
    method = excluded.method, assessed_on = excluded.assessed_on, assessor = excluded.assessor,
    answers = excluded.answers, scores = excluded.scores, rationale = excluded.rationale, outcome
    = excluded.outcome, because = excluded.because, decided = excluded.decided, total =
    excluded.total, override_reason = excluded.override_reason, removed_at = null
where (
    programme_assessment.method, programme_assessment.assessed_on, programme_assessment.assessor,
    programme_assessment.answers, programme_assessment.scores, programme_assessment.rationale,
    programme_assessment.outcome, programme_assessment.because, programme_assessment.decided,
    programme_assessment.total, programme_assessment.override_reason,
    programme_assessment.removed_at
) is not (
    excluded.method, excluded.assessed_on, excluded.assessor, excluded.answers, excluded.scores,
    excluded.rationale, excluded.outcome, excluded.because, excluded.decided, excluded.total,
    excluded.override_reason, null
)
"""


def _day(text: str) -> date:
    return date.fromisoformat(text)
