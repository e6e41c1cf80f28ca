"""The shelf of minutes as they are taken: each seat, each item and the sitting in its own row."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.committee import Person
from scrutiny_app.domain.ids import CommitteeId, ItemId, MeetingId, MembershipId, PersonId
from scrutiny_app.domain.minutes.minutes import Attendance, Attendee
from scrutiny_app.domain.minutes.noted_minutes import (
    NotedAttendance,
    NotedMeeting,
    NotedMinute,
    NotedMinutes,
)
from scrutiny_app.domain.private_words import PrivateWords
from scrutiny_app.store.columns import (
    clock_text,
    day_text,
    list_text,
    optional_clock,
    optional_day,
    texts_from,
)
from scrutiny_app.store.connection import Connection
from scrutiny_app.store.minute_notes import (
    adjournments_from,
    adjournments_text,
    interests_from,
    interests_text,
    votes_from,
    votes_text,
)
from scrutiny_app.store.people import People


@dataclass(frozen=True, slots=True)
class NotedResolution:
    """What one item resolved at a meeting, for the list across meetings.

    ``item_title`` is the one that anybody may read; the resolutions may be withheld.
    """

    meeting: MeetingId
    committee: str
    held_on: date
    item: ItemId
    item_title: str
    resolutions: tuple[str, ...]


class Minutes:
    """Minutes while they are taken. Every write is one row, so that typing never waits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._people = People(connection)

    def read(self, meeting: MeetingId) -> NotedMinutes:
        """Return all that is noted of a meeting; nothing yet gives an empty record."""
        rows = self._connection.rows
        sitting = self._connection.row(_SELECT_MEETING, (meeting,))
        return NotedMinutes(
            meeting,
            NotedMeeting() if sitting is None else _sitting(sitting),
            {
                MembershipId(row["membership"]): _attendance(row)
                for row in rows(_SELECT_ATTENDANCE, (meeting,))
            },
            tuple(
                Attendee(PersonId(row["id"]), row["name"], row["title"], row["role"])
                for row in rows(_SELECT_ATTENDEES, (meeting,))
            ),
            {ItemId(row["item"]): _minute(row) for row in rows(_SELECT_MINUTES, (meeting,))},
        )

    def write_sitting(self, meeting: MeetingId, sitting: NotedMeeting) -> None:
        """Note what holds of the meeting as a whole."""
        self._connection.run(
            _PUT_MEETING,
            {
                "meeting": meeting,
                "presiding": sitting.presiding,
                "started_at": clock_text(sitting.started_at),
                "ended_at": clock_text(sitting.ended_at),
                "approved_on": day_text(sitting.approved_on),
                "signed_by": sitting.signed_by,
            },
        )

    def write_attendance(
        self, meeting: MeetingId, member: MembershipId, noted: NotedAttendance
    ) -> None:
        """Note whether the holder of a seat came; a substitute becomes one of the people."""
        if noted.substitute is not None:
            self._people.write(noted.substitute)
        self._connection.run(
            _PUT_ATTENDANCE,
            {
                "meeting": meeting,
                "membership": member,
                "attendance": noted.attendance,
                "substitute": noted.substitute.id if noted.substitute else None,
                "reason": noted.reason,
                "publish_reason": int(noted.publish_reason),
                "remote": int(noted.remote),
                "arrived": clock_text(noted.arrived),
                "gone": clock_text(noted.left),
            },
        )

    def write_others(self, meeting: MeetingId, others: Sequence[Attendee]) -> None:
        """Make the list of those who came and are no members equal to this one."""
        for place, one in enumerate(others):
            self._connection.run(
                _PUT_ATTENDEE,
                {
                    "id": one.id,
                    "meeting": meeting,
                    "place": place,
                    "name": one.name,
                    "title": one.title,
                    "role": one.role,
                },
            )
        self._connection.run(
            "update noted_attendee "
            "set removed_at = (select at from step natural join current_step) "
            "where meeting = :meeting and removed_at is null "
            "and id not in (select value from json_each(:kept))",
            {"meeting": meeting, "kept": list_text(one.id for one in others)},
        )

    def write_minute(self, meeting: MeetingId, item: ItemId, noted: NotedMinute) -> None:
        """Note the record of one item."""
        self._connection.run(
            _PUT_MINUTE,
            {
                "meeting": meeting,
                "item": item,
                "text": noted.text,
                "highlighted": list_text(noted.highlighted),
                "raised": list_text(noted.raised),
                "resolutions": list_text(noted.resolutions),
                "adjournments": adjournments_text(noted.adjournments),
                "interests": interests_text(noted.interests),
                "votes": votes_text(noted.votes),
                "closing": noted.closing,
                "letters_run_on": int(noted.letters_run_on),
                "withheld": int(noted.withheld),
            },
        )

    def resolutions(self, committee: CommitteeId | None = None) -> tuple[NotedResolution, ...]:
        """Return what was resolved, the latest meeting first, of one committee or of all."""
        rows = self._connection.rows(_SELECT_RESOLUTIONS, {"committee": committee})
        return tuple(
            NotedResolution(
                MeetingId(row["meeting"]),
                row["committee"],
                date.fromisoformat(row["held_on"]),
                ItemId(row["item"]),
                row["title"],
                texts_from(row["resolutions"]),
            )
            for row in rows
        )

    def private_words(
        self, committee: CommitteeId, meeting: MeetingId | None = None
    ) -> PrivateWords:
        """Return what a committee's minutes say that is not for publication: one meeting's, or all.

        The summary of a withheld minute is public.
        """
        asked = {"committee": committee, "meeting": meeting}
        minutes = self._connection.rows(_SELECT_PRIVATE, asked)
        titles = self._connection.rows(_SELECT_TITLES, asked)
        return PrivateWords(
            tuple(
                text
                for row in minutes
                for text in (
                    *texts_from(row["highlighted"]),
                    *texts_from(row["raised"]),
                    *texts_from(row["resolutions"]),
                    row["closing"],
                )
                if text
            ),
            tuple(row["title"] for row in titles if row["public_title"]),
            tuple(row["public_title"] or row["title"] for row in titles),
        )


