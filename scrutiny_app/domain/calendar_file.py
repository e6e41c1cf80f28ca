"""Meetings as an iCalendar file, which Outlook and other calendars take in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from scrutiny_app.domain.meeting import Meeting, Standing
from scrutiny_app.domain.meeting_dates import USUAL_LENGTH

_MOST_OCTETS = 75
_ZONE = "Europe/London"
# Source: Summer Time Act 1972 as amended by SI 2002/262: the last Sundays of March and October
_TIME_ZONE = f"""\
BEGIN:VTIMEZONE
TZID:{_ZONE}
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting with the names of its committee and council."""

    meeting: Meeting
    committee: str
    council: str


def calendar_text(entries: Iterable[CalendarEntry], at: datetime, *, name: str = "") -> str:
    """Return meetings as iCalendar text, written at a moment (UTC); ``name`` is the calendar's.

    A meeting keeps its UID whenever it is written, so that a calendar brings it up to date. One
    that is cancelled or moved is told as cancelled. How long a meeting lasts is assumed.

    Source: RFC 5545 (3.1 lines of 75 octets, 3.3.11 escapes, 3.6.1 events, 3.6.5 time zones).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//scrutiny_app//Meetings//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *((f"X-WR-CALNAME:{_escaped(name)}",) if name else ()),
        *_TIME_ZONE.splitlines(),
        *(line for entry in entries for line in _event(entry, at)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: CalendarEntry, at: datetime) -> Iterator[str]:
    meeting = entry.meeting
    starts = datetime.combine(meeting.held_on, meeting.starts_at)
    cancelled = meeting.standing in (Standing.CANCELLED, Standing.MOVED)
    minutes = int(USUAL_LENGTH.total_seconds()) // 60
    yield "BEGIN:VEVENT"
    yield f"UID:{meeting.id}@scrutiny-app"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;TZID={_ZONE}:{starts:%Y%m%dT%H%M%S}"
    yield f"DURATION:PT{minutes}M"
    yield f"SUMMARY:{_escaped(entry.committee)}"
    if meeting.place:
        yield f"LOCATION:{_escaped(meeting.place)}"
    yield f"DESCRIPTION:{_escaped(f'{entry.council}, {meeting.standing.value}')}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return "\\n".join(text.splitlines())


def _folded(line: str) -> Iterator[str]:
    """Cut a line so that none is longer than 75 octets; what goes on begins with a blank."""
    piece, room = "", _MOST_OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _MOST_OCTETS - 1
        piece += letter
        room -= size
    yield piece
