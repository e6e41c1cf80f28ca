"""Read a budget paper and show what its import would bring; needs no workspace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scrutiny_app.domain.budget.importing import ProposalPreview, preview_proposals
from scrutiny_app.domain.budget.table import ImportChoices
from scrutiny_app.domain.read_table import PageColumns
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.read_table_file import read_table_file
from scrutiny_app.rulebook.budget_columns import budget_columns
from scrutiny_app.rulebook.budget_rules import budget_rules


@dataclass(frozen=True, slots=True)
class ReadBudget:
    """A budget paper that was read: the file, its SHA-256 then, and what it holds.

    ``columns`` are those of a PDF's tables that no rules part: they may be moved and the file
    read again with the borders chosen.
    """

    file: Path
    sha256: str
    preview: ProposalPreview
    columns: tuple[PageColumns, ...] = ()


def preview_budget(
    file: Path,
    choices: ImportChoices | None = None,
    *,
    borders: Mapping[int, Sequence[float]] | None = None,
    staging: Path | None = None,
    progress: Progress = silent,
) -> ReadBudget:
    """Return what a file holds, with every problem of every row; nothing is recorded.

    ``borders`` part the columns of a PDF's tables, by page, in points from its left edge;
    ``staging`` is where the file is copied to while it is read, else a temporary folder.

    Raises:
        NotFound: there is no such file.
        PaperRefused: it cannot be read; the sentence says why and what to do next.
    """
    progress(f"Reading {file.name}", 0, 1)
    read = read_table_file(file, staging, borders=borders)
    preview = preview_proposals(read, budget_columns(), budget_rules().reference, choices)
    return ReadBudget(file.resolve(), sha256_of(file), preview, read.columns)
