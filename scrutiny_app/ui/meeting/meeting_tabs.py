"""The tabs of a meeting, from left to right; each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scrutiny_app.ui.meeting.meeting_desk import MeetingDesk
from scrutiny_app.ui.meeting.meeting_tab import MeetingTab


@dataclass(frozen=True, slots=True)
class TabEntry:
    """A tab's part of a ``Place``, its name, and how it is made."""

    part: str
    name: str
    make: Callable[[MeetingDesk], MeetingTab]


def all_tabs() -> tuple[TabEntry, ...]:
    """Return an entry for every tab."""
    return (
        TabEntry("agenda", "Agenda", _agenda),
        TabEntry("details", "Details", _details),
        TabEntry("attendance", "Attendance", _attendance),
        TabEntry("minutes", "Minutes", _minutes),
        TabEntry("publication", "Publication", _publication),
    )


def _agenda(desk: MeetingDesk) -> MeetingTab:
    from scrutiny_app.ui.meeting.agenda_tab import AgendaTab

    return AgendaTab(desk)


def _details(desk: MeetingDesk) -> MeetingTab:
    from scrutiny_app.ui.meeting.details_tab import DetailsTab

    return DetailsTab(desk)


def _publication(desk: MeetingDesk) -> MeetingTab:
    from scrutiny_app.ui.meeting.publication.publication_tab import PublicationTab

    return PublicationTab(desk)


def _attendance(desk: MeetingDesk) -> MeetingTab:
    from scrutiny_app.ui.meeting.minutes.attendance_tab import AttendanceTab

    return AttendanceTab(desk)


def _minutes(desk: MeetingDesk) -> MeetingTab:
    from scrutiny_app.ui.meeting.minutes.minutes_tab import MinutesTab

    return MinutesTab(desk)
