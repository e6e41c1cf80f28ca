"""Empty workspaces, made once a run and copied: making one takes all migrations."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from scrutiny_app.store.store import create_store
from tests.build import clock


@cache
def _made() -> Path:
    home = Path(tempfile.mkdtemp(prefix="scrutiny-tests-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    create_store(home / "workspace", who="nobody", clock=clock).close()
    return home / "workspace"


def an_empty_workspace(folder: Path) -> Path:
    """The folder of a new workspace in which nothing was done yet."""
    shutil.copytree(_made(), folder)
    return folder
