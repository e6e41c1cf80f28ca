"""Make an agenda from its order: the front sheet by itself, without the workspace."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.front_sheet import front_sheet, note_on_lacking, notes_on_pages
from scrutiny_app.domain.agenda_pack import Edition
from scrutiny_app.domain.issue import withheld_between
from scrutiny_app.domain.issued_ranges import issued_spans
from scrutiny_app.domain.public_agenda import public_view
from scrutiny_app.jobs.packs.agenda_order import AgendaOrder
from scrutiny_app.jobs.packs.lay_out_pack import lay_out_pack
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def make_agenda(order: AgendaOrder, destination: Path, *, progress: Progress = silent) -> None:
    """Write the front sheet with the page ranges it has in the public pack, or was issued with.

    Raises:
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    progress("Drawing", 0, 1)
    agenda = order.agenda
    style = house_style(agenda.council.house_style)
    if order.issue is None:
        layout = lay_out_pack(agenda, style, Edition.PUBLIC).layout
        public, ranges = layout.plan.agenda, layout.items
        notes = notes_on_pages(layout, style)
    else:
        public, ranges = public_view(agenda), issued_spans(order.issue, agenda, style)
        notes = note_on_lacking(withheld_between(order.issue), style)
    sheet = front_sheet(public, style, ranges, linked=False, notes=notes)
    write_document(sheet, style, destination)
