"""Write the meetings of a workspace as an iCalendar file."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.calendar_file import CalendarEntry, calendar_text
from scrutiny_app.domain.committee import Committee
from scrutiny_app.domain.errors import NotFound
from scrutiny_app.domain.wording import listed
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.store.store import Store


def write_calendar(desk: Desk, destination: Path, *, committee: str = "") -> int:
    """Write all meetings, or those of the committee of a name; return how many there are.

    Raises:
        NotFound: there is no committee of that name.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        entries = [
            CalendarEntry(meeting, one.name, council.name if council else "")
            for one in _chosen(store, committee)
            for council in (store.councils.get(one.host),)
            for meeting in store.meetings.of(one.id)
        ]
    entries.sort(key=lambda entry: (entry.meeting.held_on, entry.meeting.starts_at))
    text = calendar_text(entries, desk.clock(), name=committee or "Scrutiny meetings")
    write_atomically(destination, lambda part: part.write_bytes(text.encode()))
    return len(entries)


def _chosen(store: Store, name: str) -> tuple[Committee, ...]:
    everyone = store.committees.list()
    if not name:
        return everyone
    chosen = tuple(one for one in everyone if one.name.casefold() == name.strip().casefold())
    if not chosen:
        known = listed(one.name for one in everyone) if everyone else "none yet"
        raise NotFound(f'There is no committee called "{name}". There are: {known}.')
    return chosen
