"""Write the covering report of a committee's work programme onto the agenda of a meeting."""

from __future__ import annotations

from datetime import datetime

from scrutiny_app.domain.agenda import Agenda, AgendaItem, ItemKind, insert_item
from scrutiny_app.domain.errors import NotFound, WrongInput
from scrutiny_app.domain.ids import ItemId, MeetingId, ProgrammeId, ReportId
from scrutiny_app.domain.programme.report import programme_report_values
from scrutiny_app.domain.report_record import ReportRecord
from scrutiny_app.jobs.preview_change import preview_change
from scrutiny_app.jobs.refuse_private_words import refuse_private_words
from scrutiny_app.jobs.veil_requests import veil_requests
from scrutiny_app.rulebook.work_programmes import programme_report_words
from scrutiny_app.store.keys import new_key
from scrutiny_app.store.store import Store

_KIND = "covering-report"


def write_programme_report(
    store: Store, meeting: MeetingId, programme: ProgrammeId, *, at: datetime
) -> ReportRecord:
    """Put the report on record for the meeting's work programme item, as one step; return it.

    An agenda without such an item gets one at its end. A report that is there already is written
    anew. ``at`` is the moment (UTC).

    Raises:
        NotFound: there is no such meeting or programme.
        WrongInput: the programme is another committee's, or the agenda is published without a
            work programme item.
        LeakFound: the programme says what withheld minutes say.
    """
    agenda = store.agendas.read(meeting)
    shown = store.programmes.get(programme)
    if shown.committee != agenda.committee.id:
        raise NotFound(
            f"That work programme is not the {agenda.committee.name}'s. Choose its own, or another "
            "meeting."
        )
    refuse_private_words(store, shown.committee, shown.items)
    words = programme_report_words()
    item, after = _item(agenda, words.title, words.report_of)
    preview = preview_change(store, after, at)
    if preview.major:
        raise WrongInput(
            f"Nothing was written, for this agenda is published. {' '.join(preview.major)}"
        )
    before = store.meetings.before(agenda.meeting)
    values = programme_report_values(
        agenda,
        shown,
        veil_requests(store, store.return_requests.list(shown.committee, waiting=True)),
        words,
        since=before[-1].held_on if before else None,
    )
    known = [one for one in store.reports.list(meeting) if (one.item, one.kind) == (item.id, _KIND)]
    key = known[0].id if known else ReportId(new_key())
    record = ReportRecord(key, _KIND, words.title, values, meeting, item.id)
    with store.step(f"Write the work programme report for {agenda.meeting.held_on}"):
        store.agendas.write(after)
        store.reports.write(record)
    return record


def _item(agenda: Agenda, title: str, report_of: str) -> tuple[AgendaItem, Agenda]:
    """Return the work programme item, and the agenda with it."""
    for item in agenda.items:
        if item.kind is ItemKind.WORK_PROGRAMME:
            return item, agenda
    made = AgendaItem(ItemId(new_key()), title, ItemKind.WORK_PROGRAMME, report_of=report_of)
    return made, insert_item(agenda, made, number=len(agenda.items) + 1)
