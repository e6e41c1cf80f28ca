"""Number minutes: the first number of a meeting, counted on from the meetings before."""

from __future__ import annotations

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.minutes.minute_numbers import next_first_number
from scrutiny_app.domain.minutes.minutes import MinutesOutline, outline_minutes
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


def first_minute_number(store: Store, agenda: Agenda) -> int:
    """Return the first minute number of a meeting: as given, else counted on."""
    if agenda.meeting.first_minute_number:
        return agenda.meeting.first_minute_number
    scheme = house_style(agenda.council.house_style).minute_scheme
    year = agenda.meeting.municipal_year
    outlines: list[MinutesOutline] = []
    for meeting in store.meetings.before(agenda.meeting):
        earlier = store.agendas.read(meeting.id)
        first = meeting.first_minute_number or next_first_number(
            outlines, scheme, municipal_year=meeting.municipal_year
        )
        outlines.append(outline_minutes(earlier, first_number=first))
    return next_first_number(outlines, scheme, municipal_year=year)
