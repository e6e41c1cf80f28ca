"""Draw the minutes of one meeting: a template to fill, until minutes are taken."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.house_style import MinuteScheme
from scrutiny_app.domain.minute_numbers import next_first_number
from scrutiny_app.domain.minutes import MinutesOutline, outline_minutes
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


def draw_minutes(desk: Desk, meeting: str, destination: Path) -> None:
    """Write the minutes template, prefilled with all that is known before the meeting.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        style = house_style(agenda.council.house_style)
        first = _first_number(store, agenda, style.minute_scheme)
    outline = outline_minutes(agenda, first_number=first)
    write_document(minutes_document(outline, style), style, destination)


def _first_number(store: Store, agenda: Agenda, scheme: MinuteScheme) -> int:
    """Return the first minute number: as given, else counted on from the meetings before."""
    if agenda.meeting.first_minute_number:
        return agenda.meeting.first_minute_number
    year = agenda.meeting.municipal_year
    outlines: list[MinutesOutline] = []
    for meeting in store.meetings.before(agenda.meeting):
        earlier = store.agendas.read(meeting.id)
        first = meeting.first_minute_number or next_first_number(
            outlines, scheme, municipal_year=meeting.municipal_year
        )
        outlines.append(outline_minutes(earlier, first_number=first))
    return next_first_number(outlines, scheme, municipal_year=year)
