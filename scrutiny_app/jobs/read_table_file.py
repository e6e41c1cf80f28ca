"""Read the tables of an outsider's file in the limited child; no workspace is needed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.domain.read_table import TableFile
from scrutiny_app.jobs.progress import Progress, silent


def read_table_file(
    file: Path,
    staging: Path | None = None,
    *,
    borders: Mapping[int, Sequence[float]] | None = None,
    progress: Progress = silent,
) -> TableFile:
    """Return the tables of a file; ``staging`` is where it is copied to, else a temporary folder.

    ``borders`` part the columns of a PDF's tables, by page, in points from its left edge.

    Raises:
        NotFound: there is no such file.
        PaperRefused: it cannot be read; the sentence says why and what to do next.
    """
    progress(f"Reading {file.name}", 0, 1)
    if staging is not None:
        with IntakeChild(staging) as child:
            return child.read_tables(file, borders)
    with (
        tempfile.TemporaryDirectory(prefix="scrutiny-") as folder,
        IntakeChild(Path(folder)) as child,
    ):
        return child.read_tables(file, borders)
