"""How the window starts the child that does heavy jobs."""

from __future__ import annotations

from pathlib import Path

from scrutiny_app.jobs.child_start import ChildStart, child_start

_WORKER = "scrutiny_app.jobs.worker"
FROZEN_OPTION = "--job-worker"


def start_worker(log: Path) -> ChildStart:
    """Return how to start the worker: a module, or this program itself when frozen.

    ``log`` is where faults are written. A frozen program must run the module
    ``scrutiny_app.jobs.worker`` as its main module when its first argument is ``--job-worker``
    and drop that argument.
    """
    return child_start(_WORKER, FROZEN_OPTION, str(log))
