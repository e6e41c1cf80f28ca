from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scrutiny_app.domain.calendar_file import CalendarEntry, calendar_text
from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.meeting import Standing
from tests.build import a_key, a_meeting

AT = datetime(2027, 1, 4, 9, 30, tzinfo=UTC)


def an_entry(**changes: object) -> CalendarEntry:
    meeting = replace(a_meeting(CommitteeId(a_key())), **changes)  # type: ignore[arg-type]
    return CalendarEntry(meeting, "Health Scrutiny Committee", "Kelsham City Council")


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_a_meeting_is_an_event_in_local_time_with_an_id_that_stays() -> None:
    entry = an_entry()
    lines = unfolded(calendar_text([entry], AT))
    assert f"UID:{entry.meeting.id}@scrutiny-app" in lines
    assert "DTSTART;TZID=Europe/London:20270121T100000" in lines
    assert "DTSTAMP:20270104T093000Z" in lines
    assert "STATUS:CONFIRMED" in lines
    assert lines.count("BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("standing", [Standing.CANCELLED, Standing.MOVED])
def test_a_meeting_that_will_not_be_is_told_as_cancelled(standing: Standing) -> None:
    assert "STATUS:CANCELLED" in unfolded(calendar_text([an_entry(standing=standing)], AT))


def test_signs_with_a_meaning_are_escaped() -> None:
    lines = unfolded(calendar_text([an_entry(place="Room 1; Hall, \\Annexe\nUpstairs")], AT))
    assert "LOCATION:Room 1\\; Hall\\, \\\\Annexe\\nUpstairs" in lines


def test_no_line_is_longer_than_the_standard_allows_and_no_letter_is_cut() -> None:
    place = "Neuadd y Dref, Stryd y Castell, ŵ€😀" * 8
    text = calendar_text([an_entry(place=place)], AT)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert f"LOCATION:{place.replace(',', chr(92) + ',')}" in unfolded(text)


def test_without_meetings_there_is_a_calendar_all_the_same() -> None:
    text = calendar_text([], AT, name="Ours")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "X-WR-CALNAME:Ours" in text
