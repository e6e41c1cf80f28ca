"""Check a workspace while its window is open: the child reads every file of it."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.domain.finding import Finding
from scrutiny_app.jobs.progress import Progress, silent
from scrutiny_app.store.check import check_store


def check_workspace(folder: Path, *, progress: Progress = silent) -> tuple[Finding, ...]:
    """Return everything found wrong or untidy, the worst first. Nothing is changed."""
    progress("Checking every file", 0, 1)
    return check_store(folder)
