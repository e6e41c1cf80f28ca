"""Prepare minutes: as they were taken, or the template where nothing is noted yet."""

from __future__ import annotations

from dataclasses import dataclass

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.finding import Finding
from scrutiny_app.domain.minutes.minute_checks import minutes_findings
from scrutiny_app.domain.minutes.minutes import MinutesOutline, outline_minutes
from scrutiny_app.domain.minutes.noted_minutes import (
    NotedMinutes,
    minutes_as_noted,
    public_minutes,
)
from scrutiny_app.domain.minutes.taken_checks import taken_findings
from scrutiny_app.domain.public_agenda import public_view
from scrutiny_app.jobs.number_minutes import first_minute_number
from scrutiny_app.jobs.with_exclusion import with_exclusion
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class MinutesOrder:
    """Minutes to be drawn; it can be pickled. ``findings`` are what the checks say of them.

    ``private`` ones hold something that the public may not read.
    """

    outline: MinutesOutline
    house_style: str
    findings: tuple[Finding, ...] = ()
    private: bool = False


def prepare_minutes(store: Store, meeting: str, *, full: bool = False) -> MinutesOrder:
    """Return the minutes of a meeting as they stand.

    They are the public's, who read no more of an item that is withheld than its summary; ``full``
    ones have all of it. Where nothing is noted they are the template, prefilled with all that is
    known before the meeting.

    Raises:
        NotFound: there is no such meeting.
    """
    agenda = store.agendas.read(store.meetings.find(meeting))
    style = house_style(agenda.council.house_style)
    first = first_minute_number(store, agenda)
    noted = store.minutes.read(agenda.meeting.id)
    private = full and _holds_private_words(agenda, noted)
    if not noted.begun:
        template = outline_minutes(agenda if full else public_view(agenda), first_number=first)
        return MinutesOrder(with_exclusion(template, style), style.name, private=private)
    outline = with_exclusion(minutes_as_noted(agenda, noted, first_number=first), style)
    findings = (*minutes_findings(outline), *taken_findings(outline))
    shown = outline if full else public_minutes(outline, noted)
    return MinutesOrder(shown, style.name, findings, private)


def _holds_private_words(agenda: Agenda, noted: NotedMinutes) -> bool:
    """Whether there is a title or a minute of which the public reads something else."""
    return any(item.public_title for item in agenda.items) or any(
        minute.withheld for minute in noted.minutes.values()
    )
