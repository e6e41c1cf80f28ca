"""How the window starts the child that draws pages."""

from __future__ import annotations

from scrutiny_app.jobs.child_start import ChildStart, child_start

_WORKER = "scrutiny_app.documents.viewing.worker"
FROZEN_OPTION = "--viewer-worker"


def start_viewer() -> ChildStart:
    """Return how to start the viewer child; the name of the memory to share comes last.

    A frozen program must run the module ``scrutiny_app.documents.viewing.worker`` as its main
    module when its first argument is ``--viewer-worker`` and drop that argument.
    """
    return child_start(_WORKER, FROZEN_OPTION)
