"""Draw a work programme in the format that its file name asks for; no workspace is needed."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.programmes.programme_document import (
    ProgrammeOrder,
    programme_document,
)
from scrutiny_app.documents.programmes.programme_sheet import programme_workbook
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def make_programme(
    order: ProgrammeOrder, destination: Path, *, progress: Progress = silent
) -> int | None:
    """Draw a programme as ``destination``, a .pdf, a .docx or an .xlsx; whole or not at all.

    Returns how many pages a PDF has, else None.

    Raises:
        WrongInput: the name ends in none of them, or a letter cannot be set.
        NotWritten: the destination cannot be written.
    """
    progress(f"Writing {destination.name}", 0, 1)
    match destination.suffix.lower():
        case ".xlsx":
            data = programme_workbook(order)
            write_atomically(destination, lambda part: part.write_bytes(data))
            return None
        case ".pdf" | ".docx":
            document = programme_document(order)
            return write_document(document, house_style(order.house_style), destination)
    raise WrongInput(
        f'A work programme cannot be written as "{destination.name}". Give the file a name that '
        "ends in .pdf, .docx or .xlsx."
    )
