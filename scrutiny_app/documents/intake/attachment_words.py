"""The words of an attachment, hidden ones too, so that none of them gets into a public file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scrutiny_app.documents.intake.file_kind import (
    OLD_ATTACHMENTS,
    ZIPPED_ATTACHMENTS,
    FileKind,
    kind_of,
)
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.package import Package
from scrutiny_app.documents.intake.office.xml_part import local
from scrutiny_app.documents.intake.tables.delimited import decoded
from scrutiny_app.documents.intake.tables.spreadsheet import every_row
from scrutiny_app.documents.intake.text import one_line

# Whatever holds one text: paragraphs of slides and cells, shared and own strings, notes
_BLOCKS = frozenset({"p", "si", "is", "text", "comment"})
_SHEETS = frozenset({FileKind.EXCEL, FileKind.OPEN_SHEET, FileKind.OLD_EXCEL})


def attachment_words(path: Path, name: str, limits: Limits) -> tuple[str, ...]:
    """Return the texts of a spreadsheet, a presentation or a text file, a cell or line each.

    Rows follow as whole texts, and so does what stands in hidden sheets and notes. An old
    presentation (.ppt) gives nothing.

    Raises:
        PaperRefused: the file cannot be read.
    """
    kind = kind_of(path, name)
    texts: list[str] = []
    if kind in ZIPPED_ATTACHMENTS:
        texts += _texts_of_parts(path, limits)
    if kind in _SHEETS:
        for row in every_row(path):
            texts += (*row, " ".join(row))
    elif kind not in ZIPPED_ATTACHMENTS | OLD_ATTACHMENTS:
        whole = decoded(path.read_bytes())
        texts += (*whole.splitlines(), whole)
    return tuple(dict.fromkeys(filter(None, map(one_line, texts))))


def _texts_of_parts(path: Path, limits: Limits) -> Iterator[str]:
    with Package(path, limits) as package:
        for _, root in package.xml_parts():
            for element in root.iter():
                if local(element) in _BLOCKS:
                    yield "".join(str(text) for text in element.itertext())
