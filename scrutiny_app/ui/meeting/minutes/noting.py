"""The minutes being taken of the meeting that is shown: read once, written a row at a time."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.agenda import Agenda, AgendaItem
from scrutiny_app.domain.committee import Membership
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.minutes.live_quorum import quorum_now
from scrutiny_app.domain.minutes.minute_checks import minutes_findings
from scrutiny_app.domain.minutes.minutes import MinutesOutline
from scrutiny_app.domain.minutes.noted_minutes import (
    NotedAttendance,
    NotedMeeting,
    NotedMinute,
    NotedMinutes,
    minutes_as_noted,
)
from scrutiny_app.domain.minutes.taken_checks import taken_findings
from scrutiny_app.jobs.number_minutes import first_minute_number
from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.minutes.quorum_line import quorum_line
from scrutiny_app.ui.widgets.status_list import StatusLine


@dataclass(frozen=True, slots=True)
class Noting:
    """What is noted, and the minutes that it makes."""

    noted: NotedMinutes
    outline: MinutesOutline

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks say of the minutes; nothing before anything is noted."""
        if not self.noted.begun:
            return ()
        return (*minutes_findings(self.outline), *taken_findings(self.outline))

    def quorum_line(self, item: AgendaItem) -> StatusLine:
        """Return how the meeting stands now for an item."""
        return quorum_line(quorum_now(self.outline, item), begun=bool(self.noted.attendance))

    def minute(self, item: ItemId) -> NotedMinute:
        """Return what is noted of an item."""
        return self.noted.minutes.get(item, NotedMinute())

    def attendance(self, member: Membership) -> NotedAttendance:
        """Return what is noted of a member."""
        return self.noted.attendance.get(member.id, NotedAttendance())


def read_noting(desk: MeetingDesk, agenda: Agenda) -> Noting:
    """Return the minutes being taken of a meeting as they stand."""
    store = desk.session.store
    noted = store.minutes.read(agenda.meeting.id)
    first = first_minute_number(store, agenda)
    return Noting(noted, minutes_as_noted(agenda, noted, first_number=first))


def note_member(desk: MeetingDesk, member: Membership, noted: NotedAttendance) -> None:
    """Write what is noted of one member."""
    meeting = desk.agenda.meeting.id
    desk.do(
        f"Note {member.person.full_name}'s attendance",
        lambda store: store.minutes.write_attendance(meeting, member.id, noted),
        joins=True,
    )


def note_minute(desk: MeetingDesk, item: AgendaItem, noted: NotedMinute) -> None:
    """Write what is noted of one item."""
    meeting = desk.agenda.meeting.id
    desk.do(
        f"Minute {item.title}",
        lambda store: store.minutes.write_minute(meeting, item.id, noted),
        joins=True,
    )


def note_sitting(desk: MeetingDesk, noted: NotedMeeting) -> None:
    """Write what is noted of the meeting as a whole."""
    meeting = desk.agenda.meeting.id
    desk.do(
        "Note the sitting",
        lambda store: store.minutes.write_sitting(meeting, noted),
        joins=True,
    )
