"""Make minutes from their order: one document, without the workspace."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.minutes_document import minutes_document
from scrutiny_app.jobs.prepare_minutes import MinutesOrder
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.write_document import write_document
from scrutiny_app.rulebook.house_styles import house_style


def make_minutes(
    order: MinutesOrder, destination: Path, *, progress: Progress = silent
) -> int | None:
    """Write the minutes as ``destination``, a .pdf or a .docx; return the pages of a PDF.

    Raises:
        WrongInput: the name ends in neither, or a text holds what cannot be drawn.
        NotWritten: the destination cannot be written.
    """
    progress("Drawing", 0, 1)
    style = house_style(order.house_style)
    document = minutes_document(order.outline, style, private=order.private)
    return write_document(document, style, destination)
