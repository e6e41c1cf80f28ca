"""Draw how topics are chosen, as a picture and in words; no workspace is needed."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.programmes.process_document import process_document
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style
from scrutiny_app.rulebook.prioritisation_methods import prioritisation_method


def make_process(
    method: str, council: str, style: str, destination: Path, *, progress: Progress = silent
) -> int | None:
    """Draw a way of prioritising as ``destination``, a .pdf or a .docx; whole or not at all.

    ``method`` is its key, ``style`` the name of a house style. Returns how many pages a PDF has.

    Raises:
        NotFound: there is no such method or house style.
        WrongInput: the name ends in neither.
        NotWritten: the destination cannot be written.
    """
    progress(f"Writing {destination.name}", 0, 1)
    document = process_document(prioritisation_method(method), council)
    return write_document(document, house_style(style), destination)
