"""A command line that starts a child of this program, and the surroundings it needs."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import scrutiny_app


@dataclass(frozen=True, slots=True)
class ChildStart:
    """What to start; ``environment`` is added to the parent's own."""

    program: str
    arguments: tuple[str, ...]
    environment: dict[str, str]


def child_start(module: str, frozen_option: str, *said: str) -> ChildStart:
    """Return how to start a module of ours: this program itself, told which one, when frozen.

    ``said`` are the arguments that the module takes.
    """
    if getattr(sys, "frozen", False):
        return ChildStart(sys.executable, (frozen_option, *said), {})
    home = str(Path(scrutiny_app.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH", ""))))
    # -P: whatever lies in the folder it starts in is not imported
    arguments = ("-P", "-X", "utf8", "-m", module, *said)
    return ChildStart(sys.executable, arguments, {"PYTHONPATH": path})
