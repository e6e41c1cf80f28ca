"""Import a work programme from a Word table, its PDF, a spreadsheet or CSV."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scrutiny_app.domain.programme.merge import MergedProgramme, refuse_problems
from scrutiny_app.domain.programme.preview import ProgrammePreview
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.programme.read_programme import read_programme
from scrutiny_app.jobs.programme.record_programme import record_programme
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.jobs.settle_committee import settle_committee


@dataclass(frozen=True, slots=True)
class ImportedProgramme:
    """What an import read and what it did; ``new_committee`` when that was added for it."""

    preview: ProgrammePreview
    merged: MergedProgramme
    committee: str
    new_committee: bool


def import_programme(
    desk: Desk,
    file: Path,
    committee: str,
    municipal_year: str,
    *,
    on: date,
    progress: Progress = silent,
) -> ImportedProgramme:
    """Read a file and import it into a committee's programme; whole, or nothing is written.

    Raises:
        NotFound: there is no such file, workspace or committee.
        PaperRefused: the file cannot be read.
        WrongInput: it holds no work programme, or has problems; every one is named.
    """
    _, preview = read_programme(file, municipal_year, progress=progress)
    refuse_problems(preview)
    with desk.edit() as store:
        known = {one.id for one in store.committees.list()}
        found = settle_committee(store, committee)
        new = found.id not in known
        merged = record_programme(store, found, preview, on=on)
    return ImportedProgramme(preview, merged, found.name, new)
