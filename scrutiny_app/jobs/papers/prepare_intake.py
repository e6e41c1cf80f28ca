"""Prepare the taking in of files: read what the workspace knows of them already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from scrutiny_app.documents.intake.engine import ENGINE
from scrutiny_app.jobs.papers.intake_order import IntakeOrder
from scrutiny_app.store.store import Store


def prepare_intake(
    store: Store,
    files: Mapping[str, Path],
    *,
    final: Collection[str] = (),
    each_alone: bool = False,
) -> IntakeOrder:
    """Return the order for files, by the name each is asked for under.

    ``final`` names those whose final text is taken, should they be marked up. ``each_alone``: a
    refused file does not refuse the others.
    """
    known = store.papers.known_files(ENGINE)
    return IntakeOrder(
        dict(files), store.staging, frozenset(final), known=known, each_alone=each_alone
    )
