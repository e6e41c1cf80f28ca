"""The shelf of meetings."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import CommitteeId, MeetingId
from scrutiny_app.domain.meeting import ContactOfficer, Meeting, Standing
from scrutiny_app.domain.paper import WithheldPlace
from scrutiny_app.store.columns import (
    day_text,
    optional_day,
    optional_moment,
    optional_moment_text,
)
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.programme.items import ProgrammeItems


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting in a list, with how many items, papers and pages it has."""

    id: MeetingId
    committee: str
    council: str
    held_on: date
    starts_at: time
    place: str
    standing: Standing
    items: int
    papers: int
    pages: int
    committee_id: CommitteeId


class Meetings:
    """Meetings and how they stand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: MeetingId) -> Meeting:
        """Return the meeting with this key.

        Raises:
            NotFound: there is none.
        """
        row = self._connection.row(f"{_SELECT} and id = ?", (key,))
        if row is None:
            raise NotFound(
                f"There is no meeting {key} in this workspace. List its meetings to see their ids."
            )
        return _meeting(row)

    def list(self) -> tuple[MeetingLine, ...]:
        """Return a line for every meeting, oldest first."""
        return tuple(_line(row) for row in self._connection.rows(_SELECT_LINES))

    def on(self, committee: CommitteeId, held_on: date) -> tuple[Meeting, ...]:
        """Return the meetings of a committee on one day, earliest first."""
        rows = self._connection.rows(
            f"{_SELECT} and committee = ? and held_on = ? order by starts_at, rowid",
            (committee, held_on.isoformat()),
        )
        return tuple(_meeting(row) for row in rows)

    def of(self, committee: CommitteeId) -> tuple[Meeting, ...]:
        """Return every meeting of a committee, earliest first."""
        rows = self._connection.rows(
            f"{_SELECT} and committee = ? order by held_on, starts_at, rowid", (committee,)
        )
        return tuple(_meeting(row) for row in rows)

    def between(self, first: date, last: date) -> tuple[Meeting, ...]:
        """Return the meetings of all committees from one day to another, both included."""
        rows = self._connection.rows(
            f"{_SELECT} and held_on between ? and ? order by held_on, starts_at, rowid",
            (first.isoformat(), last.isoformat()),
        )
        return tuple(_meeting(row) for row in rows)

    def remove(self, key: MeetingId) -> None:
        """Remove a meeting whose agenda was never published, with what is on it.

        Work programme items that were on its agenda can be planned for another one then.

        Raises:
            WrongInput: its agenda was published.
        """
        (issues,) = self._connection.values("select count(*) from issue where meeting = ?", (key,))
        if issues:
            raise WrongInput(
                "The agenda of this meeting was published, so the meeting stays on record. Cancel "
                "it, or move it to another day."
            )
        self._connection.run(
            "update meeting set removed_at = (select at from step natural join current_step) "
            "where id = ? and removed_at is null",
            (key,),
        )
        ProgrammeItems(self._connection).untie_removed(key)

    def before(self, meeting: Meeting) -> tuple[Meeting, ...]:
        """Return the meetings of the same committee that come before one, earliest first."""
        return self._beside(meeting, "<")

    def after(self, meeting: Meeting) -> tuple[Meeting, ...]:
        """Return the meetings of the same committee that come after one, earliest first."""
        return self._beside(meeting, ">")

    def _beside(self, meeting: Meeting, side: Literal["<", ">"]) -> tuple[Meeting, ...]:
        rows = self._connection.rows(
            f"{_SELECT} and committee = ? and (held_on, starts_at) {side} (?, ?) "
            "order by held_on, starts_at, rowid",
            (meeting.committee, meeting.held_on.isoformat(), meeting.starts_at.isoformat()),
        )
        return tuple(_meeting(row) for row in rows)

    def find(self, text: str) -> MeetingId:
        """Return the meeting that an officer names by its id or by its day (2024-01-25).

        Raises:
            NotFound: there is no such meeting.
            WrongInput: there is more than one on that day; the sentence lists their ids.
        """
        wanted = text.strip()
        rows = self._connection.rows(
            "select meeting.id, meeting.starts_at, committee.name from meeting "
            "join committee on committee.id = meeting.committee "
            "where meeting.removed_at is null and (meeting.id = :id or meeting.held_on = :day) "
            "order by meeting.starts_at, meeting.rowid",
            {"id": wanted.lower(), "day": wanted},
        )
        if not rows:
            raise NotFound(
                f'There is no meeting "{wanted}" in this workspace. Give the id of a meeting or '
                "its date as year-month-day (2024-01-25)."
            )
        if len(rows) > 1:
            lines = "; ".join(f"{row['id']} ({row['name']}, {row['starts_at']})" for row in rows)
            raise WrongInput(f"There are {len(rows)} meetings on {wanted}: {lines}. Give an id.")
        return MeetingId(rows[0]["id"])

    def write(self, meeting: Meeting) -> None:
        """Make the row of one meeting equal to the record."""
        self._connection.run(
            _PUT_MEETING,
            {
                "id": meeting.id,
                "committee": meeting.committee,
                "held_on": meeting.held_on.isoformat(),
                "starts_at": meeting.starts_at.isoformat(),
                "place": meeting.place,
                "municipal_year": meeting.municipal_year,
                "signatory": meeting.signatory,
                "officer_name": meeting.officer.name,
                "officer_role": meeting.officer.role,
                "officer_telephone": meeting.officer.telephone,
                "officer_email": meeting.officer.email,
                "standing": meeting.standing,
                "first_minute_number": meeting.first_minute_number,
                "continued_as": meeting.continued_as,
                "published_at": optional_moment_text(meeting.published_at),
                "convened_on": day_text(meeting.convened_on),
                "short_notice_reason": meeting.short_notice_reason,
                "withheld_papers": meeting.withheld_papers or "",
            },
        )


_SELECT = """
select id, committee, held_on, starts_at, place, municipal_year, signatory, officer_name,
    officer_role, officer_telephone, officer_email, standing, first_minute_number, continued_as,
    published_at, convened_on, short_notice_reason, withheld_papers
