"""Read papers: every file of an order is made safe in staging, without the workspace."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from scrutiny_app.documents.intake.intake_child import IntakeChild
from scrutiny_app.documents.writing import settle
from scrutiny_app.domain.errors import NotFound, NotWritten, PaperRefused
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.papers.intake_order import IntakeOrder, ReadPaper, ReadPapers
from scrutiny_app.jobs.progress import Progress, silent


def read_papers(order: IntakeOrder, *, progress: Progress = silent) -> ReadPapers:
    """Take every file in, for ``file_papers`` to put into the paper folder.

    A file that the workspace holds already is not read again, nor converted.

    Raises:
        NotFound: a file is not there.
        PaperRefused: a file cannot become a paper, and the order wants all or nothing.
        NotWritten: staging cannot hold the papers. Nothing is left there, whatever is raised.
    """
    folder = order.staging.resolve() / f"read-{uuid.uuid4().hex}"
    papers: dict[str, ReadPaper] = {}
    known: dict[str, str] = {}
    refused: dict[str, str] = {}
    try:
        folder.mkdir(parents=True)
        with IntakeChild(order.staging) as child:
            for done, (name, path) in enumerate(order.files.items()):
                progress(f"Taking in {path.name}", done, len(order.files))
                try:
                    digest = _digest(path)
                    if order.is_known(name, digest):
                        known[name] = digest
                    else:
                        papers[name] = _read(child, path, folder, final=name in order.final)
                except (PaperRefused, NotFound) as refusal:
                    if not order.each_alone:
                        raise
                    refused[name] = str(refusal)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise NotWritten(
            f"The workspace cannot hold the papers ({error.strerror}). Free some space on the "
            "disk, or check that you may write there."
        ) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return ReadPapers(papers, known, refused, folder)


def _digest(path: Path) -> str:
    """Return a file's SHA-256."""
    try:
        return sha256_of(path)
    except OSError as error:
        raise NotFound(
            f"{path} cannot be read ({error.strerror}). Close it in other programs, check that it "
            "is there, and add it again."
        ) from error


def _read(child: IntakeChild, path: Path, folder: Path, *, final: bool) -> ReadPaper:
    """Take one file in and keep what was made of it when the child is gone."""
    taken = child.take_in(path, final=final)
    place = folder / uuid.uuid4().hex
    taken.original.parent.rename(place)
    original, normalised = place / taken.original.name, place / taken.normalised.name
    # Waiting for the disk is done here, not where the workspace is open
    for file in {original, normalised}:
        settle(file)
    return ReadPaper(
        path.name,
        original,
        taken.original_sha256,
        normalised,
        taken.normalised_sha256,
        taken.engine,
        taken.facts,
        taken.pages_text,
    )
