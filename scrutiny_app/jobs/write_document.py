"""Write a document in the format that its file name asks for."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.documents.blocks import Document
from scrutiny_app.documents.docx.drawing import draw_docx
from scrutiny_app.documents.pdf.drawing import draw_pdf
from scrutiny_app.documents.writing import write_atomically
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.house_style import HouseStyle


def write_document(document: Document, style: HouseStyle, destination: Path) -> int | None:
    """Draw a document as ``destination``, a .pdf or a .docx; whole or not at all.

    Returns how many pages it has, None for a .docx, whose pages Word counts.

    Raises:
        WrongInput: the name ends in neither.
        NotWritten: the destination cannot be written.
    """
    pages: int | None = None
    match destination.suffix.lower():
        case ".pdf":
            drawn = draw_pdf(document, style)
            data, pages = drawn.data, drawn.pages
        case ".docx":
            data = draw_docx(document, style)
        case other:
            raise WrongInput(
                f'A document cannot be written as "{other or destination.name}". Give the file a '
                "name that ends in .pdf or .docx."
            )
    write_atomically(destination, lambda part: part.write_bytes(data))
    return pages
