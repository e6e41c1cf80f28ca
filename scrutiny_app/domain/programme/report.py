"""The covering report of a work programme: its words, and what the programme itself adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.programme.moves import change_note
from scrutiny_app.domain.programme.programme import Programme
from scrutiny_app.domain.programme.returns import ReturnRequest
from scrutiny_app.domain.wording import DAY_DATE, long_date


@dataclass(frozen=True, slots=True)
class ProgrammeReportWords:
    """What every such report says; {committee}, {year} and {capacity} may stand in the texts.

    Read from ``resources/programme/covering-report.toml``.
    """

    title: str
    report_of: str
    purpose: str
    actions: tuple[str, ...]
    background: tuple[str, ...]
    changes: str
    waiting: str
    parked: str
    process: str
    programme: str
    wards: str


def programme_report_values(
    agenda: Agenda,
    programme: Programme,
    requests: Iterable[ReturnRequest],
    words: ProgrammeReportWords,
    *,
    since: date | None,
) -> dict[str, object]:
    """Return what the report file would say, as ``ReportRecord.values`` has it.

    ``since`` is the day of the meeting before, None where there was none; what changed after it
    is told with its reasons.

    Source: the covering reports of real work programmes; the words are data.
    """
    fields = {
        "committee": agenda.committee.name,
        "year": programme.municipal_year,
        "capacity": _in_words(programme.capacity),
    }
    background = [
        *(text.format(**fields) for text in words.background),
        *_lists(programme, requests, words, since),
    ]
    officer = agenda.meeting.officer
    return {
        "format": 1,
        "kind": "covering-report",
        "council": agenda.council.name,
        "house_style": agenda.council.house_style,
        "committee": agenda.committee.name,
        "date": agenda.meeting.held_on,
        "title": words.title,
        "report_of": words.report_of,
        "purpose": words.purpose.format(**fields),
        "actions": [text.format(**fields) for text in words.actions],
        "background": "\n\n".join(background),
        "attached": [words.process, words.programme.format(**fields)],
        "background_papers": [],
        "published_documents": [],
        "wards": words.wards,
        "contact": [
            {
                "name": officer.name or words.report_of,
                "role": officer.role,
                "telephone": officer.telephone,
                "email": officer.email,
            }
        ],
    }


def _lists(
    programme: Programme,
    requests: Iterable[ReturnRequest],
    words: ProgrammeReportWords,
    since: date | None,
) -> Iterator[str]:
    changed = [
        f"- {item.title}. {change_note(change)}"
        for item in programme.items
        for change in item.changes
        if change.reason and (since is None or change.changed_on > since)
    ]
    waiting = [
        f"- {request.text} ({long_date(request.asked_on, DAY_DATE)}"
        f"{f', {request.asked_in}' if request.asked_in else ''})"
        for request in requests
        if request.waiting
    ]
    parked = [
        f"- {item.title}{f' ({item.window})' if item.window else ''}" for item in programme.parked
    ]
    for lead, points in (
        (words.changes, changed),
        (words.waiting, waiting),
        (words.parked, parked),
    ):
        if points:
            yield "\n\n".join((lead, "\n".join(points)))


def _in_words(number: int) -> str:
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return small[number] if number < len(small) else str(number)