from meeting where removed_at is null
"""

_SELECT_LINES = """
select meeting.id, committee.id as committee_id, committee.name as committee,
    council.name as council, meeting.held_on, meeting.starts_at, meeting.place, meeting.standing,
    count(distinct agenda_item.id) as items, count(distinct paper.id) as papers,
    coalesce(sum(paper_version.pages), 0) as pages
from meeting
join committee on committee.id = meeting.committee
join council on council.id = committee.host
left join agenda_item on agenda_item.meeting = meeting.id and agenda_item.removed_at is null
left join paper on paper.item = agenda_item.id and paper.removed_at is null
left join paper_version on paper_version.paper = paper.id and paper_version.removed_at is null
where meeting.removed_at is null
group by meeting.id
order by meeting.held_on, meeting.starts_at, meeting.rowid
"""

_PUT_MEETING = """
insert into meeting (id, committee, held_on, starts_at, place, municipal_year, signatory,
    officer_name, officer_role, officer_telephone, officer_email, standing, first_minute_number,
    continued_as, published_at, convened_on, short_notice_reason, withheld_papers)
values (:id, :committee, :held_on, :starts_at, :place, :municipal_year, :signatory,
    :officer_name, :officer_role, :officer_telephone, :officer_email, :standing,
    :first_minute_number, :continued_as, :published_at,
    :convened_on, :short_notice_reason, :withheld_papers)
on conflict (id) do update set
    committee = excluded.committee, held_on = excluded.held_on, starts_at = excluded.starts_at,
    place = excluded.place, municipal_year = excluded.municipal_year,
    signatory = excluded.signatory, officer_name = excluded.officer_name,
    officer_role = excluded.officer_role, officer_telephone = excluded.officer_telephone,
    officer_email = excluded.officer_email, standing = excluded.standing,
    first_minute_number = excluded.first_minute_number, continued_as = excluded.continued_as,
    published_at = excluded.published_at, convened_on = excluded.convened_on,
    short_notice_reason = excluded.short_notice_reason,
    withheld_papers = excluded.withheld_papers, removed_at = null
where (meeting.committee, meeting.held_on, meeting.starts_at, meeting.place,
    meeting.municipal_year, meeting.signatory, meeting.officer_name, meeting.officer_role,
    meeting.officer_telephone, meeting.officer_email, meeting.standing,
    meeting.first_minute_number, meeting.continued_as, meeting.published_at,
    meeting.convened_on, meeting.short_notice_reason, meeting.withheld_papers,
    meeting.removed_at)
    is not (excluded.committee, excluded.held_on, excluded.starts_at, excluded.place,
    excluded.municipal_year, excluded.signatory, excluded.officer_name, excluded.officer_role,
    excluded.officer_telephone, excluded.officer_email, excluded.standing,
    excluded.first_minute_number, excluded.continued_as, excluded.published_at,
    excluded.convened_on, excluded.short_notice_reason, excluded.withheld_papers, null)
"""


def _meeting(row: sqlite3.Row) -> Meeting:
    continued_as = row["continued_as"]
    return Meeting(
        id=MeetingId(row["id"]),
        committee=CommitteeId(row["committee"]),
        held_on=date.fromisoformat(row["held_on"]),
        starts_at=time.fromisoformat(row["starts_at"]),
        place=row["place"],
        municipal_year=row["municipal_year"],
        signatory=row["signatory"],
        officer=ContactOfficer(
            row["officer_name"],
            row["officer_role"],
            row["officer_telephone"],
            row["officer_email"],
        ),
        standing=Standing(row["standing"]),
        first_minute_number=row["first_minute_number"],
        continued_as=None if continued_as is None else MeetingId(continued_as),
        published_at=optional_moment(row["published_at"]),
        convened_on=optional_day(row["convened_on"]),
        short_notice_reason=row["short_notice_reason"],
        withheld_papers=WithheldPlace(row["withheld_papers"]) if row["withheld_papers"] else None,
    )


def _line(row: sqlite3.Row) -> MeetingLine:
    return MeetingLine(
        MeetingId(row["id"]),
        row["committee"],
        row["council"],
        date.fromisoformat(row["held_on"]),
        time.fromisoformat(row["starts_at"]),
        row["place"],
        Standing(row["standing"]),
        row["items"],
        row["papers"],
        row["pages"],
        CommitteeId(row["committee_id"]),
    )
