"""Draw the agenda of one meeting by itself, as PDF or as a Word document."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.front_sheet import front_sheet, note_on_lacking, notes_on_pages
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.issue import withheld_between
from scrutiny_app.domain.issued_ranges import issued_spans
from scrutiny_app.domain.public_agenda import public_view
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def draw_agenda(desk: Desk, meeting: str, destination: Path) -> None:
    """Write the front sheet with the page ranges it has in the public pack, or was issued with.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        agenda = store.agendas.read(store.meetings.find(meeting))
        issue = store.issues.latest(agenda.meeting.id)
    style = house_style(agenda.council.house_style)
    if issue is None:
        layout = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        public, ranges = layout.plan.agenda, layout.items
        notes = notes_on_pages(layout, style)
    else:
        public, ranges = public_view(agenda), issued_spans(issue, agenda, style)
        notes = note_on_lacking(withheld_between(issue), style)
    sheet = front_sheet(public, style, ranges, linked=False, notes=notes)
    write_document(sheet, style, destination)
