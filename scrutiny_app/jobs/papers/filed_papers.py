"""Papers whose files stand in the paper folder, ready for a step to name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.domain.errors import PaperRefused
from scrutiny_app.domain.paper import PaperVersion
from scrutiny_app.jobs.papers.intake_order import ReadPaper, ReadPapers
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class FiledPapers:
    """What became of a set of files.

    Shape: ``versions`` by the name each file was asked for under; ``texts`` by the normalised
    file's SHA-256, one text a page, for the papers that were not known before.
    """

    versions: Mapping[str, PaperVersion]
    texts: Mapping[str, tuple[str, ...]]


def filed_papers(store: Store, read: ReadPapers, *, at: datetime) -> FiledPapers:
    """Return the versions of papers that were read and shelved, filed at a moment (UTC).

    Raises:
        PaperRefused: a file that was known is not any more.
        WorkspaceDamaged: a file was not shelved, or is gone from there.
    """
    versions = {name: _known(store, name, digest) for name, digest in read.known.items()}
    for name, paper in read.papers.items():
        # No row may name a file that is not there
        for sha256 in (paper.original_sha256, paper.normalised_sha256):
            store.paper_folder.path(sha256)
        versions[name] = _version(paper, at)
    return FiledPapers(
        versions, {paper.normalised_sha256: paper.texts for paper in read.papers.values()}
    )


def _known(store: Store, name: str, sha256: str) -> PaperVersion:
    version = store.papers.filed(sha256, ENGINE)
    if version is None:
        raise PaperRefused(f"{name} was erased from the workspace meanwhile. Add it again.")
    return version


def _version(paper: ReadPaper, filed_at: datetime) -> PaperVersion:
    return PaperVersion(
        paper.original_sha256,
        paper.normalised_sha256,
        paper.file_name,
        paper.engine,
        filed_at,
        paper.facts,
    )
