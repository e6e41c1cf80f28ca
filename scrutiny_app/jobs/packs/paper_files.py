"""The files of papers, as they were taken in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from scrutiny_app.domain.agenda import Agenda
from scrutiny_app.domain.agenda_pack import PackPlan
from scrutiny_app.domain.errors import WorkspaceDamaged
from scrutiny_app.domain.ids import PaperId
from scrutiny_app.jobs.fingerprint import sha256_of
from scrutiny_app.store.store import Store


def paper_files(store: Store, plan: PackPlan) -> dict[PaperId, Path]:
    """Return where the file of every paper of a plan lies.

    Raises:
        NotFound: a file is not there.
    """
    return {
        paper.id: store.paper_folder.path(paper.version.normalised_sha256)
        for paper in plan.papers
        if paper.version
    }


def all_paper_files(store: Store, agenda: Agenda) -> dict[PaperId, Path]:
    """Return where the file of every paper of an agenda lies, withheld ones too.

    Raises:
        NotFound: a file is not there.
    """
    return {
        paper.id: store.paper_folder.path(paper.version.normalised_sha256)
        for item in agenda.items
        for paper in item.papers
        if paper.version
    }


def refuse_altered(plan: PackPlan, paths: Mapping[PaperId, Path]) -> None:
    """Refuse to bind a file that is no longer the one that was taken in.

    Raises:
        WorkspaceDamaged: a file has other content.
    """
    for paper in plan.papers:
        if paper.version and sha256_of(paths[paper.id]) != paper.version.normalised_sha256:
            raise WorkspaceDamaged(
                f'The file of "{paper.title}" has been changed since it was taken in. Load the '
                "paper again, or restore the workspace from a backup, and build the pack again."
            )
