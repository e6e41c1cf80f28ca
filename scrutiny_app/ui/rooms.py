"""The rooms of the window, in the order of the navigation; each is made when it is first shown."""

from __future__ import annotations

from scrutiny_app.ui.frame.room_entry import RoomEntry
from scrutiny_app.ui.page import Page, Surroundings
from scrutiny_app.ui.place import Room


def all_rooms() -> tuple[RoomEntry, ...]:
    """Return an entry for every room."""
    return (
        RoomEntry(Room.TODAY, "Today", "sun", _today),
        RoomEntry(Room.MEETINGS, "Meetings", "calendar-days", _meetings),
        RoomEntry(Room.MEETING, "Meeting", "calendar-days", _meeting, under=Room.MEETINGS),
        RoomEntry(Room.PROGRAMME, "Work programme", "square-kanban", _programme),
        RoomEntry(Room.BUDGET, "Budget", "pound-sterling", _budget),
        RoomEntry(Room.COMMITTEES, "Committees", "users", _committees),
        RoomEntry(Room.READER, "Reader", "book-open", _reader),
        RoomEntry(Room.SEARCH, "Search", "search", _search),
        RoomEntry(Room.HISTORY, "History", "rotate-ccw-clock", _history),
        RoomEntry(Room.SETTINGS, "Settings", "settings", _settings, last=True),
    )


def _history(around: Surroundings) -> Page:
    from scrutiny_app.ui.history.history_page import HistoryPage

    return HistoryPage(around)


def _meetings(around: Surroundings) -> Page:
    from scrutiny_app.ui.meetings.meetings_page import MeetingsPage

    return MeetingsPage(around)


def _meeting(around: Surroundings) -> Page:
    from scrutiny_app.ui.meeting.meeting_page import MeetingPage

    return MeetingPage(around)


def _programme(around: Surroundings) -> Page:
    from scrutiny_app.ui.programme.programme_page import ProgrammePage

    return ProgrammePage(around)


def _reader(around: Surroundings) -> Page:
    from scrutiny_app.ui.reader.reader_page import ReaderPage

    return ReaderPage(around)


def _search(around: Surroundings) -> Page:
    from scrutiny_app.ui.search.search_page import SearchPage

    return SearchPage(around)


def _committees(around: Surroundings) -> Page:
    from scrutiny_app.ui.committees.committees_page import CommitteesPage

    return CommitteesPage(around)


def _settings(around: Surroundings) -> Page:
    from scrutiny_app.ui.settings.settings_page import SettingsPage

    return SettingsPage(around)


def _today(around: Surroundings) -> Page:
    from scrutiny_app.ui.today.today_page import TodayPage

    return TodayPage(around)


def _budget(around: Surroundings) -> Page:
    from scrutiny_app.ui.budget.budget_page import BudgetPage

    return BudgetPage(around)
