"""Read somebody's work programme from a file, to look at before it is imported."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.programme.columns import ProgrammeMapping
from scrutiny_app.domain.programme.importing import preview_programme
from scrutiny_app.domain.programme.preview import ProgrammePreview
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.read_table_file import read_table_file


def read_programme(
    file: Path,
    municipal_year: str,
    mapping: ProgrammeMapping | None = None,
    *,
    progress: Progress = silent,
) -> tuple[TableFile, ProgrammePreview]:
    """Return the tables of a file and the preview of an import; no workspace is needed.

    With the tables another mapping can be tried (``preview_programme``) without reading again.

    Raises:
        NotFound: there is no such file.
        PaperRefused: it cannot be read; the sentence says why and what to do next.
        WrongInput: it holds no work programme, or the year is none.
    """
    tables = read_table_file(file, progress=progress)
    return tables, preview_programme(tables, municipal_year, mapping)
