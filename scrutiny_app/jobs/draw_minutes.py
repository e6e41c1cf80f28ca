"""Draw the minutes of one meeting: a template to fill, until minutes are taken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.domain.agenda import Agenda, ItemKind
from scrutiny_app.domain.exclusion import exclusion_resolution
from scrutiny_app.domain.house_style import HouseStyle, MinuteScheme
from scrutiny_app.domain.minute_numbers import next_first_number
from scrutiny_app.domain.minutes import MinutesOutline, outline_minutes
from scrutiny_app.domain.public_agenda import public_view
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.exempt_reasons import exempt_descriptions
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


def draw_minutes(desk: Desk, meeting: str, destination: Path) -> None:
    """Write the minutes template, prefilled with all that is known before the meeting.

    Minutes are public: it is drawn from the public's view of the agenda, and where business is to
    be taken in private the resolution stands in it, ready to be passed.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        style = house_style(agenda.council.house_style)
        first = _first_number(store, agenda, style.minute_scheme)
    outline = with_exclusion(outline_minutes(public_view(agenda), first_number=first), style)
    write_document(minutes_document(outline, style), style, destination)


def with_exclusion(outline: MinutesOutline, style: HouseStyle) -> MinutesOutline:
    """Return an outline whose minute of the exclusion holds the resolution that is needed."""
    agenda = outline.agenda
    descriptions = exempt_descriptions(agenda.council.nation)
    resolution = exclusion_resolution(agenda, style.private, descriptions)
    minutes = (
        replace(minute, text=resolution)
        if minute.item.kind is ItemKind.EXCLUSION and not minute.text
        else minute
        for minute in outline.minutes
    )
    return replace(outline, minutes=tuple(minutes))


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