_SELECT_MEETING = """
select presiding, started_at, ended_at, approved_on, signed_by from noted_meeting
where meeting = ? and removed_at is null
"""

_SELECT_ATTENDANCE = """
select membership, attendance, substitute, person.name, person.title, reason, publish_reason,
    remote, arrived, gone
from noted_attendance left join person on person.id = substitute
where meeting = ? and noted_attendance.removed_at is null
"""

_SELECT_ATTENDEES = """
select id, name, title, role from noted_attendee
where meeting = ? and removed_at is null order by place, rowid
"""

_SELECT_MINUTES = """
select item, text, highlighted, raised, resolutions, adjournments, interests, votes, closing,
    letters_run_on, withheld
from noted_minute where meeting = ? and removed_at is null
"""

_SELECT_RESOLUTIONS = """
select noted_minute.meeting, committee.name as committee, meeting.held_on, noted_minute.item,
    coalesce(nullif(agenda_item.public_title, ''), agenda_item.title) as title,
    noted_minute.resolutions
from noted_minute
join meeting on meeting.id = noted_minute.meeting and meeting.removed_at is null
join committee on committee.id = meeting.committee
join agenda_item on agenda_item.id = noted_minute.item and agenda_item.removed_at is null
where noted_minute.removed_at is null and json_array_length(noted_minute.resolutions) > 0
    and (:committee is null or meeting.committee = :committee)
order by meeting.held_on desc, meeting.starts_at desc, agenda_item.place
"""

_SELECT_PRIVATE = """
select highlighted, raised, resolutions, closing
from noted_minute join meeting on meeting.id = noted_minute.meeting
where withheld and noted_minute.removed_at is null and meeting.committee = :committee
    and (:meeting is null or meeting.id = :meeting)
"""

_SELECT_TITLES = """
select agenda_item.title, public_title
from agenda_item join meeting on meeting.id = agenda_item.meeting
where agenda_item.removed_at is null and meeting.committee = :committee
    and (:meeting is null or meeting.id = :meeting)
"""

