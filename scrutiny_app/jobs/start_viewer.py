"""How the window starts the child that draws pages."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import scrutiny_app

_WORKER = "scrutiny_app.documents.viewing.worker"
FROZEN_OPTION = "--viewer-worker"


@dataclass(frozen=True, slots=True)
class ViewerStart:
    """A command line and the surroundings it needs; the name of the memory to share comes last."""

    program: str
    arguments: tuple[str, ...]
    environment: dict[str, str]


def start_viewer() -> ViewerStart:
    """Return how to start the viewer child: a module, or this program itself when frozen.

    A frozen program must run the module ``scrutiny_app.documents.viewing.worker`` as its main
    module when its first argument is ``--viewer-worker`` and drop that argument.
    """
    home = str(Path(scrutiny_app.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
    if getattr(sys, "frozen", False):
        return ViewerStart(sys.executable, (FROZEN_OPTION,), {})
    # -P: whatever lies in the folder it starts in is not imported
    module = ("-P", "-X", "utf8", "-m", _WORKER)
    return ViewerStart(sys.executable, module, {"PYTHONPATH": path})
