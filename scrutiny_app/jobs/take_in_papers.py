"""Take papers in: every file goes through the limited child and into the paper folder."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.documents.intake.intake_child import IntakeChild, TakenIn
from scrutiny_app.domain.paper import PaperVersion
from scrutiny_app.jobs.desk import Desk
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.jobs.progress import Progress
from scrutiny_app.store.store import Store


@dataclass(frozen=True, slots=True)
class FiledPapers:
    """What became of a set of files.

    Shape: ``versions`` by the name each file was asked for under; ``texts`` by the normalised
    file's SHA-256, one text a page, for the papers that were not known before.
    """

    versions: Mapping[str, PaperVersion]
    texts: Mapping[str, tuple[str, ...]]


def take_in_papers(
    desk: Desk,
    store: Store,
    files: Mapping[str, Path],
    *,
    final: Collection[str] = (),
    progress: Progress,
) -> FiledPapers:
    """Take every file in, then put them into the paper folder; one refused file refuses them all.

    A file that the workspace holds already is not read again, nor converted. Nothing is recorded
    here. ``final`` names the files whose final text is taken, should they be marked up.

    Raises:
        PaperRefused: a file cannot become a paper; the paper folder is as it was.
    """
    versions: dict[str, PaperVersion] = {}
    taken: dict[str, TakenIn] = {}
    with IntakeChild(store.staging) as child:
        for done, (name, path) in enumerate(files.items()):
            progress(f"Taking in {path.name}", done, len(files))
            known = store.papers.filed(sha256_of(path), ENGINE)
            # What one meeting file allowed is not allowed by another
            if known is None or (known.facts.marked_up and name not in final):
                taken[name] = child.take_in(path, final=name in final)
            else:
                versions[name] = known
        for name, one in taken.items():
            store.paper_folder.keep(one.original, one.original_sha256)
            if not one.facts.attachment:
                store.paper_folder.keep(one.normalised, one.normalised_sha256)
            versions[name] = _version(one, files[name].name, desk.clock())
    texts = {one.normalised_sha256: one.pages_text for one in taken.values()}
    return FiledPapers(versions, texts)


def _version(taken: TakenIn, file_name: str, filed_at: datetime) -> PaperVersion:
    return PaperVersion(
        taken.original_sha256,
        taken.normalised_sha256,
        file_name,
        taken.engine,
        filed_at,
        taken.facts,
    )