_PUT_MEETING = """
insert into noted_meeting (meeting, presiding, started_at, ended_at, approved_on, signed_by)
values (:meeting, :presiding, :started_at, :ended_at, :approved_on, :signed_by)
on conflict (meeting) do update set
    presiding = excluded.presiding, started_at = excluded.started_at,
    ended_at = excluded.ended_at, approved_on = excluded.approved_on,
    signed_by = excluded.signed_by, removed_at = null
where (noted_meeting.presiding, noted_meeting.started_at, noted_meeting.ended_at,
    noted_meeting.approved_on, noted_meeting.signed_by, noted_meeting.removed_at)
    is not (excluded.presiding, excluded.started_at, excluded.ended_at, excluded.approved_on,
    excluded.signed_by, null)
"""

_PUT_ATTENDANCE = """
insert into noted_attendance (meeting, membership, attendance, substitute, reason,
    publish_reason, remote, arrived, gone)
values (:meeting, :membership, :attendance, :substitute, :reason, :publish_reason, :remote,
    :arrived, :gone)
on conflict (meeting, membership) do update set
    attendance = excluded.attendance, substitute = excluded.substitute,
    reason = excluded.reason, publish_reason = excluded.publish_reason,
    remote = excluded.remote, arrived = excluded.arrived, gone = excluded.gone,
    removed_at = null
where (noted_attendance.attendance, noted_attendance.substitute, noted_attendance.reason,
    noted_attendance.publish_reason, noted_attendance.remote, noted_attendance.arrived,
    noted_attendance.gone, noted_attendance.removed_at)
    is not (excluded.attendance, excluded.substitute, excluded.reason, excluded.publish_reason,
    excluded.remote, excluded.arrived, excluded.gone, null)
"""

_PUT_ATTENDEE = """
insert into noted_attendee (id, meeting, place, name, title, role)
values (:id, :meeting, :place, :name, :title, :role)
on conflict (id) do update set
    place = excluded.place, name = excluded.name, title = excluded.title, role = excluded.role,
    removed_at = null
where (noted_attendee.place, noted_attendee.name, noted_attendee.title, noted_attendee.role,
    noted_attendee.removed_at)
    is not (excluded.place, excluded.name, excluded.title, excluded.role, null)
"""

_PUT_MINUTE = """
insert into noted_minute (meeting, item, text, highlighted, raised, resolutions, adjournments,
    interests, votes, closing, letters_run_on, withheld)
values (:meeting, :item, :text, :highlighted, :raised, :resolutions, :adjournments, :interests,
    :votes, :closing, :letters_run_on, :withheld)
on conflict (meeting, item) do update set
    text = excluded.text, highlighted = excluded.highlighted, raised = excluded.raised,
    resolutions = excluded.resolutions, adjournments = excluded.adjournments,
    interests = excluded.interests, votes = excluded.votes, closing = excluded.closing,
    letters_run_on = excluded.letters_run_on, withheld = excluded.withheld, removed_at = null
where (noted_minute.text, noted_minute.highlighted, noted_minute.raised,
    noted_minute.resolutions, noted_minute.adjournments, noted_minute.interests,
    noted_minute.votes, noted_minute.closing, noted_minute.letters_run_on,
    noted_minute.withheld, noted_minute.removed_at)
    is not (excluded.text, excluded.highlighted, excluded.raised, excluded.resolutions,
    excluded.adjournments, excluded.interests, excluded.votes, excluded.closing,
    excluded.letters_run_on, excluded.withheld, null)
"""


def _sitting(row: sqlite3.Row) -> NotedMeeting:
    return NotedMeeting(
        row["presiding"],
        optional_clock(row["started_at"]),
        optional_clock(row["ended_at"]),
        optional_day(row["approved_on"]),
        row["signed_by"],
    )


def _attendance(row: sqlite3.Row) -> NotedAttendance:
    substitute = row["substitute"]
    return NotedAttendance(
        Attendance(row["attendance"]),
        None if substitute is None else Person(PersonId(substitute), row["name"], row["title"]),
        row["reason"],
        bool(row["remote"]),
        bool(row["publish_reason"]),
        optional_clock(row["arrived"]),
        optional_clock(row["gone"]),
    )


def _minute(row: sqlite3.Row) -> NotedMinute:
    return NotedMinute(
        row["text"],
        texts_from(row["highlighted"]),
        texts_from(row["raised"]),
        texts_from(row["resolutions"]),
        adjournments_from(row["adjournments"]),
        interests_from(row["interests"]),
        votes_from(row["votes"]),
        row["closing"],
        bool(row["letters_run_on"]),
        bool(row["withheld"]),
    )
