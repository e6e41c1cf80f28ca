"""Draw the agenda of one meeting by itself, as PDF or as a Word document."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.packs.agenda_order import agenda_order
from scrutiny_app.jobs.packs.make_agenda import make_agenda


def draw_agenda(desk: Desk, meeting: str, destination: Path) -> None:
    """Write the front sheet with the page ranges it has in the public pack, or was issued with.

    Raises:
        NotFound: there is no such meeting.
        WrongInput: ``destination`` ends in neither .pdf nor .docx.
        NotWritten: the destination cannot be written.
    """
    with desk.read() as store:
        order = agenda_order(store, meeting)
    make_agenda(order, destination)
