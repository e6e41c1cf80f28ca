"""The tables of one file, whatever its kind, as read in the child."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from scrutiny_app.documents.intake.file_kind import FileKind, kind_of
from scrutiny_app.documents.intake.limits import Limits
from scrutiny_app.documents.intake.office.old_formats import check_old_office
from scrutiny_app.documents.intake.office.preparing import check_attachment
from scrutiny_app.documents.intake.tables.delimited import read_delimited
from scrutiny_app.documents.intake.tables.formulas import refuse_unworked_formulas
from scrutiny_app.documents.intake.tables.pdf import read_pdf_tables
from scrutiny_app.documents.intake.tables.spreadsheet import read_spreadsheet
from scrutiny_app.documents.intake.tables.word import read_word_tables
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.read_table import TableFile

_SAVE_AS = (
    "Save it as Word (.docx), Excel (.xlsx), OpenDocument (.ods), CSV or PDF, and choose that file."
)


def read_tables(
    path: Path, name: str, limits: Limits, borders: Mapping[int, Sequence[float]]
) -> TableFile:
    """Return the tables of a file; ``name`` is the officer's, for what its ending promises.

    ``borders`` part the columns of a PDF's tables, by page.

    Raises:
        PaperRefused: with the reason and what to do next, starting in lower case, to follow
            the file's name.
    """
    kind = kind_of(path, name)
    match kind:
        case FileKind.WORD:
            return read_word_tables(path, name, limits)
        case FileKind.EXCEL:
            check_attachment(path, limits)
            refuse_unworked_formulas(path)
            return read_spreadsheet(path, name)
        case FileKind.OPEN_SHEET:
            check_attachment(path, limits)
            return read_spreadsheet(path, name)
        case FileKind.OLD_EXCEL:
            check_old_office(path)
            return read_spreadsheet(path, name)
        case FileKind.PDF:
            return read_pdf_tables(path, name, limits, borders)
        case FileKind.TEXT:
            return read_delimited(path, name)
    raise PaperRefused(f"it is {kind}, whose tables cannot be read. {_SAVE_AS}")
